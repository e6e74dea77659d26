import { createHash } from 'node:crypto'
import type { Actor } from '#kernel/actor.ts'
import type { Idempotency } from '#kernel/idempotency.ts'
import type { Operation } from '#kernel/operation.ts'
import { perform } from '#kernel/perform.ts'
import type { ApiWorld } from './api-world.ts'
import { CallRefused } from './call-refused.ts'
import type { ReceivedCall } from './reading/received-call.ts'
import { operationParameters } from './reading/wire-parameter.ts'
import type { WireParameters } from './reading/wire-parameter.ts'

/** An operation to perform, for whom, as part of which call. */
export interface AskedFor {
  readonly operation: Operation
  readonly actor: Actor
  readonly parameters: WireParameters
  readonly call: ReceivedCall
}

/** Performs an operation with what was sent and gives what it returned; raises its Refusal. */
export function performCall(world: ApiWorld, asked: AskedFor): Promise<unknown> {
  const { operation, actor, parameters, call } = asked
  const idempotency = idempotencyOf(asked)
  return perform(world.door, operation, {
    actor,
    raw: operationParameters(parameters),
    requestId: call.requestId,
    ...(idempotency ? { idempotency } : {}),
  })
}

const longestKey = 255

function idempotencyOf({ operation, call, parameters }: AskedFor): Idempotency | undefined {
  const key = call.idempotencyKey?.trim()
  if (!key || operation.effect === 'read') return undefined
  if (key.length > longestKey) throw new CallRefused({ invalid: 'Idempotency-Key' })
  return { key, requestHash: hashOf(parameters) }
}

/** How a caller signs in may change between the first try and the next, and how it wants the answer written. */
const notRequest: ReadonlySet<string> = new Set([
  'db',
  'access_token',
  'key',
  'signature',
  'format',
  'requestdate', // part of signing in (contract 3.2): a second try is signed for its own moment
])

function hashOf(parameters: WireParameters): Buffer {
  const request = Array.from(parameters, ([name, { value }]) => [name, value] as const)
    .filter(([name]) => !notRequest.has(name))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(request)).digest()
}
