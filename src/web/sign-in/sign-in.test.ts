import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { fixture, type Fixture } from '#test/fixture.ts'
import { fieldsOf, password, signInStage, type SignInStage } from '#test/sign-in-stage.ts'
import { cookiesOf, textOf, tokenIn, webStage, type WebStage } from '#test/web-stage.ts'

let stage: Fixture
let web: WebStage
let post: SignInStage['post']
let signIn: SignInStage['signIn']
let idOf: SignInStage['idOf']
let lastAudit: SignInStage['lastAudit']
before(async () => {
  stage = await fixture()
  web = await webStage(stage)
  ;({ post, signIn, idOf, lastAudit } = await signInStage(stage, web))
})
after(async () => {
  await web.app.close()
  await stage.close()
})
beforeEach(async () => {
  stage.clock.set('2026-03-14T09:30:00Z')
  await stage.test.sql('delete from sign_in_places')
})

test('whoever asks for a page signs in on it and comes to it, by e-mail address or user name', async () => {
  for (const name of [' Sam.Dee@demo.example', 'SDEE']) {
    const asked = await web.app.inject({ url: '/cases/700122', headers: { host: 'demo.example' } })
    assert.equal(asked.statusCode, 401)
    const { next = '' } = fieldsOf(asked.body)
    const came = await signIn({ name, next })
    assert.deepEqual([came.statusCode, came.headers.location], [303, '/cases/700122'])
    assert.equal((await web.open('/cases/700122', cookiesOf(came))).statusCode, 200)
  }
  const userId = await idOf('sdee')
  const entry = await lastAudit('sign in')
  assert.equal(entry?.['actor'], `user ${userId} Dee, Sam`)
  const { session, ...told } = Object(entry?.['particulars']) as Record<string, unknown>
  assert.ok(Number(session) > 0)
  assert.deepEqual(told, { userId, way: 'password', strength: 'full' })
})

test('no way back leads elsewhere', async () => {
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', '/ x', ''])
    assert.equal((await signIn({ next })).headers.location, '/', next)
})

test('a wrong password and somebody unknown look the same, and the audit tells them apart by no name', async () => {
  const wrong = await signIn({ password: 'not this one at all' })
  const stranger = await signIn({ name: 'nobody@demo.example' })
  assert.equal(wrong.statusCode, 422)
  const told = (body: string, name: string) => body.replaceAll(name, '')
  assert.equal(told(wrong.body, 'sam.dee@demo.example'), told(stranger.body, 'nobody@demo.example'))
  assert.match(textOf(wrong), /The e-mail address, user name or password is not right/)
  assert.ok(!wrong.body.includes('not this one'))
  assert.deepEqual(await lastAudit('sign in'), {
    actor: 'visitor',
    outcome: 'failed',
    particulars: {},
  })
  const unstorable = { name: 'n\0body', password: '\0', kept: '\0' }
  assert.equal((await signIn(unstorable)).statusCode, 422)
  const empty = await signIn({ name: ' ', password: '' })
  assert.match(textOf(empty), /Enter your e-mail address or user name Enter your password/)
})

test('guessing is slowed ever more, said in words, for no other person, and ends by itself', async () => {
  for (let failed = 0; failed < 5; failed += 1) await signIn({ password: `wrong ${failed} wrong` })
  const right = await signIn()
  assert.equal(right.statusCode, 429)
  assert.match(textOf(right), /There were too many wrong passwords\. Try again in 15 seconds/)
  assert.equal((await lastAudit('sign in'))?.['outcome'], 'throttled')
  assert.equal((await signIn({ name: 'somebody else' })).statusCode, 422)
  stage.clock.set('2026-03-14T09:30:16Z')
  assert.equal((await signIn({ password: 'wrong again, or so' })).statusCode, 422)
  assert.match(textOf(await signIn()), /Try again in 30 seconds/)
  stage.clock.set('2026-03-14T09:31:00Z')
  assert.equal((await signIn()).statusCode, 303)
})

