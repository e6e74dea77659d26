import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { appCode } from '#test/app-code.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { everyElement, readTree, spokenText } from '#test/html-tree.ts'
import {
  fieldsOf,
  password,
  ruleSecondFactor,
  signInStage,
  type SignInStage,
} from '#test/sign-in-stage.ts'
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
  for (const table of ['sign_in_places', 'authenticator_apps', 'recovery_codes', 'passkeys'])
    await stage.test.sql(`delete from ${table}`)
  await ruleSecondFactor(stage, 'required')
})

type Page = Awaited<ReturnType<WebStage['open']>>

const codesOn = (page: Page): readonly string[] =>
  everyElement(readTree(page.body))
    .filter(({ name }) => name === 'code')
    .map(({ children }) => spokenText(children))

const keep = (cookies: Cookies, page: Page): Cookies => ({ ...cookies, ...cookiesOf(page) })

/** Signs in with the password, where a factor is wanted. */
const half = async (fields: Readonly<Record<string, string>> = {}) => {
  const came = await people.signIn(fields)
  const cookies = cookiesOf(came)
  return { came, cookies, page: await web.open(step, cookies) }
}

/** Sets up the first factor while signing in: gives its secret, the codes, and the cookies that came of it. */
const setUp = async () => {
  const { cookies, page } = await half()
  const csrfToken = tokenIn(page)
  const shown = await people.post(`${step}/app`, { csrfToken, next: '/account' }, cookies)
  const [secret = ''] = codesOn(shown)
  const fields = { ...fieldsOf(shown.body), csrfToken, code: appCode(secret, stage.clock.now()) }
  const done = await people.post(`${step}/app/confirm`, fields, cookies)
  return { secret, shown, fields, done, cookies: keep(cookies, done), halfCookies: cookies }
}

/** Gives something typed at the step after the password. */
const give = async (typed: Readonly<Record<string, string>>, place = '') => {
  const { cookies, page } = await half()
  const fields = { csrfToken: tokenIn(page), next: '/account', ...typed }
  const answer = await people.post(`${step}${place}`, fields, cookies)
  return { answer, cookies: keep(cookies, answer) }
}

