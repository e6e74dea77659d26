import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams'
import { fullName, type BackupHead, type BackupTable } from './format.ts'
import type { CheckedBackup } from './read-backup.ts'

/** Fills tables with the pieces of a backup, one table after the other. */
export interface TableLoader {
  /** Takes the next piece of a table. */
  take(table: string, piece: AsyncIterable<Buffer>): Promise<void>
  /** Ends the table that was filled last. */
  finish(): Promise<void>
}

/** A table's name as SQL takes it. */
export const quoted = ({ schema, name }: { schema: string; name: string }): string =>
  `"${schema}"."${name}"`

/** The tables of a backup by full name. */
export const tablesIn = ({ tables }: BackupHead): ReadonlyMap<string, BackupTable> =>
  new Map(tables.map((table) => [fullName(table), table]))

interface Filling {
  readonly table: string
  readonly copy: CopyStreamQuery
  readonly ended: Promise<void>
}

/** Makes a loader that writes through a connection, in its transaction; throws where a table has not all its rows. */
export function tableLoader(client: pg.Client, { head, manifest }: CheckedBackup): TableLoader {
  const tables = tablesIn(head)
  const rows = new Map(manifest.tables.map((sum) => [sum.table, sum.rows]))
  let filling: Filling | undefined

  const finish = async (): Promise<void> => {
    if (!filling) return
    const { table, copy, ended } = filling
    filling = undefined
    copy.end()
    await ended
    if (copy.rowCount !== rows.get(table))
      throw new Error(`${table} has ${copy.rowCount} rows and not ${rows.get(table)}`)
  }
  const take = async (table: string, piece: AsyncIterable<Buffer>): Promise<void> => {
    if (filling?.table !== table) {
      await finish()
      filling = begin(client, table, tables.get(table))
    }
    const { copy, ended } = filling
    for await (const chunk of piece)
      if (!copy.write(chunk)) await Promise.race([once(copy, 'drain'), ended])
  }
  return Object.freeze({ take, finish })
}

function begin(client: pg.Client, table: string, target: BackupTable | undefined): Filling {
  if (!target) throw new Error(`The backup has content of a table that it does not name: ${table}`)
  const columns = target.columns.map((column) => `"${column}"`).join(', ')
  const copy = client.query(copyFrom(`copy ${quoted(target)} (${columns}) from stdin`))
  const ended = finished(copy)
  ended.catch(() => {})
  return { table, copy, ended }
}
