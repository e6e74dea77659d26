import type { ApiWorld } from '#api/api-world.ts'
import type { Caller } from '#api/addresses/caller-address.ts'
import { valueOf } from '#api/reading/wire-parameter.ts'
import type { WireParameters } from '#api/reading/wire-parameter.ts'
import type { Cause } from '#api/answering/wire-error.ts'
import { goodSecrets } from '#domain/api-keys/index.ts'
import type { Organisation } from '#domain/organisations/index.ts'
import { accessTokenReply, makeAccessToken } from './access-token.ts'
import { isAssertionGood, readAssertion } from './assertion.ts'
import { isPermittedFrom, pairsOf, type NamedPair } from './sign-in.ts'

/** A request for a token. */
export interface TokenRequest {
  readonly organisation: Organisation
  readonly caller: Caller
  readonly parameters: WireParameters
  readonly named: NamedPair
}

/** Answers the JWT-bearer grant (contract 3.3) with the text of the reply, or says why not. */
export async function grantToken(
  world: ApiWorld,
  request: TokenRequest,
): Promise<{ readonly text: string } | { readonly cause: Cause }> {
  if (valueOf(request.parameters, 'grant_type') !== jwtBearer) {
    return { cause: { invalid: 'grant_type' } }
  }
  const key = await provenKey(world, request)
  if (key === undefined) return { cause: 'credentials' }
  const { organisationId } = request.organisation
  const token = makeAccessToken(world.accessKey, { organisationId, key }, world.door.clock.now())
  return { text: accessTokenReply(token) }
}

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

async function provenKey(world: ApiWorld, request: TokenRequest): Promise<string | undefined> {
  const { organisation, caller, parameters, named } = request
  const assertion = readAssertion(valueOf(parameters, 'assertion') ?? '')
  const pair = assertion && (await pairsOf(world, organisation)).get(assertion.issuer)
  if (!assertion || !pair) return undefined
  named.pair = pair
  if (pair.ways === 'signatures' || !isPermittedFrom(pair, caller)) return undefined
  const now = world.door.clock.now()
  const audience = audienceOf(world, request)
  const isGood = (secret: string) => isAssertionGood(assertion, { secret, now, audience })
  return goodSecrets(pair, now).some(isGood) ? pair.key : undefined
}

const audienceOf = (world: ApiWorld, { organisation, caller }: TokenRequest) => ({
  account: organisation.name,
  host: caller.host ?? '',
  suffixes: world.domains,
  hosts: world.tokenAudiences,
})
