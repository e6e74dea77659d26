import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { getCaseDetails } from '#domain/attributes/index.ts'
import { endCase } from '#domain/stages/index.ts'
import { getTimeline } from '#domain/timeline/index.ts'
import { actorWith } from '#test/fixture.ts'
import { movingStage, type MovingStage } from '#test/moving-stage.ts'
import { twoStages } from '#test/stage-types.ts'
import { getRecategorisation, recategoriseCase } from './index.ts'

const staged = {
  ...twoStages,
  fields: [
    ...twoStages.fields,
    { id: 'Health', label: 'Health', kind: 'text', isSensitive: true },
    { id: 'Since', label: 'Since when', kind: 'date' },
  ],
}
const enquiry = {
  name: 'Enquiry',
  label: 'Enquiry',
  team: 'ROADS',
  ratings: ['Simple'],
  rating: 'Simple',
  fields: [
    { id: 'Details', label: 'What is asked', kind: 'long text' },
    { id: 'Since', label: 'How many weeks', kind: 'number' },
    { id: 'Remark', label: 'Remark', kind: 'text', isSensitive: true },
  ],
  procedure: {
    stages: [
      {
        code: 'first',
        name: 'Answering',
        number: 1,
        status: 'Answering',
        deadlines: [{ code: 'respond', target: { days: 20 }, from: 'received', isTarget: true }],
        tasks: [{ code: 'READ', title: 'Read it', due: { days: 2 } }],
        outcomes: [{ code: 'done', label: 'Done', leadsTo: 'closure' }],
      },
    ],
  },
}

let stage: MovingStage
before(async () => {
  stage = await movingStage(staged)
  await stage.publish(enquiry)
})
after(() => stage.close())

const reason = { Type: 'Enquiry', Reason: 'Nothing is complained of' }
const answers = { Details: 'A lamp', Finding: 'It is dark', Health: 'Asthma', Since: '2026-02-01' }
const look = async (caseId: number) =>
  (await stage.perform(
    getRecategorisation,
    { CaseId: String(caseId), Type: 'enquiry' },
    stage.actor('case worker'),
  )) as Awaited<ReturnType<(typeof getRecategorisation)['handle']>>

test('what becomes of a case is shown first, and nothing is changed by that', async () => {
  const caseId = await stage.open({ RequestDate: '2026-03-09', ...answers })
  const shown = await look(caseId)
  assert.deepEqual(
    shown.fields.map(({ id, goes, fitting }) => [id, goes, fitting.map((field) => field.id)]),
    [
      ['Details', 'Details', ['Details', 'Remark']],
      ['Finding', '*history', ['Details', 'Remark']],
      ['Health', undefined, ['Details', 'Remark']],
      ['Since', '*history', ['Details', 'Remark']],
    ],
  )
  assert.deepEqual([shown.stagesLeft, shown.stagesBegun], [['Stage 1'], ['Answering']])
  assert.deepEqual(shown.tasksLeft, ['Call the customer', 'Draft the answer'])
  assert.deepEqual(shown.lettersLeft, ['Acknowledgement'])
  assert.deepEqual(
    shown.deadlines.map(({ dueOn }) => dueOn),
    ['2026-04-08'],
  )
  assert.equal((await stage.theCase(caseId))['status'], 'At stage 1')
})

test('a case comes under another type with its number, its answers placed, its dates from the same receipt', async () => {
  const caseId = await stage.open({ RequestDate: '2026-03-09', Rating: 'High', ...answers })
  await stage.act(recategoriseCase, { CaseId: caseId, ...reason, 'Goes.Health': 'Remark' })
  const theCase = await stage.theCase(caseId)
  assert.deepEqual(theCase['attributes'], { Details: 'A lamp', Remark: 'Asthma' })
  assert.deepEqual(
    [theCase['status'], theCase['label'], theCase['rating'], theCase['current_stage']],
    ['Answering', 'Enquiry', 'Simple', 1],
  )
  assert.deepEqual(await stage.stagesOf(caseId), [
    {
      track: 'main',
      code: 'first',
      due: '2026-04-08',
      outcome: null,
      inTarget: null,
      isOver: false,
    },
  ])
  assert.deepEqual(
    (await stage.tasksOf(caseId)).map(({ code, team, isDone }) => [code, team, isDone]),
    [
      ['CALL', 'CUSTREL', true],
      ['DRAFT', 'ROADS', true],
      ['READ', 'ROADS', false],
    ],
  )
  const { entries } = (await stage.perform(
    getTimeline,
    { CaseId: String(caseId) },
    stage.actor('case worker'),
  )) as Awaited<ReturnType<(typeof getTimeline)['handle']>>
  const told = entries.find(({ title }) => title === 'Put under another type: Enquiry')
  assert.deepEqual(
    told?.changes.map(({ what, from, to }) => [what, from, to]),
    [
      ['Type', 'Staged', 'Enquiry'],
      ['Stage', 'Stage 1', 'Answering'],
      ['Target date', '23 March 2026', '8 April 2026'],
      ['What was found', 'It is dark', null],
      ['Since when', '1 February 2026', null],
    ],
  )
  assert.equal(told?.text, 'Nothing is complained of')
  const details = JSON.stringify(
    await stage.perform(getCaseDetails, { CaseId: String(caseId) }, stage.actor()),
  )
  assert.match(details, /CaseDetailsEnquiry/)
  assert.doesNotMatch(details, /It is dark/)
})

test('what is sensitive stands in no history, and goes nowhere only where that is chosen', async () => {
  const caseId = await stage.open(answers)
  await stage.refused(recategoriseCase, { CaseId: caseId, ...reason }, [
    'Select where “Health” goes',
  ])
  await stage.refused(
    recategoriseCase,
    { CaseId: caseId, ...reason, 'Goes.Health': '*history', 'Goes.Since': 'Since' },
    ['Select where “Health” goes', 'Select where “Since when” goes'],
  )
  await stage.refused(
    recategoriseCase,
    { CaseId: caseId, ...reason, 'Goes.Health': 'Remark', 'Goes.Finding': 'Remark' },
    ['“What was found” goes where “Health” goes: select another place for one of them'],
  )
  await stage.act(recategoriseCase, { CaseId: caseId, ...reason, 'Goes.Health': '*nowhere' })
  assert.doesNotMatch(JSON.stringify(await stage.lastEvent(caseId)), /Asthma/)
})

test('a closed case, its own type, and who may open no cases are refused', async () => {
  const caseId = await stage.open()
  const own = { CaseId: caseId, Type: 'Staged', Reason: 'x' }
  await stage.refused(recategoriseCase, own, ['This case is a case of “Staged” already'])
  const actor = actorWith(stage.organisationId, ['case.recategorise'])
  await assert.rejects(stage.act(recategoriseCase, { CaseId: caseId, ...reason }, actor), {
    kind: { name: 'notPermitted', message: 'You do not have permission to do this' },
  })
  await stage.act(endCase, { CaseId: caseId, Ending: 'withdrawn', Reason: 'Settled' })
  await stage.refused(recategoriseCase, { CaseId: caseId, ...reason }, [], 'caseClosed')
})
