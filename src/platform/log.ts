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
export function openLog(level: string, destination?: DestinationStream): Log {
  const timestamp = () => `,"time":"${systemClock.now().toISOString()}"`
  const options = { level, base: null, timestamp }
  const log = destination ? pino(options, destination) : pino(options)
  return Object.freeze<Log>({
    info: (particulars, message) => log.info(particulars, message),
    warn: (particulars, message) => log.warn(particulars, message),
    error: (particulars, message) => log.error(particulars, message),
  })
}

/** A log that says nothing. */
export const silentLog: Log = Object.freeze({ info() {}, warn() {}, error() {} })
