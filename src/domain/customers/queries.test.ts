import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fixture, type Fixture } from '#test/fixture.ts'
import type { CustomerDetails } from './index.ts'
import { upsertPeople } from './queries.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

const save = async (...details: CustomerDetails[]) => {
  const people = details.map((each, person) => ({ person, details: each }))
  const rows = await stage.test.database.write(stage.organisationId, (db) =>
    upsertPeople(db, { people, now: stage.clock.now() }),
  )
  return rows.map(({ customerId }) => customerId)
}
const person = async (customerId: number | undefined) => {
  const [row] = await stage.test.sql(
    `select to_jsonb(c) as row from customers c where customer_id = $1`,
    [customerId],
  )
  return row?.['row'] as Record<string, unknown>
}

test('a person without a reference is a new one each time, and every detail is kept', async () => {
  const details = {
    title: 'Mx',
    firstName: 'Ann',
    surname: 'Bell',
    name: 'Ann Bell',
    organisationName: 'Mill Ltd',
    address: '1 Mill Lane',
    town: 'Leeds',
    county: 'Yorks',
    country: 'England',
    postcode: 'LS1',
    email: 'a@example.org',
    phone: '1',
    mobile: '2',
    contactMethod: 'Email',
    contactTime: 'noon',
    contactLanguage: 'fr',
    contactConsent: false,
    category: 'Tenant',
    dateOfBirth: '1980-03-14',
    further: { Alias: 'Nan' },
  }
  const [first] = await save(details)
  const [second] = await save(details)
  assert.notEqual(first, second)
  const row = await person(first)
  const snake = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  for (const [key, value] of Object.entries(details)) assert.deepEqual(row[snake(key)], value, key)
})

test('a person held under the reference is updated: absent stays, null is cleared', async () => {
  const [first] = await save({ reference: 'P1', surname: 'Bell', phone: '7', further: { A: '1' } })
  const [again] = await save({ reference: 'P1', phone: null, email: 'e', further: { B: '2' } })
  assert.equal(first, again)
  const row = await person(first)
  assert.deepEqual(
    [row['surname'], row['phone'], row['email'], row['further']],
    ['Bell', null, 'e', { A: '1', B: '2' }],
  )
  await save({ reference: 'P1', further: { A: null } })
  assert.deepEqual((await person(first))['further'], { B: '2' })
})

test('a reference alone names a person and changes nothing', async () => {
  const [first] = await save({ reference: 'P2', surname: 'Bell' })
  const earlier = await person(first)
  stage.clock.set('2026-03-15T09:30:00Z')
  assert.deepEqual(await save({ reference: 'P2' }), [first])
  assert.deepEqual(await person(first), earlier)
})

test('several people of one call keep their order, known and new', async () => {
  const [known] = await save({ reference: 'Z9' })
  const saved = await save(
    { surname: 'One' },
    { reference: 'Z9' },
    { surname: 'Three' },
    { reference: 'A1' },
  )
  assert.equal(saved[1], known)
  assert.equal((await person(saved[0]))['surname'], 'One')
  assert.equal((await person(saved[2]))['surname'], 'Three')
  assert.equal((await person(saved[3]))['reference'], 'A1')
})

test('calls at once with the same new references make one person each, in any order', async () => {
  const both = [{ reference: 'N1' }, { reference: 'N2' }]
  const all = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      index % 2 === 0 ? save(...both) : save(...both.toReversed()).then((ids) => ids.toReversed()),
    ),
  )
  assert.equal(new Set(all.map(String)).size, 1)
})

test('the same reference in another organisation is another person', async () => {
  const rows = await stage.test.database.write(stage.otherOrganisationId, (db) =>
    upsertPeople(db, {
      people: [{ person: 0, details: { reference: 'P1', surname: 'Other' } }],
      now: stage.clock.now(),
    }),
  )
  const [own] = await save({ reference: 'P1' })
  assert.notEqual(rows[0]?.customerId, own)
  assert.equal((await person(own))['surname'], 'Bell')
})
