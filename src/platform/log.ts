import { pino, type DestinationStream } from 'pino'
import { systemClock } from './clock.ts'

/** One line of JSON each: what happened and where to look, never personal data or secrets. */
export interface Log {
  info(particulars: Readonly<Record<string, unknown>>, message: string): void
  warn(particulars: Readonly<Record<string, unknown>>, message: string): void
  error(particulars: Readonly<Record<string, unknown>>, message: string): void
}

/** What may be told of an unexpected error: its kind, code and stack, but not the values that a driver quotes. */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const { code, table, constraint, column, routine } = error as Error & Record<string, unknown>
  const isFromDatabase = typeof routine === 'string'
  return {
    kind: error.name,
    ...(isFromDatabase ? {} : { message: error.message }),
    ...Object.fromEntries(
      Object.entries({ code, table, constraint, column }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
    stack: (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')),
    ...(error.cause ? { cause: describeError(error.cause) } : {}),
  }
}

/** A log that writes JSON lines to a destination, standard output by default. */
export function openLog(level: string, destination: DestinationStream = standardOutput()): Log {
  const timestamp = () => `,"time":"${systemClock.now().toISOString()}"`
  const options = { level, base: null, timestamp }
  const log = pino(options, destination)
  return Object.freeze<Log>({
    info: (particulars, message) => log.info(particulars, message),
    warn(particulars, message) {
      log.warn(particulars, message)
      log.flush()
    },
    error(particulars, message) {
      log.error(particulars, message)
      log.flush()
    },
  })
}

/**
 * Lines leave together, after a tenth of a second at the latest: one write for each line was a tenth of the work
 * of answering. Trouble leaves at once; whatever is left does at the end of the process.
 */
const standardOutput = (): DestinationStream =>
  pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 100 })

/** A log that says nothing. */
export const silentLog: Log = Object.freeze({ info() {}, warn() {}, error() {} })
