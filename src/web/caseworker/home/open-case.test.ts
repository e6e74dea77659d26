import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fixture, type Fixture } from '#test/fixture.ts'
import { everyElement, readTree } from '#test/html-tree.ts'
import { textOf, webStage, type WebStage } from '#test/web-stage.ts'

let stage: Fixture
let web: WebStage
before(async () => {
  stage = await fixture()
  web = await webStage(stage)
})
after(async () => {
  await web.app.close()
  await stage.close()
})

const nobodysNumber = '9'.repeat(40)

for (const [typed, status, message] of [
  ['', 422, 'Enter a case number'],
  ['<abc>', 422, 'Case number must be a number, such as 1001'],
  ['700199', 404, 'There is no case 700199 that you may see'],
  [nobodysNumber, 404, `There is no case ${nobodysNumber} that you may see`],
] as const) {
  test(`"${typed}" opens no case: the page says so at the field, and keeps it`, async () => {
    const address = `/cases?CaseId=${encodeURIComponent(` ${typed}`)}`
    const page = await web.open(address, await web.signIn())
    assert.equal(page.statusCode, status)
    const text = textOf(page)
    assert.ok(text.startsWith('Error: Open a case'))
    assert.ok(text.includes(`There is a problem ${message} Open a case`))
    assert.ok(text.includes(`Error: ${message}`))
    const elements = everyElement(readTree(page.body))
    assert.ok(elements.some(({ attributes }) => attributes['href'] === '#CaseId'))
    const field = elements.find(({ attributes }) => attributes['id'] === 'CaseId')
    assert.equal(field?.attributes['value'] ?? '', typed)
  })
}

test('somebody whose role lets them see no case is told so, whatever they type', async () => {
  const cookies = await web.signIn()
  const be = (role: string) =>
    stage.test.sql(`update users set role = $2 where organisation_id = $1`, [
      stage.organisationId,
      role,
    ])
  await be('none')
  const page = await web.open('/cases?CaseId=700122', cookies)
  await be('administrator')
  assert.equal(page.statusCode, 403)
})

test('whose casework it is stands at the foot of a page only where somebody is signed in', async () => {
  assert.match(textOf(await web.open('/', await web.signIn())), /Casework of demo/)
  for (const address of ['/', '/nowhere', '/sign-in/demo/x'])
    assert.doesNotMatch(textOf(await web.open(address)), /Casework of/, address)
})
