import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createCase } from '#domain/cases/index.ts'
import { getCustomer, saveCustomer } from '#domain/customers/index.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

let stage: Fixture
let web: WebStage
let cookies: Cookies
let page: string
before(async () => {
  stage = await fixture()
  web = await webStage(stage)
  cookies = await web.signIn()
  const person = {
    FirstName: 'Ife',
    Surname: 'Okafor',
    Phone: '0113 222 0001',
    Postcode: 'LS1 2AB',
  }
  const added = await send('/people/new', person)
  page = String(added.headers.location)
})
after(async () => {
  await web.app.close()
  await stage.close()
})

const send = (path: string, fields: Readonly<Record<string, string>> = {}) =>
  web.send(path, cookies, fields)
const shown = async (path = page) => textOf(await web.open(path, cookies))
const save = async (path: string, fields: Readonly<Record<string, string>> = {}) => {
  const sent = await send(`${page}/${path}`, fields)
  assert.equal(sent.statusCode, 303, textOf(sent))
  return shown()
}

test('somebody who was added is found, and the record is changed', async () => {
  assert.match(page, /^\/people\/\d+$/)
  const found = textOf(await send('/people', { Text: '01132220001' }))
  assert.match(found, /People Ife Okafor .* Same phone/)
  assert.match(textOf(await send('/people', { Text: 'nobody-like-it' })), /Nobody was found/)
  const empty = await send('/people', { Text: ' ' })
  assert.equal(empty.statusCode, 422)
  assert.match(textOf(empty), /There is a problem Enter a name, address, postcode, phone number/)
  assert.doesNotMatch(await shown('/people?Text=01132220001'), /Okafor|0113/)
  const text = await save('edit', {
    Town: 'Leeds',
    ContactLanguage: 'CY',
    ContactConsent: 'No',
    Phone: '',
    DateOfBirth: '2/3/1980',
  })
  assert.match(text, /Address Leeds LS1 2AB/)
  assert.match(text, /Date of birth 2 March 1980/)
  assert.match(text, /Language cy May be contacted again No/)
  assert.doesNotMatch(text, /0113/)
  assert.equal((await web.open('/people', cookies)).statusCode, 200)
})

test('what cannot be kept is said at its field, and what somebody else changed is shown', async () => {
  const bad = await send(`${page}/edit`, { ContactLanguage: 'Welsh' })
  assert.equal(bad.statusCode, 422)
  assert.match(textOf(bad), /Preferred language cannot be used as it was entered/)
  const seen = '2026-01-01T00:00:00.000Z'
  const late = textOf(await send(`${page}/edit`, { Town: 'York', Seen: seen }))
  assert.match(late, /Somebody else has changed this since .* What somebody else has changed/)
  assert.match(textOf(await send('/people/new', {})), /Enter at least a name/)
})

test('a contact detail holds for its days, and is ended', async () => {
  const fields = { Kind: 'representative', Details: 'Her sister', From: '1/5/2026' }
  const early = await send(`${page}/contacts/new`, { ...fields, Until: '1/4/2026' })
  assert.match(textOf(early), /Until must not be earlier than from/)
  assert.match(await save('contacts/new', fields), /Representative Her sister Since 1 May 2026/)
  const [, contact] = /contacts\/(\d+)\/end/.exec((await web.open(page, cookies)).body) ?? []
  assert.match(await shown(`${page}/contacts/${contact}/edit`), /Representative/)
  assert.match(
    await save(`contacts/${contact}/edit`, { ...fields, Details: 'Her brother' }),
    /Representative Her brother Since 1 May 2026/,
  )
  assert.equal((await web.open(`${page}/contacts/99999/edit`, cookies)).statusCode, 404)
  assert.match(await save(`contacts/${contact}/end`), /From 1 May 2026 to 14 March 2026/)
})

