/** True of errors whose message is a sentence for whoever typed the command. */
export const isForOperator = (error: unknown): error is Error =>
  error instanceof Error &&
  (('isForOperator' in error && error.isForOperator === true) || error.name === 'MasterKeyFault')

const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOENT'])
// PostgreSQL's codes for a table, column or function that is not there
const undefinedInDatabase = new Set(['42P01', '42703', '42883'])

/** What is told of an error that ended a command. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return `The command failed: ${String(error)}`
  if (isForOperator(error)) return error.message
  const { code = '', syscall = '', message } = error as NodeJS.ErrnoException
  if (unreachable.has(code) && ['connect', 'getaddrinfo'].includes(syscall))
    return `PostgreSQL cannot be reached (${code}); check DATABASE_URL, and that the server runs.`
  if (undefinedInDatabase.has(code))
    return `The database is not as this version needs it: run casewright migrate (${message}).`
  return `The command failed for a reason that it was not made for: ${message}`
}
