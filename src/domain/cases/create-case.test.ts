import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { createCase } from './index.ts'

let stage: CaseStage
before(async () => {
  stage = await caseStage()
})
after(() => stage.close())

const partiesOf = (caseId: number) =>
  stage.rows(
    `select r.role, r.position, c.reference, c.surname, c.phone
     from case_parties r join customers c using (organisation_id, customer_id)
     where r.organisation_id = $1 and r.case_id = $2 order by r.role desc, r.position`,
    caseId,
  )

test('a complaint opens a case with a number of its own, routed to the team of its type', async () => {
  const created = await stage.create({
    Type: 'Complaint',
    'Customer.Surname': 'Bell',
    RequestMethod: 'web',
    RequestDate: '2026-03-14',
  })
  assert.deepEqual(
    [created.caseId, created.team, created.organisation],
    [700125, 'CUSTREL', undefined],
  )
  const stored = await stage.theCase(700125)
  assert.equal(stored['status'], 'New case')
  assert.equal(stored['label'], 'Complaint')
  assert.equal(stored['received_method'], 'Web')
  assert.equal(stored['created_by'], 'Website')
  assert.deepEqual(stored['received_at'], new Date('2026-03-14T09:30:00Z'))
  assert.deepEqual(await partiesOf(700125), [
    { role: 'Customer', position: 0, reference: null, surname: 'Bell', phone: null },
  ])
  const events = await stage.rows(
    `select kind, actor from case_events where organisation_id = $1 and case_id = $2`,
    700125,
  )
  assert.deepEqual(events, [{ kind: 'caseOpened', actor: 'Website' }])
})

test('a form that arrives publishes nothing by itself: the workflow sets the flag (7.2)', async () => {
  await stage.publish({
    name: 'Question',
    fields: [{ id: 'PublishInTheDisclosureLog', kind: 'flag' }],
  })
  const { caseId } = await stage.create({ Type: 'Question', PublishInTheDisclosureLog: 'Yes' })
  const stored = await stage.theCase(caseId)
  assert.deepEqual(stored['attributes'], { PublishInTheDisclosureLog: 'Yes' })
  assert.equal(stored['is_published'], false)
})

test('answers name the case, and the team and organisation where there is one', async () => {
  const { toXml, toJson } = createCase.returns as Exclude<typeof createCase.returns, string>
  const value = { caseId: 700125, team: 'CUSTREL', organisation: undefined, documentIds: [] }
  assert.deepEqual(toJson(value, { documentUrl: String }), {
    createcaseresponse: { caseid: '700125', team: 'CUSTREL' },
  })
  assert.deepEqual(toXml(value, { documentUrl: String }), {
    name: 'createcaseresponse',
    content: [
      { name: 'caseid', content: '700125' },
      { name: 'team', content: 'CUSTREL' },
    ],
  })
  await stage.publish({ name: 'Grit bin', organisation: 'HIGHWAYS' })
  const created = await stage.create({ Type: 'Grit bin' })
  assert.deepEqual([created.team, created.organisation], [undefined, 'HIGHWAYS'])
})

test('a type goes by its name, label, form synonym or form id, and is always strict', async () => {
  await stage.publish({
    name: 'InformationRequest',
    label: 'Information request',
    synonyms: ['FOI'],
    formIds: ['UF300100', '42'],
    title: { prefix: 'IR - ', field: 'Details' },
    fields: [{ id: 'Details', kind: 'long text' }],
  })
  for (const Type of [' informationrequest', 'INFORMATION REQUEST', 'foi', 'uf300100', '42'])
    assert.ok((await stage.create({ Type })).caseId)
  await stage.refused({ Type: 'NoSuch' }, 'unknownCaseType')
  await stage.refused({ Type: 'x'.repeat(100_000) }, 'unknownCaseType')
  await stage.refused({ Type: 'UF300200' }, 'unknownCaseType')
  await stage.refused({ Type: '' }, 'invalidInput', { parameter: 'Type', kind: 'missing' })
  await stage.refused({}, 'invalidInput', { parameter: 'Type', kind: 'missing' })
  const { caseId } = await stage.create({
    Type: 'FOI',
    Details: 'Cost of street lamps\nsince 2020',
  })
  assert.equal((await stage.theCase(caseId))['label'], 'IR - Cost of street lamps')
})

test('form fields are kept under their ids, unknown names are ignored, empty means not given', async () => {
  const { caseId } = await stage.create({
    Type: 'Complaint',
    details: 'line 1\r\nline 2 100%',
    Reference: '',
    Colour: 'teal',
    'Customer.Phone': '',
    Label: 'Mine',
    Status: 'In hand',
    ExternalId: 'EXT-0077',
    'Location.Latitude': '53.7997',
    'Location.Longitude': '-1.5492',
    'Location.Postcode': 'LS1 1UR',
  })
  const stored = await stage.theCase(caseId)
  assert.deepEqual(stored['attributes'], { Details: 'line 1\nline 2 100%' })
  assert.deepEqual(
    ['label', 'status', 'external_id', 'latitude', 'longitude', 'place_postcode'].map(
      (name) => stored[name],
    ),
    ['Mine', 'In hand', 'EXT-0077', 53.7997, -1.5492, 'LS1 1UR'],
  )
  assert.deepEqual(await stage.flagsOf(caseId), [])
  assert.deepEqual(await partiesOf(caseId), [])
})

test('attributes of cases are kept where they are configured', async () => {
  const { caseId } = await stage.create({
    Type: 'Complaint',
    'case.jurisdiction': 'Wales',
    'Case.ReceivedDate': '14/03/2026',
    PartyContext: 'off',
  })
  assert.deepEqual((await stage.theCase(caseId))['attributes'], {
    'Case.Jurisdiction': 'Wales',
    'Case.ReceivedDate': '2026-03-14',
  })
})