test('an alert says why, who set it and when it is looked at again, until it is ended', async () => {
  const fields = { Alert: 'Visit in pairs', Reason: 'A dog', ReviewOn: '1/3/2025' }
  assert.match(textOf(await send(`${page}/alerts/new`, fields)), /must be today or later/)
  const text = await save('alerts/new', { ...fields, ReviewOn: '1/3/2027' })
  assert.match(text, /Visit in pairs A dog Set by Dee, Sam on 14 March 2026, .* by 1 March 2027/)
  const numberOf = async () =>
    /alerts\/(\d+)\/end/.exec((await web.open(page, cookies)).body)?.[1] ?? ''
  const first = await numberOf()
  const changed = { ...fields, Reason: 'Two dogs', ReviewOn: '14/3/2026' }
  assert.match(
    await save(`alerts/${first}/edit`, changed),
    /Visit in pairs Two dogs .* was to be looked at again by 14 March 2026: look at it now/,
  )
  assert.equal((await send(`${page}/alerts/${first}/end`)).statusCode, 404)
  const late = await send(`${page}/alerts/${first}/edit`, { ...changed, Reason: 'Three dogs' })
  assert.match(textOf(late), /somebody may have changed or ended it .* Three dogs/)
  const alert = await numberOf()
  assert.doesNotMatch(await save(`alerts/${alert}/end`), /Visit in pairs/)
  assert.equal((await send(`${page}/alerts/${alert}/end`)).statusCode, 404)
})

test('cases, accounts and who could be the same person are on the page, equality answers are not', async () => {
  const twin = {
    'Customer.FirstName': 'ife',
    'Customer.Surname': 'OKAFOR',
    'Customer.Postcode': 'ls12ab',
  }
  await stage.perform(createCase, {
    Type: 'Complaint',
    Label: 'A <window>',
    ExternalAccountType: 'RENT',
    ExternalAccountId: 'R-5501',
    'Customer.Gender': 'Female',
    ...twin,
  })
  assert.match(await shown(), /Could be the same person ife OKAFOR same name and postcode/)
  const [, other] =
    /href="(\/people\/\d+)"[^>]*>ife/.exec((await web.open(page, cookies)).body) ?? []
  const text = await shown(other)
  assert.match(text, /Cases Case 700125: A <window> New case · Complaint · received 14 March 2026/)
  assert.match(text, /Accounts RENT R-5501/)
  assert.doesNotMatch(text, /Female|Gender/)
})

test('the people of a case lead to their pages and are shown with their alerts, while these hold', async () => {
  const sent = { Type: 'Complaint', 'Customer.Surname': 'Adeyemi', 'Agent.Surname': 'Bello' }
  const opened = await stage.perform(createCase, sent)
  const { caseId } = opened as { caseId: number }
  const { body } = await web.open(`/cases/${caseId}/details`, cookies)
  const [, party = ''] = /href="(\/people\/\d+)">Record of Adeyemi/.exec(body) ?? []
  const fields = { Alert: 'Visit in pairs', Reason: 'A dog', ReviewOn: '1/3/2027' }
  await send(`${party}/alerts/new`, fields)
  assert.match(
    await shown(`/cases/${caseId}/details`),
    /Adeyemi .*Visit in pairs\. A dog Record of Adeyemi Agent Name Bello Record of Bello/,
  )
  const [, alert] = /alerts\/(\d+)\/end/.exec((await web.open(party, cookies)).body) ?? []
  await send(`${party}/alerts/${alert}/end`)
  assert.doesNotMatch(await shown(`/cases/${caseId}/details`), /Visit in pairs/)
})

test('whoever may only look is offered nothing to change, and nobody is not found', async () => {
  const person = page.slice('/people/'.length)
  const auditor = stage.actor('auditor')
  const told = (await stage.perform(getCustomer, { Person: person }, auditor)) as {
    mayUpdate: boolean
  }
  assert.equal(told.mayUpdate, false)
  assert.equal((await web.open('/people/99999', cookies)).statusCode, 404)
  await assert.rejects(stage.perform(saveCustomer, { Person: person, Town: 'x' }, auditor))
})
