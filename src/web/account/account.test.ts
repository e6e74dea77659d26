import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { jobs } from '#domain/sign-in/index.ts'
import { jobs as factorJobs } from '#domain/second-factors/index.ts'
import { taskOf } from '#jobs/worker.ts'
import { openMailRoute, type MailRoute } from '#platform/mail.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { everyElement, readTree } from '#test/html-tree.ts'
import { mailServer, type MailServer } from '#test/mail-server.ts'
import { password, signInStage, type SignInStage } from '#test/sign-in-stage.ts'
import { cookiesOf, textOf, tokenIn, webStage, type WebStage } from '#test/web-stage.ts'

let stage: Fixture
let mail: MailServer
let route: MailRoute
let web: WebStage
let signs: SignInStage
before(async () => {
  stage = await fixture()
  mail = await mailServer()
  const from = { name: 'Casework', address: 'cases@demo.example' }
  route = openMailRoute({ url: mail.url, from, siteAddress: 'https://cases.example.org' })
  const outside = { ...stage.door.outside, mail: route }
  web = await webStage({ ...stage, door: { ...stage.door, outside } })
  signs = await signInStage(stage, web)
})
after(async () => {
  await web.app.close()
  route.close()
  await mail.close()
  await stage.close()
})

const signIn = async (fields = {}) => cookiesOf(await signs.signIn(fields))
const endings = (body: string) =>
  everyElement(readTree(body)).flatMap(({ attributes }) =>
    attributes['action']?.endsWith('/end') ? [attributes['action']] : [],
  )
const beRole = (role: string) =>
  stage.test.sql(`update users set role = $2 where organisation_id = $1`, [
    stage.organisationId,
    role,
  ])

/** Somebody else, who has a session. */
async function addColleague(): Promise<void> {
  await stage.test.sql(
    `with made as (
       insert into users (organisation_id, user_name, full_name, email, role)
       values ($1, 'iokafor', 'Okafor, Ife', 'ife@demo.example', 'case worker')
       returning organisation_id, user_id
     )
     insert into sessions (organisation_id, session_hash, user_id, created_at, last_used_at, expires_at,
       device)
     select organisation_id, '\\x01', user_id, $2, $2, $2::timestamptz + interval '1 hour', 'Edge'
     from made`,
    [stage.organisationId, stage.clock.now().toISOString()],
  )
}

test('somebody sees where they are signed in, this session marked, and ends another', async () => {
  await stage.test.sql('delete from sessions')
  const [here, there] = [await signIn(), await signIn()]
  const page = await web.open('/account/sessions', here)
  assert.match(textOf(page), /Unknown browser This session Signed in with a password Started 14/)
  const [address = '', ...others] = endings(page.body)
  assert.deepEqual(others, [])
  assert.equal((await web.send(address, here)).statusCode, 303)
  assert.equal((await web.open('/', there)).statusCode, 401)
  assert.equal((await web.open('/', here)).statusCode, 200)
  assert.equal((await signs.lastAudit('endsession'))?.['outcome'], 'done')
})

test('an administrator sees who is signed in and ends it; others neither see nor end what is not theirs', async () => {
  await addColleague()
  const cookies = await signIn()
  const page = await web.open('/sessions', cookies)
  assert.match(textOf(page), /Edge Okafor, Ife, signed in with a link/)
  const [address = ''] = endings(page.body)
  await beRole('manager')
  assert.equal((await web.open('/sessions', cookies)).statusCode, 403)
  assert.doesNotMatch(textOf(await web.open('/account', cookies)), /Who is signed in/)
  assert.equal((await web.send(address, cookies)).statusCode, 404)
  await beRole('administrator')
  assert.equal((await web.send(address, cookies)).statusCode, 303)
  const [row] = await stage.test.sql(`select ended_at from sessions where device = 'Edge'`)
  assert.ok(row?.['ended_at'])
})

test('a password is changed by whoever knows it, and every other session ends', async () => {
  const [here, there] = [await signIn(), await signIn()]
  const change = (current: string, chosen: string) =>
    web.send('/account/password', here, { current, chosen })
  const short = await change(password, 'short')
  assert.match(textOf(short), /New password must be 12 characters or more/)
  const wrong = await change('not the one I have', 'kettle ocean 7 bravery')
  assert.equal(wrong.statusCode, 422)
  assert.match(textOf(wrong), /The password you have is not this one/)
  assert.equal((await signs.lastAudit('change password'))?.['outcome'], 'failed')
  assert.ok(!wrong.body.includes('kettle'))
  const set = await change(password, 'kettle ocean 7 bravery')
  assert.equal(set.headers.location, '/account')
  assert.match(
    textOf(await web.open('/account', { ...here, ...cookiesOf(set) })),
    /Password changed/,
  )
  assert.equal((await web.open('/', there)).statusCode, 401)
  assert.equal((await signs.signIn()).statusCode, 422)
  const back = await web.send('/account/password', here, {
    current: 'kettle ocean 7 bravery',
    chosen: password,
  })
  assert.equal(back.statusCode, 303)
})

