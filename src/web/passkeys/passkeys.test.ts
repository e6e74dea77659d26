import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { fixture, type Fixture } from '#test/fixture.ts'
import {
  fieldsOf,
  password,
  ruleSecondFactor,
  signInStage,
  type SignInStage,
} from '#test/sign-in-stage.ts'
import { softwarePasskey, type Otherwise } from '#test/software-passkey.ts'
import {
  cookiesOf,
  textOf,
  tokenIn,
  webStage,
  type Cookies,
  type WebStage,
} from '#test/web-stage.ts'

const step = '/sign-in/second-factor'
const own = '/account/second-factors'
const alone = '/sign-in/demo/passkey'

let stage: Fixture
let web: WebStage
let people: SignInStage
before(async () => {
  stage = await fixture()
  web = await webStage(stage)
  people = await signInStage(stage, web)
})
after(async () => {
  await web.app.close()
  await stage.close()
})
beforeEach(async () => {
  stage.clock.set('2026-03-14T09:30:00Z')
  for (const table of ['sign_in_places', 'recovery_codes', 'passkeys'])
    await stage.test.sql(`delete from ${table}`)
})

type Passkey = ReturnType<typeof softwarePasskey>
type Fields = Readonly<Record<string, string>>

/** Sends a form as a browser does that knows the site as localhost. */
const post = (url: string, fields: Fields, cookies: Cookies = {}) =>
  web.app.inject({
    method: 'POST',
    url,
    cookies: { ...cookies },
    headers: { host: 'localhost:8080', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

const optionsAt = async (url: string, fields: Fields, cookies: Cookies = {}) => {
  const told = (await post(`${url}/options`, fields, cookies)).json<{
    options?: Parameters<Passkey['create']>[0]
    message?: string
  }>()
  return { message: told.message, options: told.options ?? { challenge: '' } }
}

/** Adds a passkey to the account of Sam Dee. */
const add = async (passkey: Passkey, otherwise: Otherwise = {}, format = 'none') => {
  const cookies = await web.signIn()
  const csrfToken = tokenIn(await web.open('/account', cookies))
  const { options } = await optionsAt(`${own}/new-passkey`, { csrfToken }, cookies)
  const response = passkey.create(options, otherwise, format)
  const fields = { csrfToken, response, name: 'Work <laptop>' }
  const answer = await post(`${own}/new-passkey`, fields, cookies)
  return { answer, cookies, csrfToken, fields }
}

const signInAlone = async (passkey: Passkey, otherwise: Otherwise = {}) => {
  const { options } = await optionsAt(alone, {})
  const response = passkey.get(options, otherwise)
  return { response, answer: await post(alone, { response, next: '/account' }) }
}

test('a passkey is added once, named, listed, signs in alone, and is removed', async () => {
  const passkey = softwarePasskey()
  const { answer, cookies, csrfToken, fields } = await add(passkey)
  assert.match(textOf(answer), /Your recovery codes/)
  const again = await post(`${own}/new-passkey`, fields, cookies)
  assert.equal(again.headers.location, own)
  assert.match(textOf(await web.open(own, cookies)), /Work <laptop> Added .*, not used yet/)
  const { answer: came } = await signInAlone(passkey)
  assert.equal(came.headers.location, '/account')
  assert.equal((await web.open('/account', cookiesOf(came))).statusCode, 200)
  assert.match(textOf(await web.open('/account/sessions', cookies)), /Signed in with a passkey/)
  const page = await web.open(own, cookies)
  assert.match(textOf(page), /last used/)
  const [, address = ''] = /href="([^"]*\/remove)"/.exec(page.body) ?? []
  const missing = await post(`${own}/passkeys/1x/remove`, { csrfToken }, cookies)
  assert.equal(missing.statusCode, 404)
  assert.equal((await post(address, { csrfToken }, cookies)).headers.location, own)
  assert.equal((await signInAlone(passkey)).answer.statusCode, 422)
  assert.equal((await people.lastAudit('sign in'))?.['outcome'], 'failed')
})

test('alone a passkey opens nothing that is replayed, lapsed, of another site, or whose device asked for nobody', async () => {
  const passkey = softwarePasskey()
  await add(passkey)
  const { response } = await signInAlone(passkey)
  const refused = await post(alone, { response })
  assert.match(textOf(refused), /The passkey was not taken/)
  for (const otherwise of [{ origin: 'https://evil.example' }, { isUnverified: true }])
    assert.equal((await signInAlone(passkey, otherwise)).answer.statusCode, 422)
  const { options } = await optionsAt(alone, {})
  stage.clock.set('2026-03-14T09:35:01Z')
  assert.equal((await post(alone, { response: passkey.get(options) })).statusCode, 422)
  for (const bad of ['', '{}', 'null', '{"id":1,"response":{"clientDataJSON":"e30"}}'])
    assert.equal((await post(alone, { response: bad })).statusCode, 422)
  const stranger = softwarePasskey()
  assert.equal((await signInAlone(stranger)).answer.statusCode, 422)
  const elsewhere = await optionsAt('/sign-in/other/passkey', {})
  const crossed = passkey.get(elsewhere.options)
  assert.equal((await post('/sign-in/other/passkey', { response: crossed })).statusCode, 422)
  assert.equal((await post('/sign-in/nowhere/passkey', { response: crossed })).statusCode, 404)
})

test('who asks to sign in with a passkey again and again waits, an office does not, and waits end', async () => {
  const passkey = softwarePasskey()
  await add(passkey)
  const ask = async () => (await optionsAt(alone, {})).message
  for (let asked = 0; asked < 29; asked += 1) assert.equal(await ask(), undefined)
  assert.equal(
    (await signInAlone(passkey)).answer.statusCode,
    303,
    'whoever gets in clears the way',
  )
  for (let asked = 0; asked < 30; asked += 1) assert.equal(await ask(), undefined)
  assert.match(String(await ask()), /too many wrong attempts\. Try again in 15 seconds/)
  stage.clock.set('2026-03-14T09:30:15Z')
  assert.equal(await ask(), undefined)
  stage.clock.set('2026-03-14T10:00:00Z')
  assert.equal(await ask(), undefined)
})

test('a passkey is the second factor of its person, in the session in which it was asked for', async () => {
  const [mine, another] = [softwarePasskey(), softwarePasskey()]
  await add(mine)
  const half = async () => {
    const came = await people.signIn()
    const cookies = cookiesOf(came)
    const csrfToken = tokenIn(await web.open(step, cookies))
    const { options } = await optionsAt(`${step}/passkey`, { csrfToken }, cookies)
    const send = (response: string) =>
      post(`${step}/passkey`, { csrfToken, response, next: '/account' }, cookies)
    return { options, send }
  }
  const first = await half()
  const second = await half()
  assert.equal((await second.send(mine.get(first.options))).statusCode, 422)
  assert.equal((await second.send(another.get(second.options))).statusCode, 422)
  const third = await half()
  const given = await third.send(mine.get(third.options, { isUnverified: true }))
  assert.equal(given.headers.location, '/account')
  assert.equal((await web.open('/account', cookiesOf(given))).statusCode, 200)
})

test('the first passkey is set up while signing in, and a whole session must give the password for another', async () => {
  await ruleSecondFactor(stage, 'required')
  const cookies = cookiesOf(await people.signIn())
  const csrfToken = tokenIn(await web.open(step, cookies))
  const passkey = softwarePasskey()
  const { options } = await optionsAt(`${step}/new-passkey`, { csrfToken }, cookies)
  const made = { csrfToken, response: passkey.create(options), next: '/cases/700122' }
  const done = await post(`${step}/new-passkey`, made, cookies)
  assert.match(done.body, /href="\/cases\/700122"/)
  const full = { ...cookies, ...cookiesOf(done) }
  const fields = { csrfToken: tokenIn(await web.open('/account', full)) }
  assert.match(
    String((await optionsAt(`${step}/new-passkey`, fields, full)).message),
    /signed in already/,
  )
  const asked = (current: string) => optionsAt(`${own}/new-passkey`, { ...fields, current }, full)
  assert.equal((await asked('not this')).message, 'The password is not right')
  assert.equal((await asked(password)).message, undefined)
  const forged = await optionsAt(`${own}/new-passkey`, { csrfToken: 'forged' }, full)
  assert.match(String(forged.message), /too old/)
  await ruleSecondFactor(stage, 'recommended')
})

test('nothing is fetched that stands in a certificate, and no passkey is made for another site', async () => {
  for (const [otherwise, format] of [
    [{}, 'packed'],
    [{}, 'apple'],
    [{ origin: 'https://evil.example' }, 'none'],
  ] as const) {
    const { answer } = await add(softwarePasskey(), otherwise, format)
    assert.match(textOf(answer), /The passkey was not taken/)
  }
  assert.equal((await people.lastAudit('add passkey'))?.['outcome'], 'failed')
})

test('where browsers allow no passkeys none is offered', async () => {
  const local = await web.app.inject({ url: '/sign-in/demo', headers: { host: 'localhost:8080' } })
  assert.match(local.body, /data-passkey="\/sign-in\/demo\/passkey\/options"\s+hidden/)
  const numbered = await web.app.inject({ url: '/sign-in/demo', headers: { host: '127.0.0.1' } })
  assert.doesNotMatch(numbered.body, /data-passkey/)
  assert.deepEqual(Object.keys(fieldsOf(numbered.body)), ['next', 'name', 'password'])
})
