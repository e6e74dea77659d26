import { join } from 'node:path'
import type { KeyObject } from 'node:crypto'
import type { Config } from '#config'
import { openGround, type Addresses, type Ground, type Opening } from '#ground'
import { systemClock, type Clock } from '#platform/clock.ts'
import { openReportDatabase } from '#platform/copy-out.ts'
import { openDatabase, type Database } from '#platform/database.ts'
import { documentStore } from '#platform/files/document-store.ts'
import { openMailRoute } from '#platform/mail.ts'
import { readMasterKey } from '#platform/master-key.ts'
import type { DocumentAccess, Outside, ProviderAccess } from '#platform/outside.ts'
import { deriveKey } from '#platform/sealed-box.ts'

/** Everything that a server and a command have in common, opened and ready. */
export interface Installation {
  readonly config: Config
  readonly addresses: Addresses
  /** The migrations that opening it has applied. */
  readonly migrated: readonly string[]
  readonly database: Database
  readonly masterKey: KeyObject
  readonly sealingKey: KeyObject
  readonly outside: Outside
  readonly clock: Clock
  /** Rejects when the embedded database ends unasked. */
  readonly lost: Promise<never>
  /** Says where others can reach what this process serves. */
  announce(address: string): void
  close(): Promise<void>
}

/** Opens the database, the keys and the ways out; what it started, `close` stops. */
export async function openInstallation(opening: Opening): Promise<Installation> {
  const { config } = opening
  const ground = await openGround(opening)
  try {
    return await furnish(config, ground)
  } catch (error) {
    await ground.stop()
    throw error
  }
}

async function furnish(config: Config, ground: Ground): Promise<Installation> {
  const clock = systemClock
  const masterKey = await readMasterKey({
    value: config.masterKey?.toString('base64'),
    directory: config.dataDirectory,
  })
  const database = openDatabase(
    { ...ground.addresses.application, max: config.databasePool },
    clock,
  )
  const reports = openReportDatabase(ground.addresses.application)
  const mail = mailOf(config)
  const sealingKey = deriveKey(masterKey, 'api key secrets')
  const outside: Outside = {
    reports,
    ...(mail ? { mail } : {}),
    equalityKey: deriveKey(masterKey, 'equality answers'),
    apiKeySealing: sealingKey,
    documents: await documentsOf(config),
    providers: providersOf(config, masterKey),
  }
  return Object.freeze<Installation>({
    config,
    addresses: ground.addresses,
    migrated: ground.migrated,
    database,
    masterKey,
    sealingKey,
    outside,
    clock,
    lost: ground.lost,
    announce: (address) => ground.announce(address),
    async close() {
      mail?.close()
      await reports.close()
      await database.close()
      await ground.stop()
    },
  })
}

const documentsOf = async (config: Config): Promise<DocumentAccess> => ({
  store: await documentStore(join(config.dataDirectory, 'documents')),
  maxBytes: config.documentMaxSize,
  callSeconds: config.documentCallSeconds,
})

const providersOf = (config: Config, masterKey: KeyObject): ProviderAccess => ({
  sealingKey: deriveKey(masterKey, 'sign-in provider secrets'),
  siteAddress: siteAddressOf(config),
  seconds: 15,
})

const siteAddressOf = ({ publicUrl, port }: Config): string =>
  publicUrl ?? `http://localhost:${port}`

const mailOf = (config: Config) =>
  config.smtpUrl && config.mailFrom
    ? openMailRoute({
        url: config.smtpUrl,
        from: config.mailFrom,
        siteAddress: siteAddressOf(config),
      })
    : undefined
