import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { readConfig, type Config, type Environment } from '#config'
import { accountsOfHost } from '#api/addresses/address.ts'
import type { Caller } from '#api/addresses/caller-address.ts'
import { callerOfRequest } from '#api/addresses/caller-of-request.ts'
import { api } from '#api/plugin.ts'
import { openDoor } from '#door'
import { isInstallation } from '#ground'
import { openInstallation, type Installation } from '#installation'
import { allOperations } from '#operations'
import { readAddressList } from '#platform/address-list.ts'
import { describeError, openLog, type Log } from '#platform/log.ts'
import { openMeasurements } from '#platform/measurements.ts'
import { knownMigrations } from '#platform/migrate.ts'
import { listenAt, tryPort, type Place } from '#platform/port.ts'
import { referencePlugin } from '#reference/plugin.ts'
import { deriveKey } from '#platform/sealed-box.ts'
import { keyUses, refuseOtherMasterKey, type KeyUses } from '#domain/api-keys/index.ts'
import { organisationsByName } from '#domain/organisations/index.ts'
import { givePasswords, type GivenPassword } from '#domain/sign-in/index.ts'
import { seedDemo } from '#seeding/index.ts'
import { createServer } from '#server'
import { startWorker } from '#jobs/worker.ts'
import { webPlugin } from '#web/plugin.ts'
import type { Reach } from '#web/visitor.ts'
import { welcome } from './welcome.ts'

/** Something that was started and must be stopped. */
interface Started {
  close(): Promise<unknown>
}

/**
 * Starts the program with the roles that the environment names, and runs until it is told to stop
 * (Ctrl-C, SIGTERM): then running requests are finished and everything it started is stopped. A trial makes
 * the demonstration organisation where there is none at all.
 */
export async function start(environment: Environment, { isTrial = false } = {}): Promise<void> {
  const config = readConfig(environment)
  const log = openLog(config.logLevel)
  const stop = whenToldToStop()
  await tryPortsOfNew(config)
  const installation = await openInstallation({ config, log, isServer: true })
  const started: Started[] = [installation]
  try {
    await refuseOtherMasterKey(installation.database, installation.sealingKey)
    const given = isTrial ? await makeDemonstration(installation) : []
    await warnOfUnknownDefault(config, log, installation)
    if (config.roles.includes('worker')) started.push(await work(log, installation))
    if (config.roles.includes('web'))
      started.push(await serve(config, log, { installation, given }))
    await Promise.race([stop, installation.lost])
  } finally {
    await closeAll(started.toReversed(), log)
  }
  if (isTrial) say('Stopped.')
}

/** Before a new installation is made, which takes its time. */
async function tryPortsOfNew(config: Config): Promise<void> {
  const isThere = config.databaseUrl !== undefined || isInstallation(config)
  if (isThere || !config.roles.includes('web')) return
  await tryPort(serverPlace(config))
  if (config.metricsPort !== undefined) await tryPort(metricsPlace(config))
}

const serverPlace = ({ host, port }: Config): Place => ({
  host,
  port,
  hostVariable: 'HOST',
  portVariable: 'PORT',
})

const metricsPlace = ({ metricsHost, metricsPort }: Config): Place => ({
  host: metricsHost,
  port: metricsPort ?? 0,
  hostVariable: 'CASEWRIGHT_METRICS_HOST',
  portVariable: 'CASEWRIGHT_METRICS_PORT',
})

async function warnOfUnknownDefault(
  { defaultOrganisation: organisation }: Config,
  log: Log,
  { database }: Installation,
): Promise<void> {
  if (organisation === undefined || (await organisationsByName(database)).has(organisation)) return
  log.warn({ organisation }, 'CASEWRIGHT_DEFAULT_ORGANISATION names no organisation there is')
}

/** Closes one after the other, also where one of them fails: what it leaves undone must not stay running. */
async function closeAll(started: readonly Started[], log: Log): Promise<void> {
  for (const each of started) {
    await each
      .close()
      .catch((error: unknown) => log.error({ error: describeError(error) }, 'closing failed'))
  }
}

function whenToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve())
  })
}

/** Makes it where there is nothing at all, and gives the passwords of its people: nobody can read them again. */
async function makeDemonstration({
  addresses,
  database,
  outside,
  clock,
}: Installation): Promise<readonly GivenPassword[]> {
  const organisations = await organisationsByName(database)
  if (organisations.size > 0 || !addresses.owner) return []
  const documents = outside.documents.store
  const made = await seedDemo({ owner: addresses.owner, documents, now: clock.now() })
  return made.isNew ? givePasswords(database, { ...made, now: clock.now() }) : []
}