test('whoever came by a link sets a password without the one they may have forgotten', async () => {
  const page = await web.open('/account/password', await web.signIn())
  assert.doesNotMatch(textOf(page), /The password you have/)
})

/** Works the queue of mails to set a password; gives the addresses in what has come of it. */
async function post(): Promise<readonly string[]> {
  const rows = await stage.test.sql(
    `with done as (delete from graphile_worker._private_jobs returning payload) select payload from done`,
  )
  const [job] = jobs
  const world = { database: stage.test.database, clock: stage.clock }
  for (const { payload } of rows)
    if (job)
      await taskOf(job, { ...world, outside: { ...stage.door.outside, mail: route } }).run(
        payload as Record<string, unknown>,
        new AbortController().signal,
      )
  return mail.received.map(({ text }) => /https:\S+/.exec(text)?.[0] ?? '')
}

test('a forgotten password is set anew by a mailed link, once, and nobody learns who has an account', async () => {
  const elsewhere = await signIn()
  const ask = (email: string) => signs.post('/sign-in/demo/forgotten', { email })
  const known = await ask(' Sam.Dee@demo.example ')
  const unknown = await ask('nobody@demo.example')
  assert.equal(known.body, unknown.body)
  assert.match(textOf(known), /Look into your mailbox If somebody signs in here/)
  assert.match(textOf(await ask(' ')), /Enter your e-mail address/)
  const [url = '', ...others] = await post()
  assert.deepEqual(others, [])
  assert.deepEqual(mail.received[0]?.to, ['sam.dee@demo.example'])
  const { origin, pathname } = new URL(url)
  assert.equal(origin, 'https://cases.example.org')
  const common = await signs.post(pathname, { chosen: 'password1234' })
  assert.match(textOf(common), /harder to guess/)
  assert.match(textOf(await web.open(pathname)), /Set a new password/)
  const set = await signs.post(pathname, { chosen: 'lantern 5 gravel hymn' })
  assert.equal((await web.open('/', cookiesOf(set))).statusCode, 200)
  assert.equal((await web.open('/', elsewhere)).statusCode, 401)
  assert.equal((await signs.post(pathname, { chosen: 'lantern 6 gravel hymn' })).statusCode, 410)
  assert.equal((await web.open(pathname)).statusCode, 410)
  assert.equal((await signs.signIn({ password: 'lantern 5 gravel hymn' })).statusCode, 303)
  assert.deepEqual((await signs.lastAudit('ask for a new password'))?.['particulars'], {})
  assert.equal((await signs.lastAudit('reset password'))?.['outcome'], 'done')
})

test('a link to set a password lapses, and only so many are sent', async () => {
  const before = mail.received.length
  for (let asked = 0; asked < 5; asked += 1)
    await signs.post('/sign-in/demo/forgotten', { email: 'sam.dee@demo.example' })
  const urls = await post()
  assert.equal(urls.length - before, 2)
  stage.clock.set('2026-03-14T10:01:00Z')
  assert.equal((await web.open(new URL(urls.at(-1) ?? '').pathname)).statusCode, 410)
  stage.clock.set('2026-03-14T09:30:00Z')
})

test('staying signed in starts the half hour anew, and needs the token of the session', async () => {
  await stage.test.sql('delete from sign_in_places')
  const cookies = await signIn({ password: 'lantern 5 gravel hymn' })
  const csrfToken = tokenIn(await web.open('/', cookies))
  stage.clock.set('2026-03-14T09:55:00Z')
  const extend = (fields: Record<string, string>) =>
    web.app.inject({
      method: 'POST',
      url: '/session/extend',
      cookies,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
      },
      payload: new URLSearchParams(fields).toString(),
    })
  assert.deepEqual((await extend({ csrfToken })).json(), {
    idleSeconds: 1800,
    lastSeconds: 41_700,
  })
  assert.equal((await extend({})).statusCode, 403)
  stage.clock.set('2026-03-14T10:20:00Z')
  assert.equal((await web.open('/', cookies)).statusCode, 200)
})

test('somebody whose second factors were reset is told by mail', async () => {
  const before = mail.received.length
  const [job] = factorJobs
  assert.ok(job)
  const outside = { ...stage.door.outside, mail: route }
  const world = { database: stage.test.database, clock: stage.clock, outside }
  const told = { organisationId: stage.organisationId, userId: await signs.idOf('sdee') }
  await taskOf(job, world).run(told, new AbortController().signal)
  const letters = mail.received.slice(before)
  assert.deepEqual(
    letters.map(({ to }) => to),
    [['sam.dee@demo.example']],
  )
  assert.match(String(letters[0]?.text), /has removed your passkeys, your authenticator app/)
})
