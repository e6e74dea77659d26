import type pg from 'pg'
import type { Address } from '#platform/database.ts'
import { migrate } from '#platform/migrate.ts'

/**
 * Brings an empty installation to just the migrations that a backup has had: as they are where they fit, else
 * everything of ours is removed and made again. Nothing of other owners in the database is touched.
 */
export async function rebuildSchema(
  owner: Address,
  client: pg.ClientBase,
  migrations: readonly string[],
): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select name from migrations order by name')
  const applied = rows.map(({ name }) => name)
  if (applied.join() === migrations.toSorted().join()) return
  await client.query('drop owned by casewright_owner, casewright_equality cascade')
  await migrate(owner, migrations)
}
