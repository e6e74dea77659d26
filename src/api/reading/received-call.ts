import type { Caller } from '#api/addresses/caller-address.ts'
import { mayBeForm, readBody } from './body.ts'
import { readFormText } from './form-text.ts'
import { mergeParameters, UnreadableBody, unlimited } from './wire-parameter.ts'
import type { ReadingLimits, WireParameter, WireParameters } from './wire-parameter.ts'

/** A call as it arrived, before anything in it is believed. */
export interface ReceivedCall {
  readonly caller: Caller
  readonly method: string
  readonly path: string
  /** The query string without its question mark. */
  readonly query: string
  readonly authorization: string | undefined
  readonly contentType: string | undefined
  readonly idempotencyKey: string | undefined
  /** Absent when it was longer than allowed. */
  readonly body: Uint8Array | undefined
  readonly requestId: string
}

/** What a call says: all but the query is read when it is first asked for. */
export interface ReadCall {
  /** The parameters of the address alone. */
  readonly query: WireParameters
  readonly parameters: WireParameters
  /** The account that the query or a form names (contract 1.1 (5)). */
  readonly db: string | undefined
  readonly isUnreadable: boolean
}

/**
 * Reads the query, and the body no sooner than need be: who may not call is told so first (contract 3.4 (5)).
 * What cannot be read leaves the parameters of the query (contract 2.1).
 */
export function readCall(call: ReceivedCall, limits: ReadingLimits): ReadCall {
  const query = readFormText(call.query)
  let all: ReadAll | undefined
  const readAll = (): ReadAll => (all ??= readQueryAndBody(call, query, limits))
  return {
    query: mergeParameters(query, [], unlimited),
    get parameters() {
      return readAll().parameters
    },
    get db() {
      return dbOf(query) ?? (mayBeForm(call.contentType) ? readAll().formDb : undefined)
    },
    get isUnreadable() {
      return readAll().isUnreadable
    },
  }
}

interface ReadAll {
  readonly parameters: WireParameters
  readonly formDb?: string | undefined
  readonly isUnreadable: boolean
}

function readQueryAndBody(
  call: ReceivedCall,
  query: readonly WireParameter[],
  limits: ReadingLimits,
): ReadAll {
  try {
    const body = bodyOf(call, limits)
    const parameters = mergeParameters(query, body.parameters, limits)
    return { parameters, formDb: dbOf(body.form), isUnreadable: false }
  } catch (fault) {
    if (!(fault instanceof UnreadableBody)) throw fault
    return withoutBody(query, limits, call.method === 'GET')
  }
}

function bodyOf(call: ReceivedCall, limits: ReadingLimits) {
  if (!call.body) throw new UnreadableBody('the body is longer than allowed')
  const { notation, parameters } = readBody(call.contentType, call.body, limits)
  return { parameters, form: notation === 'form' ? parameters : [] }
}

/** Whatever the query holds, credentials are found in it: they come before what is too much (contract 3.4 (5)). */
function withoutBody(
  query: readonly WireParameter[],
  limits: ReadingLimits,
  isBodyOptional: boolean,
): ReadAll {
  const parameters = mergeParameters(query, [], unlimited)
  const isUnreadable = !isBodyOptional || isBeyond(query, limits)
  return { parameters, isUnreadable }
}

function isBeyond(query: readonly WireParameter[], limits: ReadingLimits): boolean {
  const isLong = ({ name }: WireParameter): boolean => name.length > limits.nameLength
  return query.length > limits.parameters || query.some(isLong)
}

function dbOf(parameters: readonly WireParameter[]): string | undefined {
  const sent = parameters.findLast(({ name }) => name.toLowerCase() === 'db')
  return sent?.value || undefined
}
