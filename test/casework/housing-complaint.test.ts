import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assignCase } from '#domain/assignment/index.ts'
import { addPoint } from '#domain/complaints/index.ts'
import { addRemedy, completeRemedy, listOpenRemedies } from '#domain/remedies/index.ts'
import { moveStage, reopenCase } from '#domain/stages/index.ts'
import { housingStage, stagesIn, type HousingStage } from '#test/housing-stage.ts'

// One complaint of 2027 from its receipt to its last remedy, each test a day of its life. Easter (26 and 29 March)
// and the early May bank holiday (3 May) fall into it.
let stage: HousingStage
let caseId: number
before(async () => {
  stage = await housingStage('2027-03-13T11:15:00Z')
})
after(() => stage.close())

const on = (day: string) => stage.clock.set(`${day}T10:00:00Z`)
const dueOf = async (of: string, code: string) => (await stage.deadline(caseId, of, code)).dueOn
const first = { Track: 'main', Stage: 'stage-1' }
const second = { Track: 'main', Stage: 'stage-2' }
const move = (Outcome: string) => ({ CaseId: caseId, Outcome })
const withRemedies = (body: string, told: string) => body.replace(/\[Name each [^\]]*\]/, told)
const openPoints = async () => {
  const { points } = await stage.complaint(caseId)
  return points.filter(({ isAnswered }) => !isAnswered).map(({ point }) => point)
}
/** What is to be done by the end of each stage, and when. */
const workOf1 = (INVESTIGATE: string, day: string) => ({
  INVESTIGATE,
  RESPOND: day,
  LESSONS: day,
  'HO-S1-RESPONSE': day,
})
const workOf2 = (REVIEW: string, day: string) => ({
  REVIEW,
  RESPOND2: day,
  LESSONS2: day,
  'HO-S2-RESPONSE': day,
})
const atEndOf1 = {
  'Stage1.TargetDays': '20',
  'Stage1.DateDue': '2027-04-16',
  'Stage1.Outcome': 'Partly upheld',
  'Stage1.OutcomeBy': 'nora',
  'Stage1.DateCompleted': '2027-04-15',
  'Stage1.ResponseInTarget': 'Yes',
}

test('received on a Saturday: Monday is the first working day, and the work of stage 1 is raised', async () => {
  const created = await stage.create({
    Type: 'HousingComplaint',
    Details: 'The roof leaks, nobody rang back, and the rent account is wrong.',
    DesiredOutcome: 'A dry bedroom and an apology',
    'Customer.FirstName': 'Robin',
    'Customer.Surname': 'Field',
  })
  ;({ caseId } = created)
  assert.equal(created.team, 'COMPLAINTS')
  assert.equal((await stage.theCase(caseId))['assigned_by_rule'], 'All others in turn')
  const acknowledge = await stage.deadline(caseId, 'stage-1', 'acknowledge')
  assert.deepEqual(
    [acknowledge.dueOn, acknowledge.rule, acknowledge.state, acknowledge.workingDaysLeft],
    ['2027-03-19', 'HO_S1_ACK', 'running', 5],
  )
  assert.match(acknowledge.explanation.join(' '), /received: 13 March 2027/)
  assert.match(acknowledge.explanation.join(' '), /the first working day after that day is day 1/)
  const respond = await stage.deadline(caseId, 'stage-1', 'respond')
  assert.deepEqual([respond.dueOn, respond.isTarget], ['2027-04-06', true])
  assert.match(respond.explanation.join(' '), /No acknowledgement is recorded/)
  assert.match(respond.explanation.join(' '), /Good Friday.*Easter Monday/)
  assert.deepEqual(await stage.waiting(caseId), {
    DEFINE: '2027-03-17',
    'HO-S1-ACK': '2027-03-19',
    ...workOf1('2027-04-01', '2027-04-06'),
  })
})

