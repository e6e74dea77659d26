import { join } from 'node:path'
import { readConfig, type Config, type Environment } from '#config'
import { openInstallation, type Installation } from '#installation'
import { openLog, type Log } from '#platform/log.ts'
import { openMeasurements } from '#platform/measurements.ts'
import { knownMigrations } from '#platform/migrate.ts'
import { createServer } from '#server'

/** Something that was started and must be stopped. */
interface Started {
  close(): Promise<unknown>
}

/**
 * Starts the program with the roles that the environment names, and runs until it is told to stop
 * (Ctrl-C, SIGTERM): then running requests are finished and everything it started is stopped.
 */
export async function start(environment: Environment): Promise<void> {
  const config = readConfig(environment)
  const log = openLog(config.logLevel)
  const stop = whenToldToStop()
  const installation = await openInstallation({ config, log, isServer: true })
  const started: Started[] = [installation]
  try {
    if (config.roles.includes('web')) started.push(await serve(config, log, installation))
    await stop
  } finally {
    for (const each of started.toReversed()) await each.close()
  }
}

function whenToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve())
  })
}

async function serve(config: Config, log: Log, installation: Installation): Promise<Started> {
  const latest = (await knownMigrations()).at(-1) ?? ''
  const measurements = config.metricsPort === undefined ? undefined : openMeasurements()
  const server = createServer({
    config,
    log,
    ...(measurements ? { measurements } : {}),
    isReady: () => installation.database.isReady(latest),
  })
  const offered = await measurements?.offer({
    host: config.metricsHost,
    port: config.metricsPort ?? 0,
  })
  await server.listen({ host: config.host, port: config.port })
  const bound = server.server.address()
  const port = typeof bound === 'object' && bound ? bound.port : config.port
  const address = addressOf(config, port)
  installation.announce(address)
  say(welcome(address, config))
  return {
    async close() {
      await server.close()
      await offered?.close()
    },
  }
}

const addressOf = (config: Config, port: number): string =>
  config.publicUrl ?? `http://localhost:${port}`

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const welcome = (address: string, config: Config): string => `
Casewright is ready at ${address}
Its data lies in ${join(config.dataDirectory)}${config.databaseUrl ? ' and on the PostgreSQL server of DATABASE_URL' : ''}

Three commands to try next, in another terminal:

  1. Make an API key:
     npm run --silent casewright -- api-key create --organisation demo --name "My first key" --json
`
