import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { testDatabase, type TestDatabase } from '#test/database.ts'

interface Table {
  schema: string
  name: string
  isForced: boolean
  policies: number
}

let stage: TestDatabase
let tables: readonly Table[]
let superuser: pg.Client
const own = 1
const foreign = 2

before(async () => {
  stage = await testDatabase()
  superuser = new pg.Client(stage.superuser)
  await superuser.connect()
  tables = (
    await superuser.query<Table>(`
      select n.nspname as schema, c.relname as name,
        c.relrowsecurity and c.relforcerowsecurity as "isForced",
        (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
      order by 1, 2`)
  ).rows
  await superuser.query(`set session_replication_role = replica`) // rows without the rows they belong to
  for (const table of tables)
    for (const organisation of [own, foreign])
      await superuser.query(await insertInto(table, organisation))
})
after(async () => {
  await superuser.end()
  await stage.close()
})

interface Column {
  name: string
  type: string
  check: string | null
}

/** Columns that may be empty, but not in a row like the one that is put in. */
const askedByChecks: Readonly<Record<string, readonly string[]>> = { mails: ['user_id'] }

/** The statement that puts one row of the organisation into the table, whatever the table is. */
async function insertInto(table: Table, organisation: number): Promise<string> {
  const { rows } = await superuser.query<Column>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
       (select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) as check
     from pg_attribute a
     where a.attrelid = format('%I.%I', $1::text, $2::text)::regclass and a.attnum > 0
       and (a.attnotnull or a.attname = any ($3)) and not a.atthasdef and a.attidentity = ''
       and not a.attisdropped`,
    [table.schema, table.name, askedByChecks[table.name] ?? []],
  )
  const identity = table.name === 'organisations' ? ['organisation_id'] : []
  const names = [...identity, ...rows.map(({ name }) => `"${name}"`)]
  const values = [
    ...identity.map(() => organisation),
    ...rows.map((each) => sampleOf(each, organisation)),
  ]
  return `insert into "${table.schema}"."${table.name}" (${names.join(', ')}) overriding system value
    values (${values.join(', ')})`
}

const samples: readonly (readonly [type: RegExp, sample: string])[] = [
  [/\[\]$/, `'{}'`],
  [/int|numeric|double/, '1'],
  [/timestamp|date/, `'2026-01-01'`],
  [/boolean/, 'false'],
  [/jsonb/, `'{}'`],
  [/bytea/, `'\\x01'`],
]

function sampleOf({ name, type, check }: Column, organisation: number): string {
  if (name === 'organisation_id') return String(organisation)
  if (/^(other|into|kept)_/.test(name)) return '2' // what is linked is not linked with itself, or merged with itself
  const allowed = [...(check ?? '').matchAll(/'([a-z ]+)'::text/g)].map(([, word]) => word)
  if (allowed.length > 0) return `'${allowed[0]}'`
  return samples.find(([pattern]) => pattern.test(type))?.[1] ?? `'sample-${organisation}'`
}

async function asApplication<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(stage.address)
  await client.connect()
  try {
    await client.query(`begin; select set_config('casewright.organisation', '${own}', true)`)
    return await work(client)
  } finally {
    await client.end()
  }
}

test('every table with an organisation has the policy, forced on its owner too', () => {
  assert.ok(tables.length > 25)
  for (const { name, isForced, policies } of tables) {
    assert.ok(isForced, `${name} forces row-level security`)
    assert.ok(policies > 0, `${name} has a policy`)
  }
})

test('a statement without a condition meets no row of another organisation, in any table', async () => {
  for (const { schema, name } of tables) {
    const outcome = await asApplication((client) =>
      client
        .query(`select organisation_id from "${schema}"."${name}"`)
        .then(({ rows }) => rows.map((row: { organisation_id: number }) => row.organisation_id)),
    ).catch((error: { code?: string }) => error.code)
    const isClosed = outcome === '42501' // no right at all
    if (!isClosed) assert.deepEqual(outcome, [own], `${schema}.${name}`)
  }
})

// no right, no right by the wall, or a column that is never written by hand
const refusals = ['42501', '428C9']

test('another organisation’s rows can be neither changed nor removed nor added, in any table', async () => {
  for (const each of tables) {
    const table = `"${each.schema}"."${each.name}"`
    for (const attempt of [
      `update ${table} set organisation_id = organisation_id where organisation_id = ${foreign}`,
      `update ${table} set organisation_id = ${foreign} where organisation_id = ${own}`,
      `delete from ${table} where organisation_id = ${foreign}`,
    ]) {
      const outcome = await asApplication((client) => client.query(attempt)).then(
        ({ rowCount }) => rowCount ?? 0,
        (error: { code?: string }) => error.code ?? 'no code',
      )
      assert.ok(outcome === 0 || refusals.includes(String(outcome)), `${attempt}: ${outcome}`)
    }
    const insertion = await insertInto(each, foreign)
    await assert.rejects(
      asApplication((client) => client.query(insertion)),
      { code: '42501' },
      table,
    )
  }
})

test('the application’s role is no superuser, passes no wall and owns nothing', async () => {
  const { rows } = await superuser.query(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
       (select count(*)::int from pg_class where relowner = r.oid) as owned
     from pg_roles r where rolname = 'casewright'`,
  )
  assert.deepEqual(rows[0], {
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    owned: 0,
  })
})

test('the audit can be added to and read, and nothing else', async () => {
  for (const attempt of [
    'update audit_entries set actor = $$x$$',
    'delete from audit_entries',
    'insert into audit_links select * from audit_links',
  ])
    await assert.rejects(
      asApplication((client) => client.query(attempt)),
      { code: '42501' },
    )
})

test('equality answers can be handed in and not read', async () => {
  await assert.rejects(
    asApplication((client) => client.query('select * from equality.answers')),
    { code: '42501' },
  )
})