test('acknowledged on Wednesday: the answer counts from that day and all work moves with it', async () => {
  on('2027-03-17')
  for (const [Service, Description] of [
    ['Repairs', 'The roof has leaked since January'],
    ['Conduct of staff', 'Nobody rang back'],
    ['Rent and service charges', 'The rent account is wrong'],
  ] as const)
    await stage.act('nora', addPoint, { CaseId: caseId, Description, Service })
  await stage.fill('nora', caseId, 'Definition', 'The roof, the calls and the rent account.')
  await stage.finish('nora', caseId, 'DEFINE')
  await stage.record('nora', caseId, { ...first, Event: 'acknowledged', Date: '2027-03-17' })
  const { merged } = await stage.letter(caseId, 'HO-S1-ACK')
  assert.deepEqual(merged.missing, [])
  assert.match(merged.body, /^Dear Robin Field\n/)
  assert.match(merged.body, /which we received on 13 March 2027/)
  assert.match(merged.body, /The roof, the calls and the rent account\./)
  assert.match(merged.body, /We will answer by 2 April 2027/)
  await stage.send('nora', caseId, 'HO-S1-ACK')
  const acknowledge = await stage.deadline(caseId, 'stage-1', 'acknowledge')
  assert.deepEqual(
    [acknowledge.state, acknowledge.metOn, acknowledge.isInTime],
    ['met', '2027-03-17', true],
  )
  const respond = await stage.deadline(caseId, 'stage-1', 'respond')
  assert.equal(respond.dueOn, '2027-04-02')
  assert.match(respond.explanation.join(' '), /17 March 2027/)
  assert.deepEqual(await stage.waiting(caseId), workOf1('2027-03-30', '2027-04-02'))
})

test('the answer takes longer: ten working days more, with the details of the Ombudsman', async () => {
  on('2027-03-31')
  await stage.fill('nora', caseId, 'WhyExtended', 'The roofer can look at it on 9 April.')
  await stage.record('nora', caseId, { ...first, Event: 'extension_notified', Date: '2027-03-31' })
  const respond = await stage.deadline(caseId, 'stage-1', 'respond')
  assert.equal(respond.dueOn, '2027-04-16')
  assert.match(respond.explanation.join(' '), /31 March 2027/)
  await stage.send('nora', caseId, 'HO-EXTENSION')
  const [letter] = await stage.rows(
    `select body from correspondence where organisation_id = $1 and case_id = $2
       and code = 'HO-EXTENSION'`,
    caseId,
  )
  assert.match(String(letter?.['body']), /The roofer can look at it on 9 April\./)
  assert.match(String(letter?.['body']), /We will now answer by 16 April 2027/)
  assert.match(String(letter?.['body']), /info@housing-ombudsman\.org\.uk/)
  assert.deepEqual(await stage.waiting(caseId), workOf1('2027-04-13', '2027-04-16'))
  await stage.refused('nora', moveStage, move('partly-upheld'), [
    '3 points of complaint have no answer yet.',
    'The letter “Response, stage 1” must be sent first.',
    '“Decision” must be filled in first.',
    '“Reasons for the decision” must be filled in first.',
  ])
})

test('stage 1 does not close with a point unanswered, and closes in time once all are', async () => {
  on('2027-04-15')
  await stage.answer('nora', caseId, 1, 'upheld')
  await stage.answer('nora', caseId, 2, 'upheld')
  await stage.fill('nora', caseId, 'Decision', 'Partly upheld')
  await stage.fill('nora', caseId, 'ReasonsForDecision', 'The repair was late.')
  await stage.refused('nora', moveStage, move('partly-upheld'), [
    '1 point of complaint has no answer yet.',
    'The letter “Response, stage 1” must be sent first.',
  ])
  await stage.answer('nora', caseId, 3, 'not upheld')
  assert.deepEqual(await openPoints(), [])
  const apology = { What: 'apology', Description: 'Say sorry for the calls', Point: 2 }
  const sorry = { ...apology, UserName: 'nora', DueOn: '2027-04-23' }
  const repair = { What: 'action', Description: 'Mend the roof', Point: 1, TeamCode: 'HOUSING' }
  const mend = { ...repair, DueOn: '2027-06-18', Cost: '640' }
  for (const each of [sorry, mend]) await stage.act('nora', addRemedy, { CaseId: caseId, ...each })
  const { body } = await stage.letter(caseId, 'HO-S1-RESPONSE')
  const told = 'We say sorry by 23 April 2027 and mend the roof by 18 June 2027.'
  await stage.send('nora', caseId, 'HO-S1-RESPONSE', withRemedies(body, told))
  await stage.finish('nora', caseId, 'INVESTIGATE', 'RESPOND', 'LESSONS')
  await stage.act('nora', moveStage, move('partly-upheld'))
  const details = await stage.details(caseId)
  assert.deepEqual(stagesIn(details), atEndOf1)
  assert.equal(details['CaseStatusClosure.DateClosed'], '2027-04-15')
  assert.equal(details['CaseStatusClosure.ClosureInTarget'], 'Yes')
  assert.deepEqual(await stage.waiting(caseId), {})
})

