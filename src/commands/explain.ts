import { CommandFault } from './fault.ts'

/** True of errors whose message is a sentence for whoever typed the command. */
const isForOperator = (error: unknown): error is Error =>
  error instanceof Error &&
  (('isForOperator' in error && error.isForOperator === true) || error.name === 'MasterKeyFault')

const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOENT'])
// PostgreSQL's codes for a table, column or function that is not there
const undefinedInDatabase = new Set(['42P01', '42703', '42883'])

/** What is told of an error that ended a command; where it arose matters only when it was not foreseen. */
export function explain(
  error: unknown,
  casewright: string,
): {
  readonly sentence: string
  readonly isForeseen: boolean
} {
  if (!(error instanceof Error)) return { sentence: String(error), isForeseen: false }
  const sentence = known(error, casewright)
  if (sentence !== undefined) return { sentence, isForeseen: true }
  const unforeseen = `The command failed for a reason that was not foreseen: ${error.message}`
  return { sentence: unforeseen, isForeseen: false }
}

function known(error: Error, casewright: string): string | undefined {
  if (error instanceof CommandFault) return error.saidTo(casewright)
  return isForOperator(error) ? error.message : foreseen(error, casewright)
}

function foreseen(error: NodeJS.ErrnoException, casewright: string): string | undefined {
  const { code = '', syscall = '', message } = error
  if (unreachable.has(code) && ['connect', 'getaddrinfo'].includes(syscall))
    return `PostgreSQL cannot be reached (${code}); check DATABASE_URL, and that the server runs.`
  if (undefinedInDatabase.has(code))
    return `The database is not as this version needs it: run ${casewright} migrate (${message}).`
  return undefined
}
