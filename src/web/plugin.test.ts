import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify'
import { createSignInToken, signInAddress } from '#domain/people/index.ts'
import { everyElement, readTree, spokenText } from '#test/html-tree.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { assets } from './layout/assets.ts'
import { webPlugin } from './plugin.ts'

let stage: Fixture
let app: FastifyInstance
const faults: string[] = []

before(async () => {
  stage = await fixture()
  app = fastify()
  await app.register(webPlugin, {
    door: stage.door,
    csrfSecret: 'a secret of this test',
    isSecure: false,
    tellFault: (error, reference) => faults.push(`${reference} ${String(error)}`),
  })
})
after(async () => {
  await app.close()
  await stage.close()
})

const link = async (organisation = 'demo'): Promise<string> => {
  const organisationId = organisation === 'demo' ? stage.organisationId : stage.otherOrganisationId
  const at = { organisationId, now: stage.clock.now() }
  const email = `sam.dee@${organisation}.example`
  return signInAddress(
    organisation,
    (await createSignInToken(stage.test.database, at, email)) ?? '',
  )
}

const cookiesOf = (response: LightMyRequestResponse): Record<string, string> =>
  Object.fromEntries(response.cookies.map(({ name, value }) => [name, value]))

const signIn = async (organisation = 'demo'): Promise<Record<string, string>> =>
  cookiesOf(await app.inject({ method: 'POST', url: await link(organisation) }))

const open = (url: string, cookies: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url, cookies })

const textOf = (response: LightMyRequestResponse): string => spokenText(readTree(response.body))

const tokenIn = (response: LightMyRequestResponse): string =>
  everyElement(readTree(response.body)).find(({ attributes }) => attributes['name'] === 'csrfToken')
    ?.attributes['value'] ?? ''

const send = async (
  url: string,
  cookies: Record<string, string>,
  fields: Record<string, string>,
): Promise<LightMyRequestResponse> => {
  const csrfToken = tokenIn(await open('/', cookies))
  return app.inject({
    method: 'POST',
    url,
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ csrfToken, ...fields }).toString(),
  })
}

const lastNote = async () =>
  (
    await stage.test.sql(
      `select kind, body, is_visible_to_customer as "isVisible", author from notes
       where organisation_id = $1 order by note_id desc limit 1`,
      [stage.organisationId],
    )
  )[0]

const addresses = ['/', '/cases/700122', '/cases/700122/notes/new']

for (const address of addresses) {
  test(`without a session ${address} only says how to sign in`, async () => {
    const response = await open(address)
    assert.equal(response.statusCode, 401)
    assert.match(textOf(response), /You are not signed in .*user sign-in-link/)
    assert.doesNotMatch(response.body, /Ann Bell/)
  })
}

test('opening a sign-in link does not use it up; its button does, once', async () => {
  const address = await link()
  assert.match(textOf(await open(address)), /This link works once/)
  const used = await app.inject({ method: 'POST', url: address })
  assert.equal(used.statusCode, 303)
  assert.match(String(used.headers['set-cookie']), /Path=\/; HttpOnly; SameSite=Lax$/)
  const again = await app.inject({ method: 'POST', url: address })
  assert.equal(again.statusCode, 410)
  assert.match(textOf(again), /This link has been used or has lapsed/)
})

test('a link that is eleven minutes old has lapsed, and one of no organisation never was one', async () => {
  const address = await link()
  stage.clock.set('2026-03-14T09:41:00Z')
  assert.equal((await app.inject({ method: 'POST', url: address })).statusCode, 410)
  stage.clock.set('2026-03-14T09:30:00Z')
  const url = address.replace('demo', 'nobody')
  assert.equal((await app.inject({ method: 'POST', url })).statusCode, 410)
})