test('whoever must have a second factor and has none sets one up while signing in', async () => {
  const { came, page } = await half({ next: '/cases/700122' })
  assert.equal(came.headers.location, `${step}?next=%2Fcases%2F700122`)
  assert.match(textOf(page), /Set up a second factor/)
  const { secret, shown, done, cookies, halfCookies } = await setUp()
  assert.match(shown.body, /<svg[^>]*role="img"/)
  assert.match(secret, /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
  const codes = codesOn(done)
  assert.equal(new Set(codes).size, 10)
  assert.match(done.body, /href="\/account"/)
  assert.equal((await web.open('/account', cookies)).statusCode, 200)
  assert.equal((await web.open('/account', halfCookies)).statusCode, 401)
  const [stored] = await stage.test.sql(
    `select a::text || string_agg(r::text, '') as kept from authenticator_apps a, recovery_codes r group by a`,
  )
  assert.ok(!String(stored?.['kept']).includes(codes[0] ?? ''))
  assert.equal((await people.lastAudit('give second factor'))?.['outcome'], 'done')
})

test('a half session reaches no other page and can be signed out of', async () => {
  await setUp()
  stage.clock.set('2026-03-14T09:31:00Z')
  const { cookies, page } = await half()
  assert.doesNotMatch(page.body, /My work|Your account/)
  for (const url of ['/', '/account', own, `${own}/app`])
    assert.match(String((await web.open(url, cookies)).headers.location), /^\/sign-in\/second/, url)
  const stolen = await people.post(`${step}/app`, { csrfToken: tokenIn(page) }, cookies)
  const [secret = ''] = codesOn(stolen)
  const code = appCode(secret, stage.clock.now())
  const refused = await people.post(
    `${step}/app/confirm`,
    { ...fieldsOf(stolen.body), code },
    cookies,
  )
  assert.equal(refused.headers.location, step)
  assert.equal(
    (await people.post('/sign-out', { csrfToken: tokenIn(page) }, cookies)).statusCode,
    303,
  )
  assert.equal((await web.open(step, cookies)).statusCode, 401)
})

test('a code is good once, within half a minute either way, and guessing is slowed although the password is known', async () => {
  const { secret } = await setUp()
  const at = (time: string) => appCode(secret, new Date(`2026-03-14T${time}Z`))
  assert.equal((await give({ code: at('09:30:00') })).answer.statusCode, 422)
  const early = await give({ code: at('09:30:30') })
  assert.equal(early.answer.headers.location, '/account')
  assert.equal((await web.open('/account', early.cookies)).statusCode, 200)
  assert.equal((await give({ code: at('09:30:30') })).answer.statusCode, 422)
  assert.equal((await give({ code: at('09:29:30') })).answer.statusCode, 422)
  stage.clock.set('2026-03-14T09:32:00Z')
  for (const code of [at('09:33:00'), at('09:31:00'), '😀😀😀'])
    assert.equal((await give({ code })).answer.statusCode, 422, code)
  const slowed = await give({ code: at('09:32:00') })
  assert.equal(slowed.answer.statusCode, 422)
  assert.match(textOf(slowed.answer), /too many wrong codes\. Try again in 15 seconds/)
  stage.clock.set('2026-03-14T09:33:00Z')
  // as keyboards for Japanese write digits
  const wide = at('09:32:30').replaceAll(
    /\d/g,
    (digit) => '０１２３４５６７８９'[Number(digit)] ?? '',
  )
  assert.equal((await give({ code: wide })).answer.statusCode, 303)
})

test('whoever knows only the password gains no further guesses by an app of their own', async () => {
  const { secret } = await setUp()
  stage.clock.set('2026-03-14T09:32:00Z')
  const { cookies, page } = await half()
  const csrfToken = tokenIn(page)
  for (const code of ['000000', '000001', '000002', '000003', '000004'])
    await people.post(step, { csrfToken, code }, cookies)
  const begun = await people.post(`${step}/app`, { csrfToken }, cookies)
  const [mine = ''] = codesOn(begun)
  const fields = { ...fieldsOf(begun.body), code: appCode(mine, stage.clock.now()) }
  assert.equal((await people.post(`${step}/app/confirm`, fields, cookies)).headers.location, step)
  const code = appCode(secret, stage.clock.now())
  const slowed = await people.post(step, { csrfToken, code }, cookies)
  assert.match(textOf(slowed), /too many wrong codes/)
})

test('a recovery code stands in once, however it is typed, and what is left is said', async () => {
  const { done } = await setUp()
  const [one = '', two = ''] = codesOn(done)
  const used = await give(
    { recoveryCode: ` ${one.toUpperCase().replaceAll('-', '')}` },
    '/recovery',
  )
  assert.match(textOf(used.answer), /You have 9 recovery codes left/)
  assert.equal((await web.open('/account', used.cookies)).statusCode, 200)
  const again = await give({ recoveryCode: one }, '/recovery')
  assert.match(textOf(again.answer), /none of your recovery codes, or it was used before/)
  assert.match(textOf(await web.open(own, used.cookies)), /You have 9 recovery codes left/)
  const fields = { current: password, csrfToken: tokenIn(await web.open('/account', used.cookies)) }
  const anew = await people.post(`${own}/recovery-codes`, fields, used.cookies)
  assert.equal(codesOn(anew).length, 10)
  assert.equal((await give({ recoveryCode: two }, '/recovery')).answer.statusCode, 422)
})

test('the password is asked again before a factor is changed, and the last one required stays', async () => {
  const { cookies } = await setUp()
  const csrfToken = tokenIn(await web.open('/account', cookies))
  const post = (place: string, fields: Readonly<Record<string, string>> = {}) =>
    people.post(`${own}/${place}`, { csrfToken, current: password, ...fields }, cookies)
  for (const place of ['app', 'app/remove', 'recovery-codes']) {
    assert.match((await web.open(`${own}/${place}`, cookies)).body, /type="password"/)
    assert.match(textOf(await post(place, { current: 'not it' })), /The password is not right/)
    assert.equal((await post(place, { csrfToken: 'forged' })).statusCode, 403)
  }
  stage.clock.set('2026-03-14T09:40:00Z')
  assert.match(textOf(await post('app/remove')), /requires a second factor/)
  const shown = await post('app')
  const [secret = ''] = codesOn(shown)
  const { challenge = '' } = fieldsOf(shown.body)
  const confirm = (code: string) => post('app/confirm', { challenge, code })
  const wrong = await confirm('1')
  assert.deepEqual([wrong.statusCode, codesOn(wrong)], [422, [secret]])
  assert.equal((await confirm(appCode(secret, stage.clock.now()))).headers.location, own)
  assert.equal((await confirm(appCode(secret, stage.clock.now()))).headers.location, own)
  stage.clock.set('2026-03-14T09:41:00Z')
  assert.equal((await give({ code: appCode(secret, stage.clock.now()) })).answer.statusCode, 303)
  await ruleSecondFactor(stage, 'off')
  assert.equal((await post('app/remove')).headers.location, own)
  const [left] = await stage.test.sql('select count(*)::int as n from recovery_codes')
  assert.equal(left?.['n'], 0)
  assert.equal((await people.lastAudit('remove authenticator app'))?.['outcome'], 'done')
  assert.equal((await people.signIn()).headers.location, '/')
})

test('a secret lapses after five minutes, and serves no other session', async () => {
  const { shown, cookies } = await setUp()
  const begin = async () => {
    const csrfToken = tokenIn(await web.open('/account', cookies))
    return people.post(`${own}/app`, { csrfToken, current: password }, cookies)
  }
  const first = await begin()
  const other = await web.signIn()
  const send = async (from: Page, as: Cookies) => {
    const csrfToken = tokenIn(await web.open('/account', as))
    const [secret = ''] = codesOn(from)
    const code = appCode(secret, stage.clock.now())
    const fields = { ...fieldsOf(from.body), csrfToken, code }
    return people.post(`${own}/app/confirm`, fields, as)
  }
  const [before] = await stage.test.sql('select added_at from authenticator_apps')
  await send(first, other)
  await send(shown, cookies)
  stage.clock.set('2026-03-14T09:36:00Z')
  await send(first, cookies)
  assert.deepEqual((await stage.test.sql('select added_at from authenticator_apps'))[0], before)
})

test('what was typed while a session ended survives the step', async () => {
  const { secret, cookies } = await setUp()
  const url = '/cases/700122/notes/new'
  const csrfToken = tokenIn(await web.open('/account', cookies))
  stage.clock.set('2026-03-14T10:31:00Z')
  const late = await people.post(url, { csrfToken, Notes: 'Rang <at> ten' }, cookies)
  assert.equal(late.statusCode, 401)
  const { next = '', kept = '' } = fieldsOf(late.body)
  const came = await people.signIn({ next, kept })
  assert.match(textOf(came), /Confirm that it is you/)
  const carried = fieldsOf(came.body)
  const wrong = await people.post(step, { ...carried, code: '000000' }, cookiesOf(came))
  assert.equal(wrong.statusCode, 422)
  const code = appCode(secret, stage.clock.now())
  const back = await people.post(step, { ...fieldsOf(wrong.body), code }, cookiesOf(came))
  assert.match(textOf(back), /What you typed has been kept/)
  const form = await people.post(url, fieldsOf(back.body), keep(cookiesOf(came), back))
  assert.match(form.body, /Rang &lt;at&gt; ten<\/textarea>/)
})

test('a link signs in without a second factor', async () => {
  await setUp()
  assert.equal((await web.open('/account', await web.signIn())).statusCode, 200)
})