test('what was promised is followed after the answer', async () => {
  on('2027-04-22')
  const done = { Remedy: 1, Version: 1, Evidence: 'Letter of 22 April' }
  await stage.act('nora', completeRemedy, { CaseId: caseId, ...done })
  const { remedies } = await stage.complaint(caseId)
  assert.deepEqual(
    remedies.map(({ what, state, userName, teamCode, dueOn, expectedCost, doneOn }) => [
      what,
      state,
      userName ?? teamCode,
      dueOn,
      expectedCost,
      doneOn,
    ]),
    [
      ['action', 'open', 'HOUSING', '2027-06-18', 64_000, null],
      ['apology', 'done', 'nora', '2027-04-23', null, '2027-04-22'],
    ],
  )
})

test('escalated: stage 2 counts from the request, goes to a reviewer, and every point is open again', async () => {
  on('2027-04-26')
  const escalate = { CaseId: caseId, Reopening: 'escalate', Reason: 'The rent is still wrong' }
  await stage.act('nora', reopenCase, escalate)
  const acknowledge = await stage.deadline(caseId, 'stage-2', 'acknowledge')
  assert.deepEqual([acknowledge.rule, acknowledge.dueOn], ['HO_S2_ACK', '2027-05-04'])
  assert.match(acknowledge.explanation.join(' '), /Early May bank holiday, 3 May 2027/)
  assert.equal(await dueOf('stage-2', 'respond'), '2027-06-02')
  assert.equal(await dueOf('stage-1', 'respond'), '2027-04-16')
  assert.deepEqual(await openPoints(), [1, 2, 3])
  assert.equal((await stage.theCase(caseId))['assigned_by_rule'], 'Stage 2 goes to reviewers')
  assert.deepEqual(await stage.waiting(caseId), {
    DEFINE2: '2027-04-29',
    'HO-S2-ACK': '2027-05-04',
    ...workOf2('2027-05-27', '2027-06-02'),
  })
  const late = { CaseId: caseId, Description: 'And the lift', Service: 'Repairs' }
  await assert.rejects(stage.act('ruth', addPoint, late), /complaint/i)
})

test('stage 2 needs an acknowledgement of its own', async () => {
  await stage.refused('ruth', moveStage, move('upheld'), [
    '“Acknowledged” must be recorded first.',
    '3 points of complaint have no answer yet.',
    'The letter “Final response, stage 2” must be sent first.',
  ])
  on('2027-04-29')
  await stage.record('ruth', caseId, { ...second, Event: 'acknowledged', Date: '2027-04-29' })
  assert.equal(await dueOf('stage-2', 'respond'), '2027-05-28')
  assert.equal((await stage.deadline(caseId, 'stage-2', 'acknowledge')).isInTime, true)
  assert.match(
    (await stage.letter(caseId, 'HO-S2-ACK')).merged.body,
    /We will answer by 28 May 2027/,
  )
  await stage.send('ruth', caseId, 'HO-S2-ACK')
  await stage.finish('ruth', caseId, 'DEFINE2')
  assert.deepEqual(await stage.waiting(caseId), workOf2('2027-05-25', '2027-05-28'))
})