test('a case worker reads a case, writes a note, and meets it on the case', async () => {
  const cookies = await signIn()
  const page = await open('/cases/700122/notes/new', cookies)
  assert.equal(page.statusCode, 200)
  assert.match(textOf(page), /Kind of note General Telephone/)
  const fields = { Notes: 'Rang & <left> a message', Type: 'Telephone', SelfServiceAccess: 'true' }
  const sent = await send('/cases/700122/notes/new', cookies, fields)
  assert.equal(sent.statusCode, 303)
  assert.equal(sent.headers.location, '/cases/700122')
  assert.deepEqual(await lastNote(), {
    kind: 'Telephone',
    body: 'Rang & <left> a message',
    isVisible: true,
    author: 'Dee, Sam',
  })
  const shown = await open('/cases/700122', { ...cookies, ...cookiesOf(sent) })
  const text = textOf(shown)
  assert.match(text, /Note added/)
  assert.match(text, /Main party Miss Ann Bell/)
  assert.match(text, /Telephone, by Dee, Sam 14 March 2026 at 9:30am The customer can see this/)
  assert.match(text, /Rang & <left> a message/)
  const next = await open('/cases/700122', { ...cookies, ...cookiesOf(shown) })
  assert.doesNotMatch(textOf(next), /Note added/)
})

test('a note without the tick is not for the customer', async () => {
  const cookies = await signIn()
  await send('/cases/700122/notes/new', cookies, { Notes: 'Among ourselves', Type: 'General' })
  assert.deepEqual(await lastNote(), {
    kind: 'General',
    body: 'Among ourselves',
    isVisible: false,
    author: 'Dee, Sam',
  })
})

test('a note without text is refused: the page says so at the field, and keeps what was chosen', async () => {
  const cookies = await signIn()
  const before = await lastNote()
  const fields = { Notes: ' ', Type: 'Telephone', SelfServiceAccess: 'true' }
  const sent = await send('/cases/700122/notes/new', cookies, fields)
  assert.equal(sent.statusCode, 422)
  const elements = everyElement(readTree(sent.body))
  assert.match(
    textOf(sent),
    /^Error: Add a note to case 700122 .*There is a problem Enter the note/,
  )
  assert.ok(elements.some(({ attributes }) => attributes['href'] === '#Notes'))
  const chosen = elements.filter(
    ({ attributes }) => 'selected' in attributes || 'checked' in attributes,
  )
  assert.deepEqual(
    chosen.map(({ attributes }) => attributes['value']),
    ['Telephone', 'true'],
  )
  assert.deepEqual(await lastNote(), before)
})

