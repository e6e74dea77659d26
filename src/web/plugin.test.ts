import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fixture, type Fixture } from '#test/fixture.ts'
import { everyElement, readTree } from '#test/html-tree.ts'
import { cookiesOf, textOf, tokenIn, webStage, type WebStage } from '#test/web-stage.ts'
import { assets } from './layout/assets.ts'

let stage: Fixture
let web: WebStage
const faults: string[] = []

before(async () => {
  stage = await fixture()
  web = await webStage(stage, (error, reference) => faults.push(`${reference} ${String(error)}`))
})
after(async () => {
  await web.app.close()
  await stage.close()
})

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
  test(`without a session ${address} only asks to sign in`, async () => {
    const response = await web.app.inject({ url: address, headers: { host: 'demo.example' } })
    assert.equal(response.statusCode, 401)
    assert.match(textOf(response), /Sign in To go on you need to sign in\. .*Password/)
    assert.doesNotMatch(response.body, /Ann Bell|away for too long/)
  })
}

test('whoever had a session is told why they have to sign in again', async () => {
  const response = await web.open('/', { 'casewright-session': 'demo.ended' })
  assert.match(textOf(response), /You were away for too long, or have been signed out\./)
})

test('opening a sign-in link does not use it up; its button does, once', async () => {
  const address = await web.signInLink()
  assert.match(textOf(await web.open(address)), /This link works once/)
  const used = await web.app.inject({ method: 'POST', url: address })
  assert.equal(used.statusCode, 303)
  assert.match(String(used.headers['set-cookie']), /Path=\/; HttpOnly; SameSite=Lax$/)
  const again = await web.app.inject({ method: 'POST', url: address })
  assert.equal(again.statusCode, 410)
  assert.match(textOf(again), /This link has been used or has lapsed/)
})

test('a link that is eleven minutes old has lapsed, and one of no organisation never was one', async () => {
  const address = await web.signInLink()
  stage.clock.set('2026-03-14T09:41:00Z')
  assert.equal((await web.app.inject({ method: 'POST', url: address })).statusCode, 410)
  stage.clock.set('2026-03-14T09:30:00Z')
  const url = address.replace('demo', 'nobody')
  assert.equal((await web.app.inject({ method: 'POST', url })).statusCode, 410)
})

test('a case worker reads a case, writes a note, and meets it on the case', async () => {
  const cookies = await web.signIn()
  const page = await web.open('/cases/700122/notes/new', cookies)
  assert.equal(page.statusCode, 200)
  assert.match(textOf(page), /Kind of note General Telephone/)
  const fields = { Notes: 'Rang & <left> a message', Type: 'Telephone', SelfServiceAccess: 'true' }
  const sent = await web.send('/cases/700122/notes/new', cookies, fields)
  assert.equal(sent.statusCode, 303)
  assert.equal(sent.headers.location, '/cases/700122/notes')
  assert.deepEqual(await lastNote(), {
    kind: 'Telephone',
    body: 'Rang & <left> a message',
    isVisible: true,
    author: 'Dee, Sam',
  })
  const shown = await web.open('/cases/700122/notes', { ...cookies, ...cookiesOf(sent) })
  const text = textOf(shown)
  assert.match(text, /Note added/)
  assert.match(text, /Case 700122: Complaint, Miss Ann Bell/)
  assert.match(text, /Telephone, by Dee, Sam 14 March 2026 at 9:30am The customer can see this/)
  assert.match(text, /Rang & <left> a message/)
  const next = await web.open('/cases/700122/notes', { ...cookies, ...cookiesOf(shown) })
  assert.doesNotMatch(textOf(next), /Note added/)
  const overview = textOf(await web.open('/cases/700122', cookies))
  assert.match(overview, /Done lately Note added: Telephone by Dee, Sam/)
})

test('a note without the tick is not for the customer', async () => {
  const cookies = await web.signIn()
  await web.send('/cases/700122/notes/new', cookies, { Notes: 'Among ourselves', Type: 'General' })
  assert.deepEqual(await lastNote(), {
    kind: 'General',
    body: 'Among ourselves',
    isVisible: false,
    author: 'Dee, Sam',
  })
})

