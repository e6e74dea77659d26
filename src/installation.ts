import { join } from 'node:path'
import type { KeyObject } from 'node:crypto'
import type { Config } from '#config'
import { openDoor } from '#door'
import type { Door } from '#kernel/perform.ts'
import { systemClock, type Clock } from '#platform/clock.ts'
import { lockDataDirectory } from '#platform/data-directory.ts'
import { openDatabase, type Address, type Database } from '#platform/database.ts'
import { findRunningPostgres, startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts'
import type { Log } from '#platform/log.ts'
import { readMasterKey } from '#platform/master-key.ts'
import { migrate } from '#platform/migrate.ts'
import { prepareServer } from '#platform/roles.ts'
import { deriveKey } from '#platform/sealed-box.ts'

/** The ways to PostgreSQL, each as the role that its purpose asks for. */
export interface Addresses {
  readonly application: Address
  /** Missing where only the application's address is given: nothing can be migrated then. */
  readonly owner?: Address
  readonly jobs: Address
}

/** Everything that a server and a command have in common, opened and ready. */
export interface Installation {
  readonly config: Config
  readonly addresses: Addresses
  /** The migrations that opening it has applied. */
  readonly migrated: readonly string[]
  readonly database: Database
  readonly masterKey: KeyObject
  readonly sealingKey: KeyObject
  readonly door: Door
  readonly clock: Clock
  /** Says where others can reach what this process serves. */
  announce(address: string): void
  close(): Promise<void>
}

/** How to open an installation: a server holds the data directory, a command may join one that runs. */
export interface Opening {
  readonly config: Config
  readonly log: Log
  readonly isServer: boolean
}

const databaseName = 'casewright'

/** Opens the database, the keys and the door; what it started, `close` stops. */
export async function openInstallation(opening: Opening): Promise<Installation> {
  const { config } = opening
  const ground = config.databaseUrl ? onServer(config) : await onEmbedded(opening)
  try {
    return await furnish(config, ground)
  } catch (error) {
    await ground.stop()
    throw error
  }
}

interface Ground {
  readonly addresses: Addresses
  readonly migrated?: readonly string[]
  announce(address: string): void
  stop(): Promise<void>
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
  const outside = { equalityKey: deriveKey(masterKey, 'equality answers') }
  return Object.freeze<Installation>({
    config,
    addresses: ground.addresses,
    migrated: ground.migrated ?? [],
    database,
    masterKey,
    sealingKey: deriveKey(masterKey, 'api key secrets'),
    door: openDoor({ database, outside, clock }),
    clock,
    announce: (address) => ground.announce(address),
    async close() {
      await database.close()
      await ground.stop()
    },
  })
}

function onServer({ databaseUrl, databaseOwnerUrl }: Config): Ground {
  const application = { connectionString: String(databaseUrl) }
  return {
    addresses: {
      application,
      jobs: { ...application, options: '-c role=casewright_jobs' },
      ...(databaseOwnerUrl ? { owner: { connectionString: String(databaseOwnerUrl) } } : {}),
    },
    announce() {},
    async stop() {},
  }
}

async function onEmbedded({ config, log, isServer }: Opening): Promise<Ground> {
  const directory = join(config.dataDirectory, 'postgres')
  const running = isServer ? undefined : findRunningPostgres(directory)
  if (running)
    return { addresses: embeddedAddresses(running.socketDirectory), announce() {}, async stop() {} }
  const held = lockDataDirectory(config.dataDirectory)
  try {
    const server = await startEmbeddedPostgres({
      directory,
      log: (line) => tellTrouble(log, line),
    })
    await prepareServer({ host: server.socketDirectory, user: 'postgres' }, databaseName)
    const addresses = embeddedAddresses(server.socketDirectory)
    const migrated = await migrate(addresses.owner)
    return {
      addresses,
      migrated,
      announce: (address) => held.announce(address),
      async stop() {
        await server.stop()
        held.release()
      },
    }
  } catch (error) {
    held.release()
    throw error
  }
}

// lines of lesser weight may quote values, and values may be personal data
function tellTrouble(log: Log, line: string): void {
  if (/ (FATAL|PANIC): /.test(line)) log.warn({ line }, 'PostgreSQL says')
}

function embeddedAddresses(host: string): Addresses & { readonly owner: Address } {
  const database = databaseName
  return {
    application: { host, database, user: 'casewright' },
    owner: { host, database, user: 'casewright_owner' },
    jobs: { host, database, user: 'casewright', options: '-c role=casewright_jobs' },
  }
}
