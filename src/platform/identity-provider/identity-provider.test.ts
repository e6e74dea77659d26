import assert from 'node:assert/strict'
import type { RequestListener, ServerResponse } from 'node:http'
import { test } from 'node:test'
import { loopbackSite } from '#test/loopback-site.ts'
import { tryProvider } from './identity-provider.ts'

type Description = Readonly<Record<string, unknown>>

/** Describes itself as a provider should, but for what is said. */
const describing =
  (change: (origin: string) => Description): RequestListener =>
  (request, response) => {
    const origin = `http://${request.headers.host}`
    sendJson(response, {
      issuer: origin,
      authorization_endpoint: `${origin}/auth`,
      token_endpoint: `${origin}/token`,
      jwks_uri: `${origin}/keys`,
      ...change(origin),
    })
  }

const sendJson = (response: ServerResponse, body: unknown): void =>
  void response.setHeader('content-type', 'application/json').end(JSON.stringify(body))

const wrong: readonly (readonly [string, RequestListener, RegExp])[] = [
  ['not reached', (request) => request.socket.destroy(), /could not be reached, or ended/],
  ['status', (_, response) => response.writeHead(503).end(), /answered 503/],
  // nothing that leads elsewhere is followed
  ['status', (_, response) => response.writeHead(302, { location: '/' }).end(), /answered 302/],
  ['not a provider', (_, response) => response.end('<h1>Welcome</h1>'), /Check the issuer/],
  ['unfit answer', (_, response) => sendJson(response, 'hello'), /does not hold what it must/],
  ['too large', describing(() => ({ x: 'x'.repeat(1024 * 1024) })), /more than/],
  [
    'other issuer',
    describing(() => ({ issuer: 'https://elsewhere.example' })),
    /calls itself otherwise than the issuer entered/,
  ],
  ['incomplete', describing(() => ({ jwks_uri: undefined })), /where its jwks_uri is/],
]

test('testing the connection says in words what is wrong with a provider', async (t) => {
  let answer: RequestListener = describing(() => ({}))
  const site = await loopbackSite(t, (request, response) => answer(request, response))
  const named = { issuer: site.origin, clientId: 'casework', clientSecret: undefined }
  const reach = { isAllowed: () => true, timeLimit: 300_000 }
  assert.deepEqual(await tryProvider(named, reach), { kind: 'done' })
  for (const [reason, next, words] of wrong) {
    answer = next
    const came = await tryProvider(named, reach)
    assert.ok(came.kind === 'trouble', reason)
    assert.deepEqual([came.reason, words.test(came.detail)], [reason, true], came.detail)
  }
  const guarded = await tryProvider(named, { ...reach, isAllowed: () => false })
  assert.equal(guarded.kind === 'trouble' && guarded.reason, 'not public')
})

test('a provider that never answers is given up at the time limit', async (t) => {
  const site = await loopbackSite(t, () => {})
  const named = { issuer: site.origin, clientId: 'casework', clientSecret: undefined }
  const came = await tryProvider(named, { isAllowed: () => true, timeLimit: 50 })
  assert.deepEqual(came, {
    kind: 'trouble',
    reason: 'too slow',
    detail: 'The provider did not answer within 1 second.',
  })
})