test('opening a case raises its tasks and starts its first stage', async () => {
  await stage.publish({
    name: 'Appeal',
    stages: [
      { stage: 1, days: 10, unit: 'calendar' },
      { stage: 2, days: 20, unit: 'working' },
    ],
    tasks: [
      { code: 'ACK', title: 'Acknowledge', dueInDays: 3 },
      { code: 'READ', title: 'Read it' },
    ],
  })
  const { caseId } = await stage.create({ Type: 'Appeal', RequestDate: '2026-02-27' })
  const [times] = await stage.rows(
    `select target_days as days, target_on::text as "on", current_stage as stage, received_at as at
     from cases where organisation_id = $1 and case_id = $2`,
    caseId,
  )
  assert.deepEqual(times, {
    days: 10,
    on: '2026-03-09',
    stage: 1,
    at: new Date('2026-02-27T00:00:00Z'),
  })
  const tasks = await stage.rows(
    `select code, title, due_on::text as "dueOn" from tasks
     where organisation_id = $1 and case_id = $2 order by task_id`,
    caseId,
  )
  assert.deepEqual(tasks, [
    { code: 'ACK', title: 'Acknowledge', dueOn: '2026-03-02' },
    { code: 'READ', title: 'Read it', dueOn: null },
  ])
  const stages = await stage.rows(
    `select stage, due_on::text as "dueOn" from case_stages
     where organisation_id = $1 and case_id = $2`,
    caseId,
  )
  assert.deepEqual(stages, [{ stage: 1, dueOn: '2026-03-09' }])
})

test('a target in working days is counted by the holidays of the organisation’s own nation', async () => {
  await stage.publish({ name: 'Licence', target: { days: 20, unit: 'working' } })
  const { caseId } = await stage.create({ Type: 'Licence' })
  const stored = await stage.theCase(caseId)
  assert.deepEqual(
    [stored['target_days'], writeLocalDate(stored['target_on'] as Date)],
    [20, '2026-04-14'],
  )
  const deadlines = await stage.rows(
    `select track, stage, code, state, rule, due_on::text as "dueOn", calendar
     from case_deadlines where organisation_id = $1 and case_id = $2`,
    caseId,
  )
  assert.deepEqual(deadlines, [
    {
      track: 'main',
      stage: 'stage-1',
      code: 'respond',
      state: 'running',
      rule: 'LOCAL_TARGET',
      dueOn: '2026-04-14',
      calendar: 'england-and-wales',
    },
  ])
})

test('a form is filed on the case that CaseId names, and answers its number', async () => {
  const form = { Type: 'MoreAboutComplaint', CaseId: '700123', Details: 'It happened again' }
  const filed = await stage.create(form)
  assert.deepEqual([filed.caseId, filed.team], [700123, 'CUSTREL'])
  const actions = await stage.rows(
    `select form, title, attributes, submitted_by as "by" from case_actions
     where organisation_id = $1 and case_id = $2`,
    700123,
  )
  assert.deepEqual(actions, [
    {
      form: 'MoreAboutComplaint',
      title: 'More about a complaint',
      attributes: { Details: 'It happened again' },
      by: 'Website',
    },
  ])
  const [event] = await stage.rows(
    `select kind from case_events where organisation_id = $1 and case_id = $2
     order by event_id desc limit 1`,
    700123,
  )
  assert.equal(event?.['kind'], 'formFiled')
})

test('a type that cannot be filed on a case opens one below it', async () => {
  const { caseId } = await stage.create({ Type: 'Complaint', CaseId: '700123' })
  assert.notEqual(caseId, 700123)
  assert.equal(Number((await stage.theCase(caseId))['parent_case_id']), 700123)
  await stage.refused({ Type: 'Complaint', CaseId: '700199' }, 'unknownCase')
  await stage.refused({ Type: 'InboundCall', CaseId: '700123' }, 'unknownCaseType')
})

test('a case keeps the forms of the version it was opened under', async () => {
  const form = { id: 'F1', synonym: 'Addition', isAmendment: true }
  await stage.publish({ name: 'Tree', actions: [form] })
  const older = await stage.create({ Type: 'Tree' })
  await stage.publish({ name: 'Tree', actions: [] })
  const newer = await stage.create({ Type: 'Tree' })
  const filed = await stage.create({ Type: 'Addition', CaseId: String(older.caseId) })
  assert.equal(filed.caseId, older.caseId)
  await stage.refused({ Type: 'Addition', CaseId: String(newer.caseId) }, 'unknownCaseType')
})

test('where ExternalId is unique, a repeat answers with the case that is there', async () => {
  await stage.publish({ name: 'Meter reading', isExternalIdUnique: true, team: 'ROADS' })
  const sent = { Type: 'Meter reading', ExternalId: 'M-1', 'Customer.Surname': 'Once' }
  const answers = await Promise.all(Array.from({ length: 12 }, () => stage.create(sent)))
  assert.equal(new Set(answers.map(({ caseId }) => caseId)).size, 1)
  assert.deepEqual([...new Set(answers.map(({ team }) => team))], ['ROADS'])
  const people = await stage.test.sql(`select 1 from customers where surname = 'Once'`)
  assert.equal(people.length, 1)
  const other = await stage.create({ Type: 'Complaint', ExternalId: 'M-1' })
  assert.notEqual(other.caseId, answers[0]?.caseId)
  const without = await Promise.all([1, 2].map(() => stage.create({ Type: 'Meter reading' })))
  assert.notEqual(without[0]?.caseId, without[1]?.caseId)
})
