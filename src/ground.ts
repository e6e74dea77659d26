import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from '#config'
import { lockDataDirectory, makeDataDirectory } from '#platform/data-directory.ts'
import { reach, type Address } from '#platform/database.ts'
import { findRunningPostgres, startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts'
import type { Log } from '#platform/log.ts'
import { migrate, refuseUnlessMigrated } from '#platform/migrate.ts'
import { prepareServer, refuseUnfitServer } from '#platform/roles.ts'

/** The ways to PostgreSQL, each as the role that its purpose asks for. */
export interface Addresses {
  readonly application: Address
  /** Missing where only the application's address is given: nothing can be migrated then. */
  readonly owner?: Address
  readonly jobs: Address
}

/** How to open an installation: a server holds the data directory, a command may join one that runs. */
export interface Opening {
  readonly config: Config
  readonly log: Log
  readonly isServer: boolean
  /** Set where opening refuses to make an installation where there is none. */
  readonly mustExist?: boolean
}

/** The PostgreSQL an installation stands on. */
export interface Ground {
  readonly addresses: Addresses
  /** The migrations that opening it has applied. */
  readonly migrated: readonly string[]
  readonly lost: Promise<never>
  announce(address: string): void
  stop(): Promise<void>
}

const databaseName = 'casewright'
const never = new Promise<never>(() => {})

const nothingThere = ({ dataDirectory }: Config): Error =>
  Object.assign(
    new Error(
      `There is no installation in ${resolve(dataDirectory)}; \`npm start\` makes one, or set DATA_DIR.`,
    ),
    { isForOperator: true },
  )

const databaseEnded = (): Error =>
  Object.assign(
    new Error('The embedded PostgreSQL has ended; start again, it will recover by itself.'),
    {
      isForOperator: true,
    },
  )

/** True where an installation with an embedded database lies in the data directory. */
export const isInstallation = ({ dataDirectory }: Config): boolean =>
  existsSync(join(dataDirectory, 'postgres', 'PG_VERSION'))

/**
 * Opens the database that the configuration names, with all migrations applied. On a server of one's own what
 * must exist is not migrated but refused: nobody expects that of a command that looks something up.
 */
export const openGround = (opening: Opening): Promise<Ground> =>
  opening.config.databaseUrl ? onServer(opening) : onEmbedded(opening)

async function onServer({ config, mustExist }: Opening): Promise<Ground> {
  const application = { connectionString: String(config.databaseUrl) }
  const owner = config.databaseOwnerUrl && { connectionString: config.databaseOwnerUrl }
  makeDataDirectory(config.dataDirectory)
  await reach('DATABASE_URL', application)
  await refuseUnfitServer(application)
  if (owner) await reach('DATABASE_OWNER_URL', owner)
  const migrates = owner && !mustExist
  if (!migrates) await refuseUnlessMigrated(application)
  return {
    migrated: migrates ? await migrate(owner) : [],
    addresses: {
      application,
      jobs: { ...application, options: '-c role=casewright_jobs' },
      ...(owner ? { owner } : {}),
    },
    lost: never,
    announce() {},
    async stop() {},
  }
}

async function onEmbedded({ config, log, isServer, mustExist }: Opening): Promise<Ground> {
  if (mustExist && !isInstallation(config)) throw nothingThere(config)
  const directory = join(config.dataDirectory, 'postgres')
  const running = isServer ? undefined : findRunningPostgres(directory)
  if (running)
    return {
      addresses: embeddedAddresses(running.socketDirectory),
      migrated: [],
      lost: never,
      announce() {},
      async stop() {},
    }
  const held = lockDataDirectory(config.dataDirectory)
  try {
    const server = await startEmbeddedPostgres({
      directory,
      log: (line) => tellTrouble(log, line),
    })
    await prepareServer({ host: server.socketDirectory, user: 'postgres' }, databaseName)
    const addresses = embeddedAddresses(server.socketDirectory)
    const migrated = await migrate(addresses.owner)
    let isStopping = false
    const lost = server.ended.then(() => (isStopping ? never : Promise.reject(databaseEnded())))
    lost.catch(() => {})
    return {
      addresses,
      migrated,
      lost,
      announce: (address) => held.announce(address),
      async stop() {
        isStopping = true
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
  // at the end the server says so of each connection that is just being closed
  const isFarewell = line.endsWith('terminating connection due to administrator command')
  if (/ (FATAL|PANIC): /.test(line) && !isFarewell) log.warn({ line }, 'PostgreSQL says')
}

function embeddedAddresses(host: string): Addresses & { readonly owner: Address } {
  const database = databaseName
  return {
    application: { host, database, user: 'casewright' },
    owner: { host, database, user: 'casewright_owner' },
    jobs: { host, database, user: 'casewright', options: '-c role=casewright_jobs' },
  }
}
