import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { offeredProvider } from '#domain/single-sign-on/index.ts'
import {
  personNamed,
  singleSignOnStage,
  type SingleSignOnStage,
} from '#test/single-sign-on-stage.ts'
import { cookiesOf, textOf, type Cookies } from '#test/web-stage.ts'
import { until } from '#test/until.ts'

let on: SingleSignOnStage
let cookies: Cookies
before(async () => {
  on = await singleSignOnStage()
  cookies = await on.web.signIn()
})
after(() => on.close())

const address = '/admin/single-sign-on'
const textAt = async (url: string) => textOf(await on.web.open(url, cookies))
const settings = () => ({
  IsOn: 'true',
  Label: 'Demo Council account',
  Issuer: on.provider.issuer,
  ClientId: on.provider.clientId,
  Scopes: 'email profile groups',
  GroupRoles: 'bosses = administrator',
})
const save = (sent: Readonly<Record<string, string>>) =>
  on.web.send(`${address}/edit`, cookies, { ...settings(), ...sent })
/** What is changed reaches those who remember it by a message. */
const offered = () => offeredProvider(on.stage.test.database, on.stage.organisationId)

test('the addresses to copy are shown, and the secret that is kept nowhere', async () => {
  const page = await on.web.open(address, cookies)
  assert.match(textOf(page), /http:\/\/localhost\/sign-in\/demo\/single-sign-on\/answer/)
  assert.match(textOf(page), /Kept; it is not shown again/)
  const form = await on.web.open(`${address}/edit`, cookies)
  const saved = await save({ ClientSecret: 'a new secret of ours', IsOtherWayAllowed: 'true' })
  assert.equal(saved.statusCode, 303, textOf(saved))
  const kept = await on.rows(
    `select particulars::text as text from audit_entries where organisation_id = $1
     union all select before::text || after::text from configuration_changes
     where organisation_id = $1
     union all select row_to_json(p)::text from sign_in_providers p where organisation_id = $1`,
  )
  for (const text of [page.body, form.body, ...kept.map((row) => String(row['text']))])
    assert.doesNotMatch(text, /a new secret|that-no-page-shows/)
  assert.match(JSON.stringify(kept), /a new one/)
})

test('a secret is for one issuer and client: with another it must be entered again', async () => {
  const sent = { Issuer: 'https://elsewhere.example', IsOtherWayAllowed: 'true' }
  const refused = await save(sent)
  assert.equal(refused.statusCode, 422)
  assert.match(textOf(refused), /Enter the client secret for this issuer/)
  for (const [field, value, says] of [
    ['Issuer', 'http://login.north.example', /must begin with https/],
    ['GroupRoles', 'staff = king', /which is no role here/],
  ] as const) {
    const flawed = await save({ IsOtherWayAllowed: 'true', [field]: value })
    assert.equal(flawed.statusCode, 422)
    assert.match(textOf(flawed), says)
  }
})

test('testing the connection says on the page what came of it', async () => {
  await on.setUp()
  assert.match(await textAt(address), /Not tested since/)
  assert.equal((await on.web.send(`${address}/test`, cookies)).statusCode, 303)
  assert.match(await textAt(address), /describes itself as it should/)
  await on.setUp({ Issuer: 'http://127.0.0.1:1' })
  await on.web.send(`${address}/test`, cookies)
  assert.match(await textAt(address), /not among the allowed sources.*document-source allow/)
  await on.setUp()
})

test('the other ways can be switched off once an administrator has come by the provider', async () => {
  const refused = await save({ ClientSecret: on.provider.clientSecret })
  assert.equal(refused.statusCode, 422)
  assert.match(textOf(refused), /once an administrator has signed in with this provider/)
  assert.equal((await on.signIn(personNamed('sam.dee'))).statusCode, 303)
  const page = await textAt(address)
  assert.match(page, /Who signs in with it.*Dee, Sam/)
  assert.equal((await save({ ClientSecret: on.provider.clientSecret })).statusCode, 303)
  await until(async () => (await offered())?.admitsOtherWays === false, 'other ways are shut')
  const signIn = await on.web.open('/sign-in/demo')
  assert.match(textOf(signIn), /Sign in with Demo Council account/)
  assert.doesNotMatch(textOf(signIn), /password|passkey/i)
  for (const url of [
    '/sign-in/demo',
    '/sign-in/demo/passkey',
    '/sign-in/demo/forgotten',
    '/sign-in/demo/new-password/x',
  ]) {
    const sent = await on.web.app.inject({ method: 'POST', url })
    assert.equal(sent.statusCode, 403)
    assert.match(textOf(sent), /Passwords and passkeys are not used here/)
  }
  assert.equal(
    Object.keys(
      cookiesOf(await on.web.app.inject({ method: 'POST', url: await on.web.signInLink() })),
    ).length,
    1,
  )
})

test('who is unlinked is linked anew by their address, as somebody else at the provider', async () => {
  const other = personNamed('sam.dee', { sub: 'moved' })
  assert.equal((await on.signIn(other)).statusCode, 403)
  assert.equal((await on.web.send(`${address}/unlink/sdee`, cookies)).statusCode, 303)
  assert.equal((await on.signIn(other)).statusCode, 303)
})
