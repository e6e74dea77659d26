import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { operations as noteOperations } from '#domain/notes/index.ts'
import { signed, stageSettings } from '#test/api-stage.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { readAddress } from './addresses/address.ts'
import { answerCall } from './answer-call.ts'
import { apiWorld, type ApiWorld } from './api-world.ts'

let stage: Fixture
let world: ApiWorld
before(async () => {
  stage = await fixture()
  world = apiWorld(stageSettings(stage, noteOperations))
})
after(() => stage.close())

interface Sending {
  readonly host?: string
  readonly method?: string
  readonly query: string
  readonly authorization?: string
  readonly contentType?: string
}

/** The code that a call gets, and whether its body, which cannot be read, was looked at for it. */
async function codeOf({ host = 'x', method = 'POST', query, ...sent }: Sending) {
  let isBodyRead = false
  const address = readAddress(host, '/addcasenotes', world.domains)
  assert.ok(address)
  const { headers } = await answerCall(world, address, {
    caller: { address: '198.51.100.7', protocol: 'http', host },
    method,
    path: '/addcasenotes',
    query,
    authorization: sent.authorization,
    contentType: sent.contentType ?? 'text/xml',
    idempotencyKey: undefined,
    requestId: '1',
    get body() {
      isBodyRead = true
      return Buffer.from('<')
    },
  })
  return [headers['x-application-error-code'], isBodyRead]
}

describe('a body is not looked at', () => {
  const calls: Readonly<Record<string, Sending>> = {
    'for a token in the header that is none': { query: 'db=demo', authorization: 'Bearer None' },
    'for a token in the query that is none': { query: 'db=demo&access_token=None' },
    'for such a token, where the host names the account': {
      host: 'demo.icasework.com',
      query: 'access_token=None',
    },
    'for such a token and no account': { query: 'db=nosuch&access_token=None' },
    'for a token, whatever the key': { query: `db=demo&access_token=None&${signed({})}` },
  }
  for (const [what, sending] of Object.entries(calls)) {
    test(what, async () => assert.deepEqual(await codeOf(sending), ['12021', false]))
  }

  test('where the address or the method is wrong', async () => {
    const portal = { host: 'uatportal.icasework.com', query: 'db=demo' }
    assert.deepEqual(await codeOf(portal), ['12001', false])
    assert.deepEqual(await codeOf({ method: 'GET', query: 'db=demo' }), ['12000', false])
  })
})

describe('a body is looked at', () => {
  test('for what it may hold: a token, the case that was signed, the account of a form', async () => {
    const fields = signed({ CaseId: '700123' })
    assert.deepEqual(await codeOf({ query: 'db=demo' }), ['12021', true])
    assert.deepEqual(await codeOf({ query: `db=demo&${fields}` }), ['12097', true])
    assert.deepEqual(await codeOf({ query: `db=demo&${fields}0` }), ['12021', true])
    const contentType = 'application/x-www-form-urlencoded'
    const form = { query: 'access_token=None', contentType }
    assert.deepEqual(await codeOf(form), ['12021', true])
  })
})
