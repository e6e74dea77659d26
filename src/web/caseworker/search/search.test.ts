import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createCase } from '#domain/cases/index.ts'
import { addCaseNote } from '#domain/notes/index.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

let stage: Fixture
let web: WebStage
let cookies: Cookies
before(async () => {
  stage = await fixture()
  web = await webStage(stage)
  cookies = await web.signIn()
  const customer = { 'Customer.FirstName': 'Ife', 'Customer.Surname': 'Okafor' }
  await stage.perform(createCase, { Type: 'Complaint', Label: 'A <window>', ...customer })
  await stage.perform(addCaseNote, { CaseId: '700125', Notes: 'The glazier <b>rang</b>' })
})
after(async () => {
  await web.app.close()
  await stage.close()
})

const found = async (fields: Readonly<Record<string, string>>) => {
  const page = await web.send('/search', cookies, fields)
  return { status: page.statusCode, text: textOf(page), body: page.body }
}

test('people and cases are listed with why each was found', async () => {
  const { status, text } = await found({ Text: 'okafor' })
  assert.equal(status, 200)
  assert.match(text, /People Ife Okafor Same name Cases Case 700125: A <window>/)
  assert.match(text, /Complaint · Ife Okafor · received 14 March 2026 .* Same name: Ife Okafor/)
})

test('what fits is marked in the words of a note, and nothing in them is markup', async () => {
  const { body } = await found({ Text: 'glaziers' })
  assert.match(body, /In a note: The <mark>glazier<\/mark>/)
  assert.doesNotMatch(body, /<b>/)
})

test('the number of a case leads to the case', async () => {
  const page = await web.send('/search', cookies, { Text: ' 700122' })
  assert.deepEqual([page.statusCode, page.headers.location], [303, '/cases/700122'])
})

test('what is wrong is said at its field, and what was typed is kept', async () => {
  const { status, text, body } = await found({ Text: '', From: '30/2/2026', TeamCode: '' })
  assert.equal(status, 422)
  assert.match(text, /There is a problem Enter what to search for Received on or after must be/)
  assert.match(body, /value="30\/2\/2026"/)
  assert.match(
    (await found({ Text: 'x', CaseType: 'Nothing' })).text,
    /Select a case type from the list/,
  )
})

test('nothing found says what to try', async () => {
  assert.match(
    (await found({ Text: 'nothing-like-it' })).text,
    /Nothing was found that you may see\./,
  )
})

test('what is sought stands in no address: it is sent by a form of ours, and an address finds nothing', async () => {
  const page = await web.open('/search?Text=okafor', cookies)
  assert.equal(page.statusCode, 200)
  assert.doesNotMatch(page.body, /okafor/i)
  assert.doesNotMatch(page.body, /method="get"/)
  assert.equal((await found({ Text: 'okafor', csrfToken: 'x' })).status, 403)
  const people = { Text: 'okafor', csrfToken: 'x' }
  assert.equal((await web.send('/people', cookies, people)).statusCode, 403)
  assert.equal((await web.send('/calls/caller', cookies, people)).statusCode, 403)
})