test('a form without its token, with that of another session, or from another site writes nothing', async () => {
  const [mine, other] = [await signIn(), await signIn()]
  const before = await lastNote()
  const url = '/cases/700122/notes/new'
  const theirs = tokenIn(await open('/', other))
  assert.equal((await send(url, mine, { csrfToken: '', Notes: 'x' })).statusCode, 403)
  assert.equal((await send(url, mine, { csrfToken: theirs, Notes: 'x' })).statusCode, 403)
  const foreign = await app.inject({
    method: 'POST',
    url,
    cookies: mine,
    headers: {
      'sec-fetch-site': 'cross-site',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({
      csrfToken: tokenIn(await open('/', mine)),
      Notes: 'x',
    }).toString(),
  })
  assert.equal(foreign.statusCode, 403)
  assert.deepEqual(await lastNote(), before)
})

test('a form sent without a session writes nothing', async () => {
  const before = await lastNote()
  const sent = await send('/cases/700122/notes/new', {}, { Notes: 'x' })
  assert.equal(sent.statusCode, 401)
  assert.deepEqual(await lastNote(), before)
})

test('no such case, no number and no such page look the same', async () => {
  const cookies = await signIn()
  const unknown = await open('/cases/700199', cookies)
  assert.equal(unknown.statusCode, 404)
  assert.match(textOf(unknown), /Page not found/)
  for (const address of ['/cases/one', '/cases/700199/notes/new', '/nowhere']) {
    assert.equal((await open(address, cookies)).statusCode, 404, address)
  }
  assert.equal((await send('/cases/700199/notes/new', cookies, { Notes: 'x' })).statusCode, 404)
})

test("a session of one organisation opens nothing under another's name", async () => {
  const [name = '', value = ''] = Object.entries(await signIn())[0] ?? []
  assert.equal((await open('/cases/700122', { [name]: value })).statusCode, 200)
  const swapped = value.replace('demo.', 'other.')
  assert.equal((await open('/cases/700122', { [name]: swapped })).statusCode, 401)
})

test('somebody whose role does not allow it is told so', async () => {
  const cookies = await signIn()
  await stage.test.sql(`update users set role = 'auditor' where organisation_id = $1`, [
    stage.organisationId,
  ])
  assert.doesNotMatch(textOf(await open('/cases/700122', cookies)), /Add a note/)
  assert.equal((await open('/cases/700122/notes/new', cookies)).statusCode, 403)
  const sent = await send('/cases/700122/notes/new', cookies, { Notes: 'x' })
  assert.match(textOf(sent), /You do not have permission to do this/)
  await stage.test.sql(`update users set role = 'administrator' where organisation_id = $1`, [
    stage.organisationId,
  ])
})

test('whoever signs out is signed out, also of the cookie they kept', async () => {
  const cookies = await signIn()
  const sent = await send('/sign-out', cookies, {})
  assert.equal(sent.statusCode, 303)
  assert.match(String(sent.headers['set-cookie']), /casewright-session=;.*Max-Age=0/)
  assert.equal((await open('/', cookies)).statusCode, 401)
})

test('a session that lay idle for half an hour is over', async () => {
  const cookies = await signIn()
  stage.clock.set('2026-03-14T10:01:00Z')
  assert.equal((await open('/', cookies)).statusCode, 401)
  stage.clock.set('2026-03-14T09:30:00Z')
})

test('a case is found by its number', async () => {
  const cookies = await signIn()
  const found = await open('/cases?CaseId=%20700122%20', cookies)
  assert.equal(found.headers.location, '/cases/700122')
  assert.equal((await open('/cases', cookies)).headers.location, '/')
})

test('every page carries the strict headers and is kept by no cache; styles are kept for ever', async () => {
  for (const response of [
    await open('/'),
    await open('/nowhere'),
    await open('/', await signIn()),
  ]) {
    const policy = String(response.headers['content-security-policy'])
    assert.match(policy, /default-src 'none'/)
    assert.doesNotMatch(policy, /unsafe/)
    assert.equal(response.headers['cache-control'], 'no-store')
    assert.equal(response.headers['x-content-type-options'], 'nosniff')
  }
  const style = await open(assets.style.address)
  assert.match(String(style.headers['cache-control']), /immutable/)
  assert.equal(style.headers['content-type'], 'text/css; charset=utf-8')
})

test('what is too long or no form is refused as such, and is no fault of ours', async () => {
  const cookies = await signIn()
  const url = '/cases/700122/notes/new'
  const asJson = await app.inject({
    method: 'POST',
    url,
    cookies,
    payload: '<a/>',
    headers: { 'content-type': 'application/xml' },
  })
  assert.equal(asJson.statusCode, 415)
  const long = await send(url, cookies, { Notes: 'x'.repeat(10_000_001) })
  assert.equal(long.statusCode, 413)
  const longText = await send(url, cookies, { Notes: 'é'.repeat(1_000_001) })
  assert.equal(longText.statusCode, 422)
  assert.match(textOf(longText), /The note must be 1,000,000 characters or fewer/)
  assert.deepEqual(faults, [])
})

test('a fault of ours shows its reference and nothing else', async () => {
  const cookies = await signIn()
  await stage.test.sql('alter table notes rename to notes_away')
  const response = await open('/cases/700122', cookies)
  await stage.test.sql('alter table notes_away rename to notes')
  assert.equal(response.statusCode, 500)
  const reference = /this reference: (\S+)/.exec(textOf(response))?.[1] ?? ''
  assert.ok(faults.some((fault) => fault.startsWith(`${reference} `)))
  assert.doesNotMatch(response.body, /relation|notes_away|select/)
})
