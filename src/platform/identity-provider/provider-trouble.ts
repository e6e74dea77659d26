import { FetchStopped } from '#platform/files/fetch-outcome.ts'
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'

/** Why an errand to a provider came to nothing: a short name, and a sentence for people with no secret in it. */
export interface ProviderTrouble {
  readonly kind: 'trouble'
  readonly reason: string
  readonly detail: string
}

/** Makes a trouble of its name and sentence. */
export const trouble = (reason: string, detail: string): ProviderTrouble => ({
  kind: 'trouble',
  reason,
  detail,
})

/** An errand that ends here, for a trouble that we see ourselves. */
export class Unfit extends Error {
  override name = 'Unfit'
  readonly trouble: ProviderTrouble

  constructor(found: ProviderTrouble) {
    super(found.detail)
    this.trouble = found
  }
}

/** Says what went wrong; throws what is no fault of the provider, nor of the way to it. */
export function troubleOf(error: unknown): ProviderTrouble {
  if (error instanceof Unfit) return error.trouble
  const stopped = causesOf(error).find((each) => each instanceof FetchStopped)
  if (stopped) return trouble(stopped.trouble.reason, stopped.trouble.detail)
  if (error instanceof AuthorizationResponseError) return answeredError(error.error)
  if (error instanceof ResponseBodyError) return refusedCode(error.error)
  if (error instanceof ClientError) return unfitAnswer(error)
  // what it names as an address is none, or a key of it cannot be read
  if (error instanceof TypeError || error instanceof DOMException) return notAProvider
  throw error
}

function causesOf(error: unknown): readonly unknown[] {
  const causes = []
  for (let each = error; each instanceof Error && causes.length < 8; each = each.cause)
    causes.push(each)
  return causes
}

const notAProvider = trouble(
  'not a provider',
  'What it answered is not what an OpenID Connect provider answers. Check the issuer.',
)

// RFC 6749, 4.1.2.1, and OpenID Connect Core 1.0, 3.1.2.6: other words come from whoever wrote the address
const answers = new Map([
  ['access_denied', 'The provider says that you are not allowed in, or that you stopped.'],
  ['login_required', 'The provider says that you have not signed in there.'],
  ['interaction_required', 'The provider says that you have not signed in there.'],
  ['consent_required', 'The provider says that you have not agreed to sign in here.'],
  ['invalid_scope', 'The provider does not know one of the scopes that it is asked for.'],
  ['unauthorized_client', 'The provider does not allow this client to sign people in.'],
  ['server_error', 'The provider says that it has failed.'],
  ['temporarily_unavailable', 'The provider says that it is not available at the moment.'],
])

const answeredError = (name: string): ProviderTrouble =>
  answers.has(name)
    ? trouble(`answered ${name}`, answers.get(name) ?? '')
    : trouble('answered an error', 'The provider answered that it cannot sign you in.')

const refusedCode = (name: string): ProviderTrouble =>
  name === 'invalid_client' || name === 'unauthorized_client'
    ? trouble('invalid client', 'The provider does not accept the client id or the client secret.')
    : trouble('code refused', 'The provider does not accept what it had sent here to show for you.')

const claims: Readonly<Record<string, string>> = {
  aud: 'was made for another program (its audience is not our client id)',
  iss: 'comes from another issuer',
  nonce: 'was not made for this attempt to sign in (its nonce differs)',
  exp: 'has lapsed',
  iat: 'was made at another time: the clocks differ',
}

const notJson = new Set(['OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR'])

function unfitAnswer(error: ClientError): ProviderTrouble {
  const { cause, code = '' } = error
  if (notJson.has(code)) return notAProvider
  if (cause instanceof Response)
    return trouble(
      'status',
      `The provider answered ${cause.status} where it should have told of itself or of you. Check the issuer.`,
    )
  const claim = claimIn(error)
  if (claim !== undefined)
    return trouble(`token: ${claim}`, `What the provider sent ${claims[claim]}.`)
  if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED')
    return trouble('other issuer', 'The provider calls itself otherwise than the issuer entered.')
  return trouble(
    'unfit answer',
    'What the provider sent does not hold what it must. Check the issuer.',
  )
}

/** Which claim of the token does not fit: the library keeps it within the causes. */
function claimIn(error: ClientError): string | undefined {
  for (const each of causesOf(error)) {
    const { cause } = each as Error
    const claim: unknown =
      typeof cause === 'object' && cause !== null && 'claim' in cause ? cause.claim : undefined
    if (typeof claim === 'string' && Object.hasOwn(claims, claim)) return claim
  }
  return undefined
}
