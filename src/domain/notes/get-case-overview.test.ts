import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fixture, type Fixture } from '#test/fixture.ts'
import { getRecentCaseList } from '#domain/cases/index.ts'
import { addCaseNote, findCase, getCaseOverview, getNoteKinds } from './index.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

type Shown = Awaited<ReturnType<(typeof getCaseOverview)['handle']>>

const overviewOf = async (...given: Parameters<Fixture['actor']>): Promise<Shown> =>
  (await stage.perform(getCaseOverview, { CaseId: '700122' }, stage.actor(...given))) as Shown

test('a case is shown with what it is, who has it and its notes, newest first', async () => {
  await stage.test.sql(
    `update cases set target_on = '2026-03-30', assigned_user_id = 1
     where organisation_id = $1 and case_id = 700122`,
    [stage.organisationId],
  )
  await stage.perform(addCaseNote, { CaseId: '700122', Notes: 'first' })
  await stage.perform(addCaseNote, { CaseId: '700122', Notes: 'second', Type: 'Telephone' })
  const { notes, parties, next, done, ...heading } = await overviewOf('case worker')
  assert.deepEqual(heading, {
    caseId: 700122,
    caseType: 'Complaint',
    status: 'New case',
    isConfidential: false,
    mainParty: 'Miss Ann Bell',
    externalReference: 'EXT-0041',
    accountId: null,
    accountType: null,
    accountReference: null,
    answers: [],
    receivedOn: '2026-03-02',
    targetOn: '2026-03-30',
    team: 'Customer relations',
    owner: 'Dee, Sam',
    assignedByRule: null,
    rating: null,
    closedOn: null,
    tags: [],
    flags: [],
    documents: [],
    merging: { takenIn: [], goneInto: undefined, notes: [], documents: [], letters: [] },
    mayAssign: true,
    maySplit: true,
    mayMerge: true,
    mayUnmerge: true,
    mayRecategorise: true,
    mayChangeDetails: true,
    mayAddNote: true,
    maySettleFlags: true,
    mayAddDocuments: true,
  })
  assert.deepEqual(
    parties.map(({ role, position, name }) => [role, position, name]),
    [['Customer', 0, 'Miss Ann Bell']],
  )
  assert.deepEqual(next, [])
  assert.deepEqual(
    done.map(({ title, text, actor }) => [title, text, actor]),
    [
      ['Note added', 'second', 'Website'],
      ['Note added', 'first', 'Website'],
    ],
  )
  assert.deepEqual(
    notes.map(({ body, kind }) => [body, kind]),
    [
      ['second', 'Telephone'],
      ['first', 'General'],
    ],
  )
})

test('who looked at a case is written down', async () => {
  await overviewOf('auditor')
  const [entry] = await stage.test.sql(
    `select actor, operation, outcome from audit_entries order by entry_id desc limit 1`,
  )
  assert.deepEqual(entry, {
    actor: 'user 1 Sam Dee',
    operation: 'getcaseoverview',
    outcome: 'done',
  })
})

test('a case that somebody opens is the first of those they used last; a program uses none', async () => {
  const used = async () => {
    const list = await stage.perform(getRecentCaseList, { UserName: 'sdee' })
    return (list as { caseId: string }[]).map(({ caseId }) => Number(caseId))
  }
  const openAt = async (at: string, CaseId: string, as = stage.actor('case worker')) => {
    stage.clock.set(`2026-03-14T${at}Z`)
    await stage.perform(getCaseOverview, { CaseId }, as)
  }
  await openAt('10:00:00', '700122')
  await openAt('10:01:00', '700124')
  await openAt('10:02:00', '700123', stage.actor())
  assert.deepEqual(await used(), [700124, 700122])
  await openAt('10:03:00', '700122')
  await openAt('10:02:30', '700122')
  assert.deepEqual(await used(), [700122, 700124])
  const [{ usedAt } = {}] = await stage.test.sql(
    `select used_at as "usedAt" from case_uses where case_id = 700122`,
  )
  assert.deepEqual(usedAt, new Date('2026-03-14T10:03:00Z'))
  stage.clock.set('2026-03-14T09:30:00Z')
})

test('a case that was sought in vain is not used, nor by somebody who is no user here', async () => {
  const before = await stage.test.sql('select count(*)::int as n from case_uses')
  const sam = stage.actor('case worker')
  await assert.rejects(stage.perform(getCaseOverview, { CaseId: '700199' }, sam))
  const gone = { ...sam, id: 999 }
  await stage.perform(getCaseOverview, { CaseId: '700122' }, gone)
  assert.deepEqual(await stage.test.sql('select count(*)::int as n from case_uses'), before)
})

test('somebody who may only look is offered nothing to do', async () => {
  const { mayAddNote, maySettleFlags, mayAddDocuments } = await overviewOf('auditor')
  assert.deepEqual([mayAddNote, maySettleFlags, mayAddDocuments], [false, false, false])
})

test('somebody who may see cases and no documents is shown none', async () => {
  assert.equal((await overviewOf('front line')).documents, undefined)
})

test('what did not fit is told in words, with the label of the form where it has one', async () => {
  await stage.test.sql(
    `insert into case_flags (organisation_id, case_id, parameter, text, raised_at)
     values ($1, 700122, 'Customer.ContactMethod', 'Pigeon', '2026-03-03'),
       ($1, 700122, 'details', 'x', '2026-03-03'), ($2, 700122, 'Team', 'foreign', '2026-03-03')`,
    [stage.organisationId, stage.otherOrganisationId],
  )
  const { flags } = await overviewOf('case worker')
  assert.deepEqual(
    flags.map(({ label, text, settledAt }) => [label, text, settledAt]),
    [
      ['Customer contact method', 'Pigeon', null],
      ['What happened', 'x', null],
    ],
  )
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
  await assert.rejects(stage.perform(getCaseOverview, { CaseId: '700123' }, sam), unknown)
  await assert.rejects(stage.perform(getCaseOverview, { CaseId: '700199' }, sam), unknown)
  await assert.rejects(stage.perform(getCaseOverview, { CaseId: '700124' }, stranger), unknown)
})

test('the general kind of note comes first, then the configured ones', async () => {
  const sam = stage.actor('case worker')
  assert.deepEqual(await stage.perform(getNoteKinds, { CaseId: '700122' }, sam), {
    caseId: 700122,
    kinds: ['General', 'Telephone'],
    mentions: [],
  })
})

const find = (CaseId: string, ...given: Parameters<Fixture['actor']>) =>
  stage.perform(findCase, { CaseId }, stage.actor(...given))
const unknown = { kind: { name: 'unknownCase', message: 'There is no such case' } }

test('a case is found by its number, and is not used by that', async () => {
  const uses = () => stage.test.sql('select user_id, case_id, used_at from case_uses')
  const before = await uses()
  assert.deepEqual(await find('700122', 'front line'), { caseId: 700122 })
  assert.deepEqual(await uses(), before)
})

test('a confidential case is not found by those who may not see it', async () => {
  await stage.test.sql(
    `update cases set is_confidential = true where organisation_id = $1 and case_id = 700123`,
    [stage.organisationId],
  )
  await assert.rejects(find('700123', 'case worker'), unknown)
  assert.deepEqual(await find('700123', 'manager'), { caseId: 700123 })
  await assert.rejects(find('700199', 'manager'), unknown)
})