test('who guesses at the same time is slowed no less', async () => {
  const all = await Promise.all(
    Array.from({ length: 12 }, () => signIn({ password: 'wrong at the same time' })),
  )
  assert.equal(all.filter(({ statusCode }) => statusCode === 422).length, 5)
})

test('a session is renewed at signing in, and one of a person who is disabled is over', async () => {
  const first = cookiesOf(await signIn())
  const second = cookiesOf(await signIn({}, first))
  assert.equal((await web.open('/', first)).statusCode, 401)
  assert.equal((await web.open('/', second)).statusCode, 200)
  const disable = (at: string | null) =>
    stage.test.sql(`update users set disabled_at = $2 where organisation_id = $1`, [
      stage.organisationId,
      at,
    ])
  await disable('2026-03-14')
  assert.equal((await web.open('/', second)).statusCode, 401)
  assert.equal((await signIn()).statusCode, 422)
  await disable(null)
})

test('with a password alone, where a second factor is wanted, nothing else is reached', async () => {
  const cookies = cookiesOf(await signIn())
  await stage.test.sql(`update sessions set strength = 'password'`)
  const page = await web.open('/cases/700122', cookies)
  assert.equal(page.headers.location, '/sign-in/second-factor?next=%2Fcases%2F700122')
  assert.equal((await post('/cases/700122/unassign', {}, cookies)).statusCode, 303)
})

test('what was typed while a session ended is there again after signing in', async () => {
  const cookies = cookiesOf(await signIn())
  const csrfToken = tokenIn(await web.open('/', cookies))
  stage.clock.set('2026-03-14T10:01:00Z')
  const url = '/cases/700122/notes/new'
  const late = await post(url, { csrfToken, Notes: 'Rang <at> ten', Type: 'Telephone' }, cookies)
  assert.equal(late.statusCode, 401)
  assert.match(textOf(late), /What you typed is kept until you have/)
  const { next = '', kept = '' } = fieldsOf(late.body)
  const wrong = await signIn({ next, kept, password: 'a slip of the finger' }, cookies)
  const back = await signIn({ ...fieldsOf(wrong.body), password }, cookies)
  assert.match(textOf(back), /What you typed has been kept/)
  const form = await post(next, fieldsOf(back.body), cookiesOf(back))
  assert.equal(form.statusCode, 200)
  assert.match(form.body, /Rang &lt;at&gt; ten<\/textarea>/)
  assert.match(form.body, /value="Telephone"\s+selected/)
  const [{ n } = {}] = await stage.test.sql(
    `select count(*)::int as n from notes where body like 'Rang%'`,
  )
  assert.equal(n, 0)
})

test('over a wire that others can read nobody signs in, and by TLS cookies keep to it', async () => {
  const reach = { address: '192.0.2.7', isSecure: false, isLocal: false }
  const far = await webStage(stage, undefined, () => reach)
  for (const url of ['/', '/sign-in', await web.signInLink()]) {
    const page = await far.open(url)
    assert.equal(page.statusCode, 403)
    assert.match(textOf(page), /not encrypted.*CASEWRIGHT_PUBLIC_URL/)
  }
  const link = await web.signInLink()
  assert.equal((await far.app.inject({ method: 'POST', url: link })).statusCode, 403)
  await far.app.close()
  const tls = await webStage(stage, undefined, () => ({ ...reach, isSecure: true }))
  const came = await tls.app.inject({ method: 'POST', url: link })
  assert.match(
    String(came.headers['set-cookie']),
    /^__Host-casewright-session=demo\.\S+; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
  )
  await tls.app.close()
})

test('where the address names no organisation, it is asked for', async () => {
  const asked = await web.open('/sign-in?next=/notices')
  assert.match(textOf(asked), /Organisation The short name/)
  const unknown = await web.open('/sign-in?organisation=nowhere')
  assert.match(textOf(unknown), /There is no organisation of this name here/)
  const known = await web.open('/sign-in?organisation=Demo&next=/notices')
  assert.equal(known.headers.location, '/sign-in/demo?next=%2Fnotices')
})
