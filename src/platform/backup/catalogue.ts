import type pg from 'pg'
import type { BackupSequence, BackupTable } from './format.ts'

const schemas = ['public', 'equality', 'graphile_worker']

/** A table to be backed up: where it stands, and what is selected of it. */
export interface SourceTable extends BackupTable {
  /** One expression for each column. */
  readonly selected: readonly string[]
}

interface Column {
  readonly schema: string
  readonly table: string
  readonly name: string
  readonly type: string
}

/**
 * Every table but those that migrating fills, a table after those it refers to. Numbers of transactions mean
 * nothing in another cluster: rows read as old ones, and entries of the audit that are linked already as older
 * than those that are not, so that the chain goes on where it ends.
 */
export async function tablesOf(client: pg.ClientBase): Promise<readonly SourceTable[]> {
  const { rows } = await client.query<Column>(
    `select n.nspname as schema, c.relname as table, a.attname as name,
       format_type(a.atttypid, null) as type
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where c.relkind = 'r' and n.nspname = any ($1) and c.relname <> 'migrations'
       and not a.attisdropped and a.attgenerated = ''
     order by n.nspname, c.relname, a.attnum`,
    [schemas],
  )
  const byTable = Map.groupBy(rows, ({ schema, table }) => `${schema}.${table}`)
  const tables = [...byTable].map(([key, columns]) => ({ key, table: sourceOf(columns) }))
  return inOrder(tables, await referencesOf(client))
}

function sourceOf(columns: readonly Column[]): SourceTable {
  const [{ schema, table: name } = { schema: '', table: '' }] = columns
  return {
    schema,
    name,
    columns: columns.map((column) => column.name),
    selected: columns.map((column) => selectedOf(name, column)),
  }
}

function selectedOf(table: string, { name, type }: Column): string {
  if (type !== 'xid8') return `t."${name}"`
  if (table !== 'audit_entries') return `'3'`
  return `case when exists (select from audit_links l
    where l.organisation_id = t.organisation_id and l.entry_id = t.entry_id) then '3' else '4' end`
}

async function referencesOf(client: pg.ClientBase): Promise<ReadonlyMap<string, Set<string>>> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `select fn.nspname || '.' || f.relname as from, tn.nspname || '.' || t.relname as to
     from pg_constraint k
     join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
     join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
     where k.contype = 'f' and k.conrelid <> k.confrelid`,
  )
  const references = new Map<string, Set<string>>()
  for (const { from, to } of rows) references.set(from, (references.get(from) ?? new Set()).add(to))
  return references
}

interface Keyed {
  readonly key: string
  readonly table: SourceTable
}

function inOrder(
  tables: readonly Keyed[],
  references: ReadonlyMap<string, ReadonlySet<string>>,
): readonly SourceTable[] {
  const placed = new Set<string>()
  const ordered: SourceTable[] = []
  for (let left = tables; left.length > 0;) {
    const ready = left.filter(({ key }) =>
      [...(references.get(key) ?? [])].every((other) => placed.has(other)),
    )
    if (ready.length === 0) throw new Error('Tables refer to one another in a circle')
    for (const { key, table } of ready) {
      placed.add(key)
      ordered.push(table)
    }
    left = left.filter(({ key }) => !placed.has(key))
  }
  return ordered
}

/** Where every sequence stands; read after the snapshot was taken, so never behind its rows. */
export async function sequencesOf(client: pg.ClientBase): Promise<readonly BackupSequence[]> {
  const { rows } = await client.query<{ schema: string; name: string; start: string }>(
    `select schemaname as schema, sequencename as name, start_value::text as start
     from pg_sequences where schemaname = any ($1) order by 1, 2`,
    [schemas],
  )
  const sequences: BackupSequence[] = []
  for (const { schema, name, start } of rows) {
    const { rows: stand } = await client.query<{ last: string; isCalled: boolean }>(
      `select last_value::text as last, is_called as "isCalled" from "${schema}"."${name}"`,
    )
    sequences.push({ schema, name, start, last: '1', isCalled: false, ...stand[0] })
  }
  return sequences
}
