/** The version of the format that is written and read. */
export const formatVersion = 1

/** One table as a backup holds it. */
export interface BackupTable {
  readonly schema: string
  readonly name: string
  readonly columns: readonly string[]
}

/** Where a sequence stood. */
export interface BackupSequence {
  readonly schema: string
  readonly name: string
  readonly start: string
  readonly last: string
  readonly isCalled: boolean
}

/** The first entry of a backup: what it is a backup of. */
export interface BackupHead {
  readonly format: number
  readonly madeAt: string
  readonly migrations: readonly string[]
  /** In the order in which they can be filled. */
  readonly tables: readonly BackupTable[]
  readonly sequences: readonly BackupSequence[]
  /** Opens only with the master key under which the secrets are sealed; base64. */
  readonly keyProof: string
}

/** What a table came to: its rows, and the SHA-256 of its content. */
export interface TableSum {
  readonly table: string
  readonly rows: number
  readonly sha256: string
}

/** A document that the database names and the store does not hold as it should. */
export interface Loss {
  readonly organisationId: number
  readonly hash: string
  readonly what: 'missing' | 'damaged'
}

/** The last entry of a backup, by which all that stands before it is checked. */
export interface BackupManifest {
  readonly headSha256: string
  readonly tables: readonly TableSum[]
  readonly documents: { readonly count: number; readonly bytes: number }
  readonly losses: readonly Loss[]
}

export const headName = 'backup.json'
export const manifestName = 'manifest.json'
export const tableFolder = 'tables/'
export const documentFolder = 'documents/'

/** A table's full name, as entries and sums carry it. */
export const fullName = ({ schema, name }: { schema: string; name: string }): string =>
  `${schema}.${name}`

/** Says in a sentence why a file cannot be restored. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
  readonly isForOperator = true
}
