import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { handInAnswers } from '#domain/equality/index.ts'
import { configuredOptions } from '#domain/options/index.ts'
import { rawParameters } from '#kernel/parameters.ts'
import { fixture, fixtureKey, type Fixture } from '#test/fixture.ts'
import { partiesSent, partyRows, peopleOf, updateCustomer } from './index.ts'
import { upsertPeople } from './queries.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
  for (const id of [stage.organisationId, stage.otherOrganisationId])
    await stage.test.sql(
      `insert into options (organisation_id, list, value)
       select $1::int, 'parameter', unnest($2::text[]) union all values ($1::int, 'gender', 'Female')`,
      [id, partyRows('Customer.').map(({ name }) => name)],
    )
  await stage.test.sql(`update organisations set settings = $2 where organisation_id = $1`, [
    stage.otherOrganisationId,
    { isStrict: true },
  ])
})
after(() => stage.close())

const canary = 'canary4711'
const questions = ['Gender', 'EthnicOrigin', 'Sexuality', 'Faith', 'AgeGroup', 'Disability1']
const answers = (prefix: string) =>
  Object.fromEntries(
    [...questions, 'Disability9'].map((name) => [`${prefix}${name}`, `${canary} ${name}`]),
  )

/** Every table in which the text stands, in whatever column, outside the system's own. */
async function tablesWith(text: string): Promise<readonly string[]> {
  const client = new pg.Client(stage.test.superuser)
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`,
    )
    const found = []
    for (const { name } of tables) {
      const { rowCount } = await client.query(
        `select from ${name} t
         where t::text ilike '%' || $1 || '%' or t::text ilike '%' || encode($1::bytea, 'hex') || '%'
         limit 1`,
        [text],
      )
      if (rowCount) found.push(name)
    }
    return found
  } finally {
    await client.end()
  }
}
const answersKept = async () => {
  const client = new pg.Client(stage.test.superuser)
  await client.connect()
  try {
    const { rows } = await client.query('select count(*)::int as n from equality.answers')
    return Number(rows[0]?.n)
  } finally {
    await client.end()
  }
}

test('the search for equality answers finds what is not kept apart', async () => {
  await stage.perform(updateCustomer, { Id: 'E0', Alias: 'findable' })
  assert.deepEqual(await tablesWith('findable'), ['public.customers'])
})

test('answers of parties of a new case reach the store and nothing else', async () => {
  const raw = rawParameters(
    Object.entries({
      'Customer.Surname': 'Bell',
      'Agent.Surname': 'Dee',
      ...answers('Customer.'),
      ...answers('Agent.'),
    }).map(([name, value]) => ({ name, value })),
  )
  const earlier = await answersKept()
  await stage.test.database.write(stage.organisationId, async (db) => {
    const people = peopleOf(partiesSent(raw, await configuredOptions(db)))
    const rows = people.map(({ person, details }) => ({ person, details }))
    const saved = await upsertPeople(db, { people: rows, now: stage.clock.now() })
    for (const { person, equality } of people)
      void handInAnswers(db, {
        equalityKey: fixtureKey,
        customerId: saved[person]?.customerId ?? 0,
        answers: equality,
      })
  })
  assert.equal((await answersKept()) - earlier, 14)
  assert.deepEqual(await tablesWith(canary), [])
})

test('answers given and taken back by updatecustomer reach the store and nothing else', async () => {
  const earlier = await answersKept()
  await stage.perform(updateCustomer, { Id: 'E1', Surname: 'Bell', ...answers('') })
  await stage.perform(updateCustomer, {
    Id: 'E1',
    ...Object.fromEntries(Object.keys(answers('')).map((name) => [name, ''])),
  })
  assert.equal((await answersKept()) - earlier, 14)
  assert.deepEqual(await tablesWith(canary), [])
})

test('a refused call keeps no answer anywhere', async () => {
  const earlier = await answersKept()
  const strict = stage.actor(undefined, stage.otherOrganisationId)
  await stage.perform(updateCustomer, { Id: 'E2' })
  for (const [sent, actor] of [
    [{ Id: 'E3', NewId: 'E2' }, stage.actor()],
    [{ NewId: 'E4' }, stage.actor()],
    [{ Id: 'E5' }, stage.actor('front line')],
    [{ Id: 'E6', ContactLanguage: 'french' }, strict],
  ] as const)
    await assert.rejects(
      stage.perform(updateCustomer, { ...sent, ...answers('') }, actor),
      (error) => {
        assert.ok(error instanceof Error)
        assert.ok(!JSON.stringify([error.message, error.stack, error]).includes(canary))
        return true
      },
    )
  assert.equal(await answersKept(), earlier)
  assert.deepEqual(await tablesWith(canary), [])
})
