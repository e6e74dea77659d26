import { configuredOptions } from '#domain/options/index.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'
import type { Outside } from '#platform/outside.ts'
import type { Reading } from '#platform/statement.ts'

/** The categories that are offered for documents, in their order. */
export async function documentCategories(db: Reading): Promise<readonly string[]> {
  const { all } = await configuredOptions(db)
  return all.filter(({ list }) => list === 'document category').map(({ value }) => value)
}

/** What must be known to file something: the categories, and how large a file may be. */
export const whatMayBeFiled = async (db: Reading, { documents }: Outside) => ({
  categories: await documentCategories(db),
  mostBytes: documents.maxBytes,
})

/** The category in its configured spelling; null where none was chosen. Refuses what the list does not hold. */
export async function readCategory(db: Reading, sent: string | undefined): Promise<string | null> {
  if (sent === undefined) return null
  const value = (await configuredOptions(db)).match('document category', sent)
  if (value !== undefined) return value
  const message = 'Select a category from the list'
  throw new Refusal(invalidInput, [{ parameter: 'Category', kind: 'invalid', message }])
}
