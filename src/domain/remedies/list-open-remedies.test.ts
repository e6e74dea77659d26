import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fixture, type Fixture } from '#test/fixture.ts'
import { refusedAs } from '#test/refused-as.ts'
import { listOpenRemedies } from './index.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

type Listed = Awaited<ReturnType<(typeof listOpenRemedies)['handle']>>

const list = async (sent = {}, ...given: Parameters<Fixture['actor']>): Promise<Listed> =>
  (await stage.perform(listOpenRemedies, sent, stage.actor(...given))) as Listed

/** Adds remedies that are due on these days, numbered from the first. */
const addDue = (
  caseId: number,
  first: number,
  days: readonly string[],
  of = stage.organisationId,
) =>
  stage.test.sql(
    `insert into remedies (organisation_id, case_id, remedy, what, description, due_on, added_at,
       added_by, changed_at, changed_by)
     select $1, $2, $3 + n::int - 1, 'action', 'x', d::date, '2026-03-14', 'x', '2026-03-14', 'x'
     from unnest($4::text[]) with ordinality as days (d, n)`,
    [of, caseId, first, days],
  )
const dueOf = ({ remedies }: Listed) => remedies.map(({ dueOn }) => dueOn)

test('where nothing is open the list is empty', async () => {
  assert.deepEqual(await list(), { remedies: [], next: undefined, isFirstPage: true })
})

test('what is late comes first; what is due today is not late', async () => {
  await addDue(700123, 1, ['2026-03-20', '2026-03-14', '2026-03-13'])
  await addDue(700122, 1, ['2026-02-01'])
  const found = await list({}, 'case worker')
  assert.deepEqual(
    found.remedies.map(({ caseId, dueOn, isLate }) => [caseId, dueOn, isLate]),
    [
      [700122, '2026-02-01', true],
      [700123, '2026-03-13', true],
      [700123, '2026-03-14', false],
      [700123, '2026-03-20', false],
    ],
  )
})

test('what is done is not in it; what is open on a closed case is', async () => {
  await stage.test.sql(
    `update remedies set state = 'done', done_on = '2026-03-14', settled_at = '2026-03-14'
     where organisation_id = $1 and due_on = '2026-02-01'`,
    [stage.organisationId],
  )
  await stage.test.sql(
    `update cases set closed_on = '2026-03-14' where organisation_id = $1 and case_id = 700123`,
    [stage.organisationId],
  )
  const found = await list()
  assert.deepEqual(dueOf(found), ['2026-03-13', '2026-03-14', '2026-03-20'])
  assert.ok(found.remedies.every(({ isCaseClosed }) => isCaseClosed))
})

test('remedies of a confidential case are for those who may see the case', async () => {
  await addDue(700124, 1, ['2026-03-15'])
  await stage.test.sql(
    `update cases set is_confidential = true where organisation_id = $1 and case_id = 700124`,
    [stage.organisationId],
  )
  assert.ok(!dueOf(await list({}, 'case worker')).includes('2026-03-15'))
  assert.ok(dueOf(await list({}, 'manager')).includes('2026-03-15'))
})

test('another organisation sees nothing of it', async () => {
  assert.deepEqual(dueOf(await list({}, 'manager', stage.otherOrganisationId)), [])
})

test('a long list is read page by page, each remedy once', async () => {
  await addDue(
    700123,
    100,
    Array.from(
      { length: 120 },
      (_, at) => `2026-05-${String(1 + Math.floor(at / 5)).padStart(2, '0')}`,
    ),
  )
  const seen: string[] = []
  const sizes: number[] = []
  for (let page = await list({}, 'manager'); ;) {
    seen.push(...page.remedies.map(({ caseId, remedy }) => `${caseId} ${remedy}`))
    sizes.push(page.remedies.length)
    if (page.next === undefined) break
    page = await list({ After: page.next }, 'manager')
    assert.equal(page.isFirstPage, false)
  }
  assert.deepEqual(sizes, [50, 50, 24])
  assert.equal(new Set(seen).size, 124)
})

test('it is not for those who only take requests in, and who read it is written down', async () => {
  await assert.rejects(list({}, 'front line'), refusedAs('notPermitted'))
  await list({}, 'auditor')
  const [entry] = await stage.test.sql(
    `select operation, outcome from audit_entries order by entry_id desc limit 1`,
  )
  assert.deepEqual(entry, { operation: 'listopenremedies', outcome: 'done' })
})
