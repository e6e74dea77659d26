import type { ApiWorld } from '#api/api-world.ts'
import type { Caller } from '#api/addresses/caller-address.ts'
import type { WireParameters } from '#api/reading/wire-parameter.ts'
import type { WireWord } from '#api/wire-word.ts'
import { apiKeyPermissions } from '#domain/access/index.ts'
import { goodSecrets, workingApiKeys, type ApiKey } from '#domain/api-keys/index.ts'
import type { Organisation } from '#domain/organisations/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { readAddressList, type AddressList } from '#platform/address-list.ts'
import { readAccessToken } from './access-token.ts'
import type { Credentials } from './credentials.ts'
import { isCallSigned } from './signature.ts'

/** Who is asking for what, and how they say who they are. */
export interface SignIn {
  readonly organisation: Organisation
  readonly credentials: Credentials
  readonly caller: Caller
  readonly word: WireWord
  readonly parameters: WireParameters
  readonly named: NamedPair
}

/** The pair that a call names, once it is known: whether it is let in or not, it is a use of that pair. */
export interface NamedPair {
  pair?: ApiKey
}

/** Finds whose call it is (contract 3.4), or the kind of refusal that its credentials get. */
export async function signIn(
  world: ApiWorld,
  asked: SignIn,
): Promise<Actor | 'credentials' | 'token'> {
  const pair = await pairOf(world, asked)
  const isAccepted = pair && isPermittedFrom(pair, asked.caller)
  if (isAccepted) return actorOf(asked.organisation, pair)
  return asked.credentials.kind === 'bearer' ? 'token' : 'credentials'
}

/** The key pairs of an organisation that work, by their public half. */
export function pairsOf(
  world: ApiWorld,
  { organisationId }: Organisation,
): Promise<ReadonlyMap<string, ApiKey>> {
  return workingApiKeys(world.door.database, { organisationId, sealingKey: world.sealingKey })
}

/** Tells whether a pair may be used from where the caller is (contract 3.1 (2)). */
export function isPermittedFrom(pair: ApiKey, { address }: Caller): boolean {
  return pair.permittedAddresses.length === 0 || addressesOf(pair).includes(address)
}

async function pairOf(world: ApiWorld, asked: SignIn): Promise<ApiKey | undefined> {
  const { credentials, organisation } = asked
  if (credentials.kind === 'bearer') return pairOfToken(world, asked, credentials.token)
  if (credentials.kind === 'none' || !organisation.settings.isSigningAllowed) return undefined
  const pair = (await pairsOf(world, organisation)).get(credentials.key)
  if (!pair) return undefined
  asked.named.pair = pair
  if (pair.ways === 'tokens') return undefined
  const now = world.door.clock.now()
  const isGood = (secret: string) => isCallSigned({ ...asked, now }, secret)
  return goodSecrets(pair, now).some(isGood) ? pair : undefined
}

async function pairOfToken(
  world: ApiWorld,
  { organisation, named }: SignIn,
  token: string,
): Promise<ApiKey | undefined> {
  const claims = readAccessToken(world.accessKey, token, world.door.clock.now())
  const isOwn = claims?.organisationId === organisation.organisationId
  const pair = claims && isOwn ? (await pairsOf(world, organisation)).get(claims.key) : undefined
  if (!pair) return undefined
  named.pair = pair
  return pair.ways === 'signatures' ? undefined : pair
}

function actorOf({ organisationId }: Organisation, { apiKeyId, name }: ApiKey): Actor {
  return { organisationId, kind: 'api-key', id: apiKeyId, name, permissions: apiKeyPermissions }
}

const addressLists = new WeakMap<ApiKey, AddressList>()

function addressesOf(pair: ApiKey): AddressList {
  const known = addressLists.get(pair) ?? readAddressList(pair.permittedAddresses)
  addressLists.set(pair, known)
  return known
}