test('whoever worked stage 1 is not given stage 2; somebody else ends it, and the complaint is closed', async () => {
  on('2027-05-27')
  for (const point of [1, 2, 3]) await stage.answer('ruth', caseId, point, 'upheld')
  const toNora = { CaseId: caseId, To: 'person', UserName: 'nora' }
  await stage.refused('mia', assignCase, toNora, [
    'This case must go to somebody who did not work “Stage 1”',
  ])
  await stage.fill('ruth', caseId, 'Decision', 'Upheld')
  const { body } = await stage.letter(caseId, 'HO-S2-RESPONSE')
  await stage.send('ruth', caseId, 'HO-S2-RESPONSE', withRemedies(body, 'The roof.'))
  await stage.finish('ruth', caseId, 'REVIEW', 'RESPOND2', 'LESSONS2')
  await stage.act('ruth', moveStage, move('upheld'))
  const details = await stage.details(caseId)
  assert.deepEqual(stagesIn(details), {
    ...atEndOf1,
    'Stage2.TargetDays': '20',
    'Stage2.DateReceived': '2027-04-26',
    'Stage2.DateDue': '2027-05-28',
    'Stage2.Outcome': 'Upheld',
    'Stage2.OutcomeBy': 'ruth',
    'Stage2.DateCompleted': '2027-05-27',
    'Stage2.ResponseInTarget': 'Yes',
  })
  assert.equal(details['CaseStatusClosure.DateClosed'], '2027-05-27')
  const { answers } = await stage.complaint(caseId)
  const ofRent = answers.filter(({ point }) => point === 3)
  const found = ofRent.map(({ stage: at, finding }) => `${at} ${finding}`)
  assert.deepEqual(found, ['1 not upheld', '2 upheld'])
})

test('the repair is late after the end, is done, and leaves the list of what is open', async () => {
  on('2027-06-21')
  const listed = async () =>
    ((await stage.act('mia', listOpenRemedies, {})) as { remedies: { isLate: boolean }[] }).remedies
  const [late, ...others] = await listed()
  assert.deepEqual([late?.isLate, others], [true, []])
  on('2027-06-24')
  const done = { CaseId: caseId, Remedy: 2, Version: 1, DoneOn: '2027-06-23', Cost: '715.50' }
  await stage.act('mia', completeRemedy, { ...done, Evidence: 'Photographs of the new roof' })
  assert.deepEqual(await listed(), [])
  const { remedies } = await stage.complaint(caseId)
  assert.deepEqual(
    remedies.map(({ remedy, state, doneOn, actualCost }) => [remedy, state, doneOn, actualCost]),
    [
      [1, 'done', '2027-04-22', null],
      [2, 'done', '2027-06-23', 71_550],
    ],
  )
})

test('the history tells all of it in the order in which it happened, and each date that moved', async () => {
  const kinds = (await stage.kindsOf(caseId)).filter((kind) => kind !== 'caseUpdated')
  const each = (kind: string, times: number) => Array.from({ length: times }, () => kind)
  const days = [
    ['caseOpened', 'caseAssigned'],
    [...each('pointAdded', 3), 'taskCompleted', 'clockEventRecorded', 'letterSent'],
    ['clockEventRecorded', 'letterDrafted', 'letterSent'],
    [...each('pointAnswered', 3), ...each('remedyAdded', 2), 'letterAmended', 'letterSent'],
    [...each('taskCompleted', 3), 'caseClosed'],
    ['remedyDone'],
    ['caseAssigned', 'caseReopened', 'clockEventRecorded', 'letterSent', 'taskCompleted'],
    [...each('pointAnswered', 3), 'letterAmended', 'letterSent'],
    [...each('taskCompleted', 3), 'caseClosed'],
    ['remedyDone'],
  ]
  assert.deepEqual(kinds, days.flat())
  const told = await stage.rows(
    `select m ->> 'stage' as stage, m ->> 'before' as before, m ->> 'after' as after, e.actor
     from case_events e, jsonb_array_elements(e.particulars -> 'moves') m
     where e.organisation_id = $1 and e.case_id = $2 and e.kind = 'clockEventRecorded'
       and m ->> 'code' = 'respond' order by e.event_id`,
    caseId,
  )
  assert.deepEqual(told, [
    { stage: 'stage-1', before: '2027-04-06', after: '2027-04-02', actor: 'nora' },
    { stage: 'stage-1', before: '2027-04-02', after: '2027-04-16', actor: 'nora' },
    { stage: 'stage-2', before: '2027-06-02', after: '2027-05-28', actor: 'ruth' },
  ])
})
