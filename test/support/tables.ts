import pg from 'pg'
import type { TestDatabase } from '#test/database.ts'

/** Runs SQL as the server’s superuser, who sees equality answers too. */
export async function asSuperuser(
  { superuser }: TestDatabase,
  text: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(superuser)
  await client.connect()
  try {
    return (await client.query(text, [...values])).rows
  } finally {
    await client.end()
  }
}

/** What a table holds, told by its content: a change of any row changes it. */
export type Contents = Readonly<Record<string, string>>

/** Tells what all tables hold, or only the rows of one organisation; the audit apart. */
export async function contentsOf(
  database: TestDatabase,
  organisationId?: number,
): Promise<Contents> {
  const tables = await asSuperuser(
    database,
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
       and c.relname not in ('audit_entries', 'audit_links')
       and ($1::int is null or exists (
         select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id'))
     order by 1`,
    [organisationId ?? null],
  )
  const own = organisationId === undefined ? '' : `where organisation_id = ${organisationId}`
  const parts = tables.map(
    ({ name }) =>
      `select '${String(name)}' as name,
         count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as held
       from (select * from ${String(name)} ${own}) t`,
  )
  const held = await asSuperuser(database, parts.join(' union all '))
  return Object.fromEntries(held.map((row) => [String(row['name']), String(row['held'])]))
}

/** How many audit entries there are of each operation and outcome. */
export async function auditOf({
  sql,
}: Pick<TestDatabase, 'sql'>): Promise<Readonly<Record<string, number>>> {
  const counted = await sql(
    `select operation || ' ' || outcome as what, count(*)::int as n from audit_entries group by 1`,
  )
  return Object.fromEntries(counted.map(({ what, n }) => [String(what), Number(n)]))
}
