import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fixture, type Fixture } from '#test/fixture.ts'
import { addCaseNote } from './index.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

const notesOf = (caseId: number) =>
  stage.test.sql(
    `select kind, body, is_visible_to_customer as "isVisible", author from notes
     where organisation_id = $1 and case_id = $2 order by note_id`,
    [stage.organisationId, caseId],
  )

test('a note is kept with its author, hidden from the customer unless it says otherwise', async () => {
  const answer = await stage.perform(addCaseNote, { CaseId: '700122', Notes: 'Rang, no answer' })
  assert.deepEqual(answer, { caseId: 700122 })
  assert.deepEqual(await notesOf(700122), [
    { kind: 'General', body: 'Rang, no answer', isVisible: false, author: 'Website' },
  ])
})

test('the newest of several cases with the same reference takes the note', async () => {
  const answer = await stage.perform(addCaseNote, {
    ExternalId: 'EXT-0042',
    Notes: 'For the newest',
  })
  assert.deepEqual(answer, { caseId: 700124 })
})

test('a note of a kind that is not configured is kept as general and flagged', async () => {
  await stage.perform(addCaseNote, { CaseId: '700123', Notes: 'By pigeon', Type: 'Pigeon' })
  assert.equal((await notesOf(700123))[0]?.['kind'], 'General')
  const flags = await stage.test.sql(
    `select parameter, text from case_flags where case_id = 700123`,
  )
  assert.deepEqual(flags, [{ parameter: 'Type', text: 'Pigeon' }])
})

test('a note tells the history, the audit and the time of last change', async () => {
  stage.clock.set('2026-03-14T11:00:00Z')
  await stage.perform(addCaseNote, { CaseId: '700123', Notes: 'One more' })
  const [event] = await stage.test.sql(
    `select kind, actor from case_events where case_id = 700123 order by event_id desc limit 1`,
  )
  assert.deepEqual(event, { kind: 'noteAdded', actor: 'Website' })
  const [entry] = await stage.test.sql(
    `select actor, operation, outcome, case_id::int as "caseId" from audit_entries
     order by entry_id desc limit 1`,
  )
  assert.deepEqual(entry, {
    actor: 'api-key 1 Website',
    operation: 'addcasenotes',
    outcome: 'done',
    caseId: 700123,
  })
  const [theCase] = await stage.test.sql(
    `select updated_at as "updatedAt" from cases where organisation_id = $1 and case_id = 700123`,
    [stage.organisationId],
  )
  assert.deepEqual(theCase?.['updatedAt'], new Date('2026-03-14T11:00:00Z'))
})

test('an unknown case and a case of another organisation take no notes, and the attempt is audited', async () => {
  await assert.rejects(stage.perform(addCaseNote, { CaseId: '700199', Notes: 'x' }), {
    kind: { name: 'unknownCase', message: 'There is no such case' },
  })
  const [entry] = await stage.test.sql(
    `select outcome from audit_entries order by entry_id desc limit 1`,
  )
  assert.equal(entry?.['outcome'], 'refused: unknownCase')
})