test('a note without text is refused: the page says so at the field, and keeps what was chosen', async () => {
  const cookies = await web.signIn()
  const before = await lastNote()
  const fields = { Notes: ' ', Type: 'Telephone', SelfServiceAccess: 'true' }
  const sent = await web.send('/cases/700122/notes/new', cookies, fields)
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
  const [mine, other] = [await web.signIn(), await web.signIn()]
  const before = await lastNote()
  const url = '/cases/700122/notes/new'
  const theirs = tokenIn(await web.open('/', other))
  assert.equal((await web.send(url, mine, { csrfToken: '', Notes: 'x' })).statusCode, 403)
  assert.equal((await web.send(url, mine, { csrfToken: theirs, Notes: 'x' })).statusCode, 403)
  const foreign = await web.app.inject({
    method: 'POST',
    url,
    cookies: mine,
    headers: {
      'sec-fetch-site': 'cross-site',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({
      csrfToken: tokenIn(await web.open('/', mine)),
      Notes: 'x',
    }).toString(),
  })
  assert.equal(foreign.statusCode, 403)
  assert.deepEqual(await lastNote(), before)
})

test('a form sent without a session writes nothing', async () => {
  const before = await lastNote()
  const sent = await web.send('/cases/700122/notes/new', {}, { Notes: 'x' })
  assert.equal(sent.statusCode, 401)
  assert.deepEqual(await lastNote(), before)
})

test('no such case, no number and no such page look the same', async () => {
  const cookies = await web.signIn()
  const unknown = await web.open('/cases/700199', cookies)
  assert.equal(unknown.statusCode, 404)
  assert.match(textOf(unknown), /Page not found/)
  for (const address of ['/cases/one', '/cases/700199/notes/new', '/nowhere']) {
    assert.equal((await web.open(address, cookies)).statusCode, 404, address)
  }
  assert.equal((await web.send('/cases/700199/notes/new', cookies, { Notes: 'x' })).statusCode, 404)
})

test("a session of one organisation opens nothing under another's name", async () => {
  const [name = '', value = ''] = Object.entries(await web.signIn())[0] ?? []
  assert.equal((await web.open('/cases/700122', { [name]: value })).statusCode, 200)
  const swapped = value.replace('demo.', 'other.')
  assert.equal((await web.open('/cases/700122', { [name]: swapped })).statusCode, 401)
})

test('somebody whose role does not allow it is told so', async () => {
  const cookies = await web.signIn()
  await stage.test.sql(`update users set role = 'auditor' where organisation_id = $1`, [
    stage.organisationId,
  ])
  assert.doesNotMatch(textOf(await web.open('/cases/700122', cookies)), /Add a note/)
  assert.equal((await web.open('/cases/700122/notes/new', cookies)).statusCode, 403)
  const sent = await web.send('/cases/700122/notes/new', cookies, { Notes: 'x' })
  assert.match(textOf(sent), /You do not have permission to do this/)
  await stage.test.sql(`update users set role = 'administrator' where organisation_id = $1`, [
    stage.organisationId,
  ])
})

test('whoever signs out is signed out, also of the cookie they kept', async () => {
  const cookies = await web.signIn()
  const sent = await web.send('/sign-out', cookies, {})
  assert.equal(sent.statusCode, 303)
  assert.match(String(sent.headers['set-cookie']), /casewright-session=;.*Max-Age=0/)
  assert.equal((await web.open('/', cookies)).statusCode, 401)
})

test('a session that lay idle for half an hour is over', async () => {
  const cookies = await web.signIn()
  stage.clock.set('2026-03-14T10:01:00Z')
  assert.equal((await web.open('/', cookies)).statusCode, 401)
  stage.clock.set('2026-03-14T09:30:00Z')
})

test('a case is found by its number', async () => {
  const cookies = await web.signIn()
  const found = await web.open('/cases?CaseId=%20700122%20', cookies)
  assert.equal(found.headers.location, '/cases/700122')
  assert.equal((await web.open('/cases', cookies)).headers.location, '/')
})

test('every page carries the strict headers and is kept by no cache; styles are kept for ever', async () => {
  for (const response of [
    await web.open('/'),
    await web.open('/nowhere'),
    await web.open('/', await web.signIn()),
  ]) {
    const policy = String(response.headers['content-security-policy'])
    assert.match(policy, /default-src 'none'/)
    assert.doesNotMatch(policy, /unsafe/)
    assert.equal(response.headers['cache-control'], 'no-store')
    assert.equal(response.headers['x-content-type-options'], 'nosniff')
  }
  const style = await web.open(assets.style.address)
  assert.match(String(style.headers['cache-control']), /immutable/)
  assert.equal(style.headers['content-type'], 'text/css; charset=utf-8')
})

test('what is too long or no form is refused as such, and is no fault of ours', async () => {
  const cookies = await web.signIn()
  const url = '/cases/700122/notes/new'
  const asJson = await web.app.inject({
    method: 'POST',
    url,
    cookies,
    payload: '<a/>',
    headers: { 'content-type': 'application/xml' },
  })
  assert.equal(asJson.statusCode, 415)
  const long = await web.send(url, cookies, { Notes: 'x'.repeat(10_000_001) })
  assert.equal(long.statusCode, 413)
  const longText = await web.send(url, cookies, { Notes: 'é'.repeat(1_000_001) })
  assert.equal(longText.statusCode, 422)
  assert.match(textOf(longText), /The note must be 1,000,000 characters or fewer/)
  assert.deepEqual(faults, [])
})

test('a fault of ours shows its reference and nothing else', async () => {
  const cookies = await web.signIn()
  await stage.test.sql('alter table notes rename to notes_away')
  const response = await web.open('/cases/700122', cookies)
  await stage.test.sql('alter table notes_away rename to notes')
  assert.equal(response.statusCode, 500)
  const reference = /this reference: (\S+)/.exec(textOf(response))?.[1] ?? ''
  assert.ok(faults.some((fault) => fault.startsWith(`${reference} `)))
  assert.doesNotMatch(response.body, /relation|notes_away|select/)
})
