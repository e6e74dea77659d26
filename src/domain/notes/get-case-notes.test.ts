import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fixture, type Fixture } from '#test/fixture.ts'
import { addCaseNote, getCaseNotes, getNoteKinds } from './index.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

type Shown = Awaited<ReturnType<(typeof getCaseNotes)['handle']>>

const notesOf = async (...given: Parameters<Fixture['actor']>): Promise<Shown> =>
  (await stage.perform(getCaseNotes, { CaseId: '700122' }, stage.actor(...given))) as Shown

test('a case is shown with its type, status, main party and notes, newest first', async () => {
  await stage.perform(addCaseNote, { CaseId: '700122', Notes: 'first' })
  await stage.perform(addCaseNote, { CaseId: '700122', Notes: 'second', Type: 'Telephone' })
  const { notes, ...heading } = await notesOf('case worker')
  assert.deepEqual(heading, {
    caseId: 700122,
    caseType: 'Complaint',
    status: 'New case',
    mainParty: 'Miss Ann Bell',
    mayAddNote: true,
  })
  assert.deepEqual(
    notes.map(({ body, kind }) => [body, kind]),
    [
      ['second', 'Telephone'],
      ['first', 'General'],
    ],
  )
})

test('who looked at a case is written down', async () => {
  await notesOf('auditor')
  const [entry] = await stage.test.sql(
    `select actor, operation, outcome from audit_entries order by entry_id desc limit 1`,
  )
  assert.deepEqual(entry, { actor: 'user 1 Sam Dee', operation: 'getcasenotes', outcome: 'done' })
})

test('somebody who may only look is not offered to add a note', async () => {
  assert.equal((await notesOf('auditor')).mayAddNote, false)
})

test("a confidential case, and another organisation's, are as unknown as a case that is not", async () => {
  await stage.test.sql(
    `update cases set is_confidential = true where organisation_id = $1 and case_id = 700123`,
    [stage.organisationId],
  )
  await stage.test.sql(`delete from case_parties where organisation_id = $1 and case_id = 700124`, [
    stage.otherOrganisationId,
  ])
  await stage.test.sql(`delete from cases where organisation_id = $1 and case_id = 700124`, [
    stage.otherOrganisationId,
  ])
  const unknown = { kind: { name: 'unknownCase', message: 'There is no such case' } }
  const sam = stage.actor('case worker')
  const stranger = stage.actor('administrator', stage.otherOrganisationId)
  await assert.rejects(stage.perform(getCaseNotes, { CaseId: '700123' }, sam), unknown)
  await assert.rejects(stage.perform(getCaseNotes, { CaseId: '700199' }, sam), unknown)
  await assert.rejects(stage.perform(getCaseNotes, { CaseId: '700124' }, stranger), unknown)
})

test('the general kind of note comes first, then the configured ones', async () => {
  const sam = stage.actor('case worker')
  assert.deepEqual(await stage.perform(getNoteKinds, { CaseId: '700122' }, sam), {
    caseId: 700122,
    kinds: ['General', 'Telephone'],
  })
})
