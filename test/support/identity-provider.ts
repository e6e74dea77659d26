import assert from 'node:assert/strict'
import { createSign, generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

type Claims = Readonly<Record<string, unknown>>

/** Somebody at the provider, by what it says of them. */
export type Person = Claims & { readonly sub: string }

/** What is changed of a token before it is signed. */
export type Forging = (claims: Claims) => Claims

/** A real OpenID Connect provider on the loopback, and what it does. */
export interface TestProvider {
  readonly issuer: string
  readonly port: number
  readonly clientId: string
  readonly clientSecret: string
  /** Says who sits before the browsers that come from now on. */
  seat(person: Person): void
  /** Signs somebody in at an address of it, as a browser of theirs does; gives where it sends them back to. */
  visit(address: string, person: Person): Promise<string>
  /** From now on tokens are changed so before they are signed, or no longer. */
  forge(forging: Forging | undefined): void
  close(): Promise<void>
}

const clientId = 'casework'
const clientSecret = 'a-secret-that-no-page-shows'

/** Starts the provider; it knows one client, with these addresses. */
export async function startProvider(known: {
  readonly redirectAddress: string
  readonly signedOutAddress: string
}): Promise<TestProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = { ...privateKey.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' }
  const people = new Map<string, Person>()
  const provider = new Provider(issuer, configurationOf(people, { key, known }))
  let forging: Forging | undefined
  provider.use(async (context, next) => {
    await next()
    const { body } = context
    if (context.path !== '/token' || !forging || !hasToken(body)) return
    context.body = { ...body, id_token: forged(body.id_token, forging, privateKey) }
  })
  const signing: { person: Person | undefined } = { person: undefined }
  serve(server, provider, signing)
  const seat = (person: Person): void => {
    people.set(person.sub, person)
    signing.person = person
  }
  return Object.freeze<TestProvider>({
    issuer,
    port,
    clientId,
    clientSecret,
    forge: (next) => void (forging = next),
    seat,
    async visit(address, person) {
      seat(person)
      return followed(address, issuer)
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

function configurationOf(
  people: ReadonlyMap<string, Person>,
  { key, known }: { key: object; known: { redirectAddress: string; signedOutAddress: string } },
) {
  return {
    jwks: { keys: [key] },
    cookies: { keys: ['a key of the test'] },
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [known.redirectAddress],
        post_logout_redirect_uris: [known.signedOutAddress],
      },
    ],
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    scopes: ['openid', 'email', 'profile', 'groups'],
    claims: {
      openid: ['sub', 'amr'],
      email: ['email', 'email_verified'],
      profile: ['name', 'family_name', 'given_name'],
      groups: ['groups'],
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: async () => people.get(sub) ?? { sub },
    }),
    loadExistingGrant,
  }
}

/** Everybody agrees to everything. */
async function loadExistingGrant(context: {
  oidc: { client: { clientId: string }; account: { accountId: string }; provider: Provider }
}) {
  const { client, account, provider } = context.oidc
  const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId })
  grant.addOIDCScope('openid email profile groups')
  await grant.save()
  return grant
}

/** The page to sign in of the provider lets the person of the moment in at once. */
function serve(server: Server, provider: Provider, signing: { person: Person | undefined }): void {
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    const login = { accountId: signing.person?.sub }
    return void provider.interactionFinished(request, response, { login })
  })
}

const hasToken = (body: unknown): body is { readonly id_token: string } =>
  typeof body === 'object' && body !== null && 'id_token' in body

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

function forged(
  token: string,
  forging: Forging,
  key: Parameters<ReturnType<typeof createSign>['sign']>[0],
): string {
  const [head = '', claims = ''] = token.split('.')
  const body = `${head}.${part(forging(JSON.parse(Buffer.from(claims, 'base64url').toString())))}`
  return `${body}.${createSign('sha256').update(body).sign(key).toString('base64url')}`
}

/** Follows the provider's own redirects with its cookies, as far as they stay with it. */
async function followed(first: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>()
  let next = first
  for (let steps = 0; steps < 10 && next.startsWith(issuer); steps++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    assert.ok(location, `the provider answered ${answer.status}: ${await answer.text()}`)
    next = new URL(location, next).href
  }
  return next
}
