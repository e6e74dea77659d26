import { rawParameters, type RawParameters } from '#kernel/parameters.ts'

/** One parameter as it came in: the caller's spelling of the name, the decoded value untouched. */
export interface WireParameter {
  readonly name: string
  readonly value: string
}

/** Parameters by their name in lower case, each once. */
export type WireParameters = ReadonlyMap<string, WireParameter>

/** How much a request may hold. */
export interface ReadingLimits {
  readonly parameters: number
  readonly nameLength: number
  readonly xmlDepth: number
  readonly jsonDepth: number
}

/** Takes everything. */
export const unlimited: ReadingLimits = Object.freeze({
  parameters: Infinity,
  nameLength: Infinity,
  xmlDepth: Infinity,
  jsonDepth: Infinity,
})

/**
 * Says that parameters cannot be read. Every limit ends here too, as `b+97`: `b+98` names the parameter, and
 * neither a name over the limit nor one of too many may be repeated in a header (contract 4.4 (2)).
 */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody'
}

/** Puts query and body together as contract 2.1 (2) says; raises UnreadableBody above a limit. */
export function mergeParameters(
  query: readonly WireParameter[],
  body: readonly WireParameter[],
  limits: ReadingLimits,
): WireParameters {
  const merged = new Map<string, WireParameter>()
  for (const parameter of query) merged.set(parameter.name.toLowerCase(), parameter)
  const decidedByQuery = new Set([...queryWins].filter((name) => merged.has(name)))
  for (const parameter of body) {
    const name = parameter.name.toLowerCase()
    if (!decidedByQuery.has(name)) merged.set(name, parameter)
  }
  checkLimits(query.length + body.length, [...merged.keys()], limits)
  return merged
}

/** The value of a parameter by its name in any case, undefined when it was not sent. */
export function valueOf(parameters: WireParameters, name: string): string | undefined {
  return parameters.get(name.toLowerCase())?.value
}

/** The parameters as an operation takes them, with line breaks as LF (contract 2.2). */
export function operationParameters(parameters: WireParameters): RawParameters {
  return rawParameters(
    Array.from(parameters.values(), ({ name, value }) => ({ name, value: asLines(value) })),
  )
}

function asLines(value: string): string {
  return value.includes('\r') ? value.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : value
}

// Contract 2.1 (2): credentials and account in the address stand against those in the body.
const queryWins: ReadonlySet<string> = new Set(['db', 'access_token', 'key', 'signature'])

function checkLimits(count: number, names: string[], limits: ReadingLimits): void {
  if (count > limits.parameters) throw new UnreadableBody('too many parameters')
  if (names.some((name) => name.length > limits.nameLength)) {
    throw new UnreadableBody('the name of a parameter is too long')
  }
}
