import type { KeyObject } from 'node:crypto'
import type { ReportDatabase } from './copy-out.ts'
import type { DocumentStore } from './files/document-store.ts'
import type { NameLookup } from './files/host-guard.ts'
import type { MailRoute } from './mail.ts'

/** What operations may use of the world outside the database. */
export interface Outside {
  /** Seals equality answers and hides whose they are. */
  readonly equalityKey: KeyObject
  /** Seals the secrets of API keys. */
  readonly apiKeySealing: KeyObject
  /** Reads the rows of reports. */
  readonly reports: ReportDatabase
  readonly documents: DocumentAccess
  readonly providers: ProviderAccess
  /** The way out for mail; absent where none is sent. */
  readonly mail?: MailRoute
}

/** Where the content of documents is kept, and within which bounds it is fetched. */
export interface DocumentAccess {
  readonly store: DocumentStore
  readonly maxBytes: number
  /** How long one call may spend fetching documents. */
  readonly callSeconds: number
  /** Replaces the system's look-up of names. */
  readonly lookup?: NameLookup
}

/** What signing in with a provider needs. */
export interface ProviderAccess {
  /** Seals the secrets by which providers know us. */
  readonly sealingKey: KeyObject
  /** The address of this server, to which providers send people back. */
  readonly siteAddress: string
  /** How long one errand to a provider may take. */
  readonly seconds: number
  /** Replaces the system's look-up of names. */
  readonly lookup?: NameLookup
}
