import type { KeyObject } from 'node:crypto'
import type { KeyUses } from '#domain/api-keys/index.ts'
import type { Door } from '#kernel/perform.ts'
import type { Operation } from '#kernel/operation.ts'
import { readAddressList, type AddressList } from '#platform/address-list.ts'
import type { Log } from '#platform/log.ts'
import { accessTokenKey } from './signing-in/access-token.ts'
import { downloadTokenKey } from './signing-in/download-token.ts'
import type { ReadingLimits } from './reading/wire-parameter.ts'
import { isWireWord } from './wire-word.ts'
import type { WireWord } from './wire-word.ts'

/** What the REST face is given by whoever puts the program together. */
export interface ApiSettings {
  readonly door: Door
  readonly operations: readonly Operation[]
  readonly log: Log
  /** The key from which those of tokens are derived. */
  readonly masterKey: KeyObject
  /** The key under which the secrets of key pairs are kept. */
  readonly sealingKey: KeyObject
  readonly domains: readonly string[]
  readonly defaultOrganisation?: string | undefined
  readonly trustedProxies: readonly string[]
  readonly tokenAudiences: readonly string[]
  /** Counts what keys are used for. */
  readonly keyUses?: KeyUses
  readonly limits: ReadingLimits & { readonly bodyLength: number }
}

/** What the REST face works with. */
export interface ApiWorld extends Omit<ApiSettings, 'operations' | 'trustedProxies' | 'masterKey'> {
  readonly operations: ReadonlyMap<WireWord, Operation>
  readonly proxies: AddressList
  readonly accessKey: KeyObject
  readonly downloadKey: KeyObject
}

/** Prepares what is the same for every call; raises UnreadableAddress on a proxy that is no address. */
export function apiWorld(settings: ApiSettings): ApiWorld {
  const { operations, trustedProxies, masterKey, ...rest } = settings
  const offered = operations.filter(({ isWebOnly }) => !isWebOnly)
  return Object.freeze({
    ...rest,
    operations: new Map(
      offered.flatMap((one) => (isWireWord(one.name) ? [[one.name, one] as const] : [])),
    ),
    proxies: readAddressList(trustedProxies),
    accessKey: accessTokenKey(masterKey),
    downloadKey: downloadTokenKey(masterKey),
  })
}
