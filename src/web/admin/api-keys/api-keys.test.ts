import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fastify, { type FastifyInstance } from 'fastify'
import { api } from '#api/plugin.ts'
import { keyUses, type KeyUses } from '#domain/api-keys/index.ts'
import { allOperations } from '#operations'
import { signed, stageSettings, type ApiStage } from '#test/api-stage.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { askGrant } from '#test/grant.ts'
import { everyElement, readTree } from '#test/html-tree.ts'
import { cookiesOf, textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

let stage: CaseStage
let web: WebStage
let cookies: Cookies
let program: FastifyInstance
let uses: KeyUses

before(async () => {
  stage = await caseStage()
  web = await webStage(stage)
  cookies = await web.signIn()
  program = fastify({ routerOptions: { maxParamLength: 500 } })
  uses = keyUses(stage.test.database)
  await program.register(api, { ...stageSettings(stage, allOperations), keyUses: uses })
})
after(async () => {
  await program.close()
  await web.app.close()
  await stage.close()
})

type Pair = { readonly key: string; readonly secret: string }

/** What a secret's page shows in its fields. */
const copied = (body: string, id: string): string =>
  everyElement(readTree(body)).find(({ attributes }) => attributes['id'] === id)?.attributes[
    'value'
  ] ?? ''

async function make(fields: Readonly<Record<string, string>>): Promise<string> {
  const made = await web.send('/admin/api-keys/new', cookies, fields)
  assert.equal(made.statusCode, 303, textOf(made))
  return String(made.headers.location)
}

async function secretOf(address: string): Promise<Pair> {
  const shown = await web.send(`${address}/secret`, cookies)
  assert.equal(shown.statusCode, 200, textOf(shown))
  return { key: copied(shown.body, 'key'), secret: copied(shown.body, 'secret') }
}

const callSigned = async (pair: Pair, from = '203.0.113.10'): Promise<number> => {
  const asked = signed({ CaseId: '700123', RequestDate: '2026-03-14' }, pair)
  const url = `/getcasedetails?db=demo&${asked}`
  return (await program.inject({ method: 'GET', url, remoteAddress: from })).statusCode
}

const callWithToken = async ({ key, secret }: Pair): Promise<number> => {
  const claims = { iss: key, iat: Math.floor(stage.clock.now().getTime() / 1000) }
  const send: ApiStage['send'] = (options) => program.inject(options)
  return (await askGrant({ send }, claims, { secret, remoteAddress: '203.0.113.10' })).statusCode
}

/** Asks until what was changed counts: it is announced to those who remember it. */
async function until(status: number, ask: () => Promise<number>): Promise<void> {
  while ((await ask()) !== status) await new Promise((resolve) => setTimeout(resolve, 5))
}

test('a key is made, its secret shown once, and calls with it are counted', async () => {
  const address = await make({ Name: 'Forms', Ways: 'both', Addresses: '203.0.113.0/24' })
  const page = textOf(await web.open(address, cookies))
  assert.match(page, /The secret is ready/)
  assert.match(page, /call from your own address, 127\.0\.0\.1, would be refused/)
  const pair = await secretOf(address)
  assert.match(pair.key + pair.secret, /^[0-9a-f]{50}$/)
  const again = await web.send(`${address}/secret`, cookies)
  assert.equal(again.statusCode, 422)
  assert.ok(!again.body.includes(pair.secret))
  assert.doesNotMatch(textOf(await web.open(address, cookies)), /The secret is ready/)
  await until(200, () => callSigned(pair))
  await uses.write()
  assert.equal(await callSigned(pair, '198.51.100.7'), 403)
  assert.equal(await callSigned({ ...pair, secret: 'wrong' }), 403)
  assert.equal(await callWithToken(pair), 200)
  await uses.write()
  const [day] = await stage.rows(
    `select day::text, answered::int, refused::int, last_at from api_key_days d
     join api_keys k using (organisation_id, api_key_id)
     where organisation_id = $1 and k.key = '${pair.key}'`,
  )
  assert.deepEqual(day, {
    day: '2026-03-14',
    answered: 2,
    refused: 2,
    last_at: new Date('2026-03-14T09:30:00Z'),
  })
  const shown = textOf(await web.open(address, cookies))
  assert.match(shown, /14 March 2026 ?2 ?2/)
  assert.match(textOf(await web.open('/admin/api-keys', cookies)), /Forms.*14 March 2026 at 9:30am/)
  const kept = JSON.stringify(
    await stage.rows(
      `select before, after, null as particulars from configuration_changes where organisation_id = $1
       union all select null, null, particulars from audit_entries where organisation_id = $1
       union all select null, null, answer from idempotency_keys where organisation_id = $1`,
    ),
  )
  assert.ok(kept.includes('203.0.113.0/24') && !kept.includes(pair.secret))
})

test('what cannot be an address is refused beside the field, and what was typed stays', async () => {
  const fields = { Name: 'Forms', Ways: 'both', Addresses: '10.0.0.0/8\n10.0.0' }
  const refused = await web.send('/admin/api-keys/new', cookies, fields)
  assert.equal(refused.statusCode, 422)
  assert.match(textOf(refused), /such as 192\.0\.2\.10 or 10\.0\.0\.0\/8, which 10\.0\.0 is not/)
  assert.match(textOf(refused), /Your own address now is 127\.0\.0\.1/)
  assert.ok(refused.body.includes('10.0.0.0/8\n10.0.0'))
})

test('a key signs in by the ways it may', async () => {
  const address = await make({ Name: 'Telephone', Ways: 'tokens' })
  const pair = await secretOf(address)
  await until(200, () => callWithToken(pair))
  assert.equal(await callSigned(pair), 403)
  await web.send(`${address}/edit`, cookies, { Name: 'Telephone', Ways: 'signatures' })
  await until(200, () => callSigned(pair))
  assert.equal(await callWithToken(pair), 400)
})

test('with a new secret the old one works until the day chosen, or stops', async () => {
  const address = await make({ Name: 'Portal', Ways: 'both' })
  const first = await secretOf(address)
  await until(200, () => callSigned(first))
  const behind = await web.send(`${address}/rotate`, cookies, { Until: '13/3/2026' })
  assert.match(textOf(behind), /must be today or later/)
  const rotated = await web.send(`${address}/rotate`, cookies, { Until: '14/3/2026' })
  assert.equal(rotated.statusCode, 303, textOf(rotated))
  const second = await secretOf(address)
  assert.notEqual(second.secret, first.secret)
  await until(200, () => callSigned(second))
  assert.equal(await callSigned(first), 200)
  assert.match(textOf(await web.open(address, cookies)), /before works until 15 March 2026/)
  stage.clock.set('2026-03-15T00:00:00Z')
  assert.equal(await callSigned(first), 403)
  assert.equal(await callSigned(second), 200)
  stage.clock.set('2026-03-14T09:30:00Z')
  await web.send(`${address}/rotate`, cookies, {})
  const third = await secretOf(address)
  await until(200, () => callSigned(third))
  assert.equal(await callSigned(second), 403)
})

test('a key is revoked once that is confirmed, and only by those who may', async () => {
  const address = await make({ Name: 'Old <website>', Ways: 'both' })
  const pair = await secretOf(address)
  await until(200, () => callSigned(pair))
  const asked = textOf(await web.open(`${address}/revoke`, cookies))
  assert.match(asked, /Revoke the key Old <website>.*never works again/)
  const revoked = await web.send(`${address}/revoke`, cookies)
  const list = textOf(await web.open('/admin/api-keys', { ...cookies, ...cookiesOf(revoked) }))
  assert.match(list, /Old <website> is revoked/)
  await until(403, () => callSigned(pair))
  const changes = await stage.rows(
    `select before, after from configuration_changes
     where organisation_id = $1 and kind = 'api key' and subject = '${pair.key}' order by change_id`,
  )
  assert.deepEqual(changes.at(-1), { before: { works: true }, after: { works: false } })
  assert.equal(changes.length, 2)
  await stage.rows(
    `update users set role = 'manager' where organisation_id = $1 and user_name = 'sdee'`,
  )
  assert.equal((await web.open('/admin/api-keys', cookies)).statusCode, 403)
})