function work(log: Log, { addresses, database, outside, clock }: Installation): Promise<Started> {
  if (!outside.mail) log.info({}, 'no mail is sent: SMTP_URL and MAIL_FROM are not set')
  return startWorker({ address: addresses.jobs, database, outside, clock, log })
}

interface Served {
  readonly installation: Installation
  readonly given: readonly GivenPassword[]
}

async function serve(config: Config, log: Log, { installation, given }: Served): Promise<Started> {
  const latest = (await knownMigrations()).at(-1) ?? ''
  const measurements = config.metricsPort === undefined ? undefined : openMeasurements()
  const server = createServer({
    config,
    log,
    ...(measurements ? { measurements } : {}),
    isReady: () => installation.database.isReady(latest),
  })
  const uses = keyUses(installation.database)
  const writing = writeEachMinute(uses, log)
  await addFaces(server, { config, log, installation, uses })
  const { host, port } = metricsPlace(config)
  const offered =
    measurements && (await listenAt(metricsPlace(config), () => measurements.offer({ host, port })))
  await listenAt(serverPlace(config), () => server.listen({ host: config.host, port: config.port }))
  const address = addressOf(config, server.server.address())
  installation.announce(address)
  say(welcome(address, config, given))
  return {
    async close() {
      await server.close()
      await writing.close()
      await offered?.close()
    },
  }
}

const minute = 60_000

/** Writes down what keys are used for each minute, and at the end. */
function writeEachMinute(uses: KeyUses, log: Log): Started {
  const write = () =>
    uses
      .write()
      .catch((error: unknown) =>
        log.error({ error: describeError(error) }, 'the uses of keys could not be written'),
      )
  const timer = setInterval(() => void write(), minute).unref()
  return {
    async close() {
      clearInterval(timer)
      await write()
    },
  }
}

interface Behind {
  readonly config: Config
  readonly log: Log
  readonly installation: Installation
  readonly uses: KeyUses
}

async function addFaces(server: FastifyInstance, { config, log, installation, uses }: Behind) {
  const door = openDoor(installation)
  await server.register(api, {
    ...config,
    door,
    operations: allOperations,
    log,
    masterKey: installation.masterKey,
    sealingKey: installation.sealingKey,
    keyUses: uses,
    trustedProxies: config.trustedProxies ?? [],
    tokenAudiences: config.tokenAudiences ?? [],
    limits: limitsOf(config),
  })
  await server.register(referencePlugin, {
    operations: allOperations,
    domain: config.domains[0] ?? '',
    address: () => addressOf(config, server.server.address()),
  })
  const proxies = readAddressList(config.trustedProxies ?? [])
  await server.register(webPlugin, {
    door,
    namedByHost: (request) =>
      accountsOfHost(
        callerOfRequest(request, proxies).host,
        config.domains,
        config.defaultOrganisation,
      ),
    factorKey: deriveKey(installation.masterKey, 'second factors'),
    csrfSecret: deriveKey(installation.masterKey, 'tokens of forms').export(),
    reachOf: (request) => reachOf(callerOfRequest(request, proxies), config),
    siteOf: (request) => siteOf(callerOfRequest(request, proxies), config),
    tellFault: (error, reference) =>
      log.error({ requestId: reference, error: describeError(error) }, 'a page failed'),
  })
}

/** How a request has come; where the server is reached by TLS, proxies need not say so each time. */
function reachOf({ address, protocol, host = '' }: Caller, { publicUrl }: Config): Reach {
  const isSecure = protocol === 'https' || (publicUrl?.startsWith('https:') ?? false)
  const isLocal = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(host)
  return { address, isSecure, isLocal }
}

/** The address that people know the site by: the configured one, or else this machine's name for itself. */
const siteOf = ({ host = '' }: Caller, { publicUrl }: Config): string | undefined =>
  publicUrl ?? (/^localhost(:\d+)?$/i.test(host) ? `http://${host}` : undefined)

const limitsOf = (config: Config) => ({
  bodyLength: config.maxBody,
  parameters: config.maxParameters,
  nameLength: config.maxNameLength,
  xmlDepth: config.maxXmlDepth,
  jsonDepth: config.maxJsonDepth,
})

function addressOf({ publicUrl, port }: Config, bound: AddressInfo | string | null): string {
  const listening = typeof bound === 'object' && bound ? bound.port : port
  return publicUrl ?? `http://localhost:${listening}`
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)
