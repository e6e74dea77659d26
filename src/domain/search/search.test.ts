import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { createCase } from '#domain/cases/index.ts'
import { updateCustomer } from '#domain/customers/index.ts'
import { addCaseNote } from '#domain/notes/index.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { excerptOf } from './excerpt.ts'
import { fillSearch } from './queries.ts'
import { search } from './search.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
  const sent = {
    Type: 'Complaint',
    Label: 'Windows will not close',
    ExternalId: 'WEB-9001',
    ExternalAccountId: 'R-5501',
    ExternalAccountType: 'RENT',
    Details: 'Rain comes in every night',
    'Customer.Id': 'P-77',
    'Customer.FirstName': 'Ife',
    'Customer.Surname': 'Okafor',
    'Customer.Address': '12 Elm Road',
    'Customer.Town': 'Leeds',
    'Customer.Postcode': 'LS1 2AB',
    'Customer.Phone': '+44 (0)113 222 0001'.replace('(0)', ''),
    'Customer.Email': 'Ife.Okafor@example.org',
  }
  await stage.perform(createCase, sent)
  await stage.perform(addCaseNote, { CaseId: '700125', Notes: 'A glazier was booked' })
})
after(() => stage.close())

type Results = Awaited<ReturnType<(typeof search)['handle']>>
const find = async (text: string, more: Readonly<Record<string, string>> = {}) =>
  (await stage.perform(search, { Text: text, ...more }, stage.actor('administrator'))) as Results

/** Makes the entries, as the job does every minute. */
const fill = (most = 1000) =>
  stage.test.database.write(stage.organisationId, (db) => fillSearch(db, { most }))

const ways = [
  ['700125', 'case number'],
  ['web-9001', 'external reference'],
  ['R-5501', 'account number'],
  ['p-77', 'reference'],
  ['0113 2220001', 'phone'],
  ['ife.okafor@EXAMPLE.org', 'e-mail address'],
  ['ls12ab', 'postcode'],
  ['okafor', 'name'],
  ['Ife Okaf', 'name'],
  ['okafor elm leeds', 'name and address'],
  ['closing window', 'details'],
  ['raining nights', 'details'],
  ['glaziers', 'note'],
] as const

const assertFound = async () => {
  for (const [text, way] of ways) {
    const { cases } = await find(text)
    assert.deepEqual(
      cases.map((found) => [found.caseId, found.way]),
      [[700125, way]],
      text,
    )
  }
}

test('a case is found by whatever is known of it, at once and when its entries are made', async () => {
  await assertFound()
  await fill()
  assert.deepEqual(await fill(), [{ taken: 0 }])
  await assertFound()
})

test('a misspelt name finds those that look like it, and says so', async () => {
  const { people, cases } = await find('Okaffer')
  assert.deepEqual(
    people.map(({ name, way }) => [name, way]),
    [['Ife Okafor', 'similar name']],
  )
  assert.deepEqual(
    cases.map(({ caseId, person }) => [caseId, person]),
    [[700125, 'Ife Okafor']],
  )
})

test('somebody is found by what they are now, not by what they were', async () => {
  await stage.perform(updateCustomer, { Id: 'P-77', Postcode: 'YO1 7HH' })
  assert.equal((await find('yo17hh')).people.length, 1)
  await fill()
  assert.equal((await find('YO1 7HH')).people.length, 1)
  assert.equal((await find('LS1 2AB')).people.length, 0)
  await stage.perform(updateCustomer, { Id: 'P-77', Postcode: 'LS1 2AB' })
})

test('what is found is narrowed by type, state, team and day of receipt', async () => {
  const count = async (more: Readonly<Record<string, string>>) =>
    (await find('okafor', more)).cases.length
  assert.equal(await count({ CaseType: 'complaint', State: 'open', TeamCode: 'CUSTREL' }), 1)
  assert.equal(await count({ State: 'closed' }), 0)
  assert.equal(await count({ From: '2026-03-14', Until: '2026-03-14' }), 1)
  assert.equal(await count({ From: '2026-03-15' }), 0)
  for (const wrong of [
    { CaseType: 'Nothing' },
    { TeamCode: 'NOBODY' },
    { From: '2026-03-14', Until: '2026-03-13' },
  ])
    await assert.rejects(count(wrong))
})

test('nothing is found of another organisation', async () => {
  const actor = stage.actor('administrator', stage.otherOrganisationId)
  for (const [text] of ways) {
    const { cases, people } = (await stage.perform(search, { Text: text }, actor)) as Results
    assert.equal(cases.length + people.length, 0, text)
  }
})

test('whoever may see no people sees none, and finds their cases', async () => {
  const actor = stage.actor('administrator')
  const permissions = new Set(actor.permissions)
  permissions.delete('customer.view')
  const sent = { Text: 'okafor' }
  const found = (await stage.perform(search, sent, { ...actor, permissions })) as Results
  assert.deepEqual([found.people.length, found.cases.length], [0, 1])
})

test('of a very long text the beginning is found', async () => {
  const Details = `Zeppelins overhead ${'all day long '.repeat(9_000)}`
  await stage.perform(createCase, { Type: 'Complaint', Details })
  await fill()
  const { cases } = await find('zeppelin')
  assert.deepEqual(
    cases.map(({ way }) => way),
    ['details'],
  )
})

test('odd texts are harmless', async () => {
  for (const text of ["'", '\\', ':*', '!', 'the', '<->', 'q & | z', 'x\u0000', '%', '@', '"'])
    assert.equal((await find(text)).cases.length, 0, text)
})

test('what fits stands apart in an excerpt', async () => {
  const [found] = (await find('glazier')).cases
  assert.deepEqual(
    found?.excerpt.filter(({ isMarked }) => isMarked).map(({ text }) => text),
    ['glazier'],
  )
  assert.deepEqual(excerptOf('\u0002a\u0003\n b \u0002c'), [
    { text: 'a', isMarked: true },
    { text: ' b ', isMarked: false },
    { text: 'c', isMarked: false },
  ])
})

test('the index of words is used although the application’s role stands behind the wall', async () => {
  const client = new pg.Client(stage.test.address)
  await client.connect()
  await client.query('begin')
  const values = [String(stage.organisationId)]
  await client.query(`select set_config('casewright.organisation', $1, true)`, values)
  await client.query(`select found_id from find_entries('note', to_tsquery('rare'), 300)`)
  const { rows } = await client.query<{ scans: number }>(
    `select pg_stat_get_xact_numscans('search_entries_notes'::regclass)::int as scans`,
  )
  await client.query('commit')
  await client.end()
  assert.deepEqual(rows, [{ scans: 1 }])
})
