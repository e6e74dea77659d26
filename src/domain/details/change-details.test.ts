import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Refusal } from '#kernel/refusal.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { changeDetailsOfCase, getDetailsForm } from './index.ts'

const fields = [
  { id: 'Story', label: 'What happened', kind: 'long text', isRequired: true },
  { id: 'Street', label: 'Which street', hint: 'As on the sign', kind: 'text' },
  { id: 'Health', label: 'State of health', kind: 'text', isSensitive: true },
  { id: 'Seen', label: 'When was it seen', kind: 'date' },
  { id: 'At', label: 'When was it told', kind: 'date-time' },
  { id: 'Colour', label: 'Colour', kind: 'list', values: ['Green', 'Brown'] },
  { id: 'PublishInTheDisclosureLog', label: 'Publish', kind: 'flag' },
]

let stage: CaseStage
before(async () => {
  stage = await caseStage()
  await stage.publish({ name: 'Grit bin', fields })
})
after(() => stage.close())

type Sent = Readonly<Record<string, string>>
const open = async (sent: Sent = {}) =>
  (await stage.create({ Type: 'Grit bin', Story: 'Lid off', Street: 'High Street', ...sent }))
    .caseId
const change = (caseId: number, sent: Sent) =>
  stage.perform(changeDetailsOfCase, { CaseId: String(caseId), ...sent })
const storedIn = async (caseId: number) => (await stage.theCase(caseId))['attributes']
const lastEvent = async (caseId: number) =>
  (
    await stage.rows(
      `select kind, particulars, actor from case_events
       where organisation_id = $1 and case_id = $2 order by event_id desc limit 1`,
      caseId,
    )
  )[0]
const marksOf = async (caseId: number) => {
  const sent = { CaseId: String(caseId) }
  const { fields: shown } = (await stage.perform(getDetailsForm, sent)) as {
    fields: readonly { id: string; mark: string }[]
  }
  return Object.fromEntries(shown.map(({ id, mark }) => [`Seen.${id}`, mark]))
}
const flawsOf = async (work: Promise<unknown>) => {
  try {
    await work
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return [
      error.kind.name,
      ...error.flaws.map(({ parameter, message }) => `${parameter}: ${message}`),
    ]
  }
  return []
}

test('what is sent is changed or cleared, and the history has each before and after', async () => {
  const caseId = await open({ Health: 'Poor', Colour: 'green' })
  await change(caseId, {
    'Field.Story': 'Lid off\r\nand gone',
    'Field.Street': ' ',
    'Field.Health': 'Good',
    'Field.Seen': '21/5/2026',
    'Field.At': '21/5/2026 9.05',
    'Field.Colour': 'Green',
    'Field.PublishInTheDisclosureLog': 'Yes',
  })
  assert.deepEqual(await storedIn(caseId), {
    Story: 'Lid off\nand gone',
    Health: 'Good',
    Seen: '2026-05-21',
    At: '2026-05-21T09:05:00',
    Colour: 'Green',
    PublishInTheDisclosureLog: 'Yes',
  })
  assert.equal((await stage.theCase(caseId))['is_published'], true)
  assert.deepEqual(await lastEvent(caseId), {
    kind: 'detailsChanged',
    actor: 'Sam Dee',
    particulars: {
      fields: ['Story', 'Street', 'Health', 'Seen', 'At', 'PublishInTheDisclosureLog'],
      changes: {
        Story: { from: 'Lid off', to: 'Lid off\nand gone' },
        Street: { from: 'High Street', to: '' },
        Seen: { from: '', to: '2026-05-21' },
        At: { from: '', to: '2026-05-21T09:05:00' },
        PublishInTheDisclosureLog: { from: '', to: 'Yes' },
      },
    },
  })
})

test('all that does not fit is told at once, and nothing is changed', async () => {
  const caseId = await open()
  const sent = { 'Field.Story': '', 'Field.Seen': 'soon', 'Field.Street': 'Low Street' }
  assert.deepEqual(await flawsOf(change(caseId, sent)), [
    'invalidInput',
    'Field.Story: “What happened” must be filled in',
    'Field.Seen: “When was it seen” must be a real date, such as 21/5/2026',
  ])
  assert.deepEqual(await storedIn(caseId), { Story: 'Lid off', Street: 'High Street' })
})

test('what is stored and fits no longer stays until it is changed, unless misfits are refused', async () => {
  const caseId = await open()
  await stage.rows(
    `update cases set attributes = attributes || '{"Colour": "Teal"}'
     where organisation_id = $1 and case_id = $2`,
    caseId,
  )
  const sent = { 'Field.Colour': 'Teal', 'Field.Street': 'Low Street' }
  await change(caseId, sent)
  assert.deepEqual(await storedIn(caseId), {
    Story: 'Lid off',
    Street: 'Low Street',
    Colour: 'Teal',
  })
  const unfit = ['invalidInput', 'Field.Colour: “Colour” must be a value of its list']
  assert.deepEqual(await flawsOf(change(caseId, { 'Field.Colour': 'Blue' })), unfit)
  await stage.setStrict(true)
  assert.deepEqual(await flawsOf(change(caseId, sent)), unfit)
  await stage.setStrict(false)
})

test('a form on top of what somebody else has changed is refused; what both agree on is not', async () => {
  const caseId = await open()
  const seen = await marksOf(caseId)
  await change(caseId, { 'Field.Street': 'Low Street', 'Field.Colour': 'Brown' })
  const both = { ...seen, 'Field.Street': 'Mid Street', 'Field.Colour': '', 'Field.Health': 'Good' }
  assert.deepEqual(await flawsOf(change(caseId, both)), [
    'detailsChangedMeanwhile',
    'Seen: Sam Dee has changed “Which street”, “Colour” since you opened this page: look at both versions, then save again',
    'Field.Street: “Which street” was changed by somebody else too: choose what stays',
  ])
  await change(caseId, { ...seen, 'Field.Street': 'Low Street', 'Field.Health': 'Good' })
  assert.deepEqual(await storedIn(caseId), {
    Story: 'Lid off',
    Street: 'Low Street',
    Colour: 'Brown',
    Health: 'Good',
  })
})

test('what was left as it was tells the history nothing', async () => {
  const caseId = await open()
  const before = await lastEvent(caseId)
  await change(caseId, { 'Field.Street': 'High Street', 'Field.NoSuch': 'x' })
  assert.deepEqual(await lastEvent(caseId), before)
})
