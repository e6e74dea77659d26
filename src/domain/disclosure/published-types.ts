import type { Reading } from '#platform/statement.ts'
import { listPublishableTypes } from './queries.ts'

/** What a version of a case type says about publishing its cases. */
export interface PublishedType {
  readonly label: string
  /** Ids of the fields whose answers may be told to everybody. */
  readonly published: ReadonlySet<string>
}

/** The case types as the disclosure log needs them. */
export interface PublishedTypes {
  /** The type of that name, label, form synonym or form id, whatever the letter case. */
  find(name: string): number | undefined
  of(version: { readonly caseTypeId: number; readonly version: number }): PublishedType
}

const fold = (name: string): string => name.trim().toLowerCase()
const unknown: PublishedType = Object.freeze({ label: '', published: new Set<string>() })

async function load(db: Reading): Promise<PublishedTypes> {
  const byVersion = new Map<string, PublishedType>()
  const byName = new Map<string, number>()
  for (const row of await listPublishableTypes(db, {})) {
    const published = row.fields.filter(({ isPublished }) => isPublished === true)
    byVersion.set(`${row.caseTypeId}/${row.version}`, {
      label: row.label,
      published: new Set(published.map(({ id }) => id)),
    })
    const names = row.isCurrent ? row.names : []
    for (const name of names.filter((each) => each !== null))
      if (!byName.has(fold(name))) byName.set(fold(name), row.caseTypeId)
  }
  return Object.freeze<PublishedTypes>({
    find: (name) => byName.get(fold(name)),
    of: ({ caseTypeId, version }) => byVersion.get(`${caseTypeId}/${version}`) ?? unknown,
  })
}

/** The organisation's case types as the disclosure log needs them, kept until they change. */
export const publishedTypes = (db: Reading): Promise<PublishedTypes> =>
  db.memory.remember('published types', () => load(db))
