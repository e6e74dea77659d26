import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fixture } from '#test/fixture.ts'
import { everyElement, readTree } from '#test/html-tree.ts'
import { cookiesOf, signedIn, textOf } from '#test/web-stage.ts'

const { stage, web, cookies } = await signedIn(await fixture())

const page = '/cases/700122/complaint'
const address = `${page}/points/new`
const points = async () =>
  (
    await stage.test.sql(
      `select description from complaint_points where organisation_id = $1 order by point`,
      [stage.organisationId],
    )
  ).map(({ description }) => description)

/** The token of the form itself, which alone is marked: not that of signing out, nor of staying signed in. */
const formToken = async (drawn = address): Promise<string> => {
  const { body } = await web.open(drawn, cookies)
  const tokens = everyElement(readTree(body)).flatMap(({ attributes: { name, value } }) =>
    name === 'csrfToken' && value !== undefined ? [value] : [],
  )
  return tokens.find((token) => token.includes('.')) ?? ''
}

test('a form that is sent twice at once is done once, and both are told so', async () => {
  const csrfToken = await formToken()
  const send = () => web.send(address, cookies, { csrfToken, Description: 'The roof leaks' })
  const sent = await Promise.all([send(), send(), send()])
  for (const each of sent) {
    assert.equal(each.statusCode, 303, textOf(each))
    assert.equal(each.headers.location, page)
    assert.ok(cookiesOf(each)['casewright-banner'])
  }
  assert.deepEqual(await points(), ['The roof leaks'])
  assert.equal((await send()).statusCode, 303)
  assert.deepEqual(await points(), ['The roof leaks'])
})

test('what was refused goes through once it is mended, and what was changed since is another', async () => {
  const csrfToken = await formToken()
  const send = (Description: string) => web.send(address, cookies, { csrfToken, Description })
  assert.equal((await send('')).statusCode, 422)
  assert.equal((await send('No heating')).statusCode, 303)
  assert.equal((await send('No water')).statusCode, 303)
  assert.deepEqual(await points(), ['The roof leaks', 'No heating', 'No water'])
})

test('the same words in a form that was opened anew are meant', async () => {
  const csrfToken = await formToken()
  await web.send(address, cookies, { csrfToken, Description: 'No water' })
  assert.equal((await points()).length, 4)
})

test('a button that is pressed twice at once is done once, and both are told so', async () => {
  const links = '/cases/700122/links'
  const link = () => web.send(`${links}/new`, cookies, { OtherCase: '700123', How: 'related' })
  const unlinked = () =>
    stage.test.sql(
      `select 1 from case_events where organisation_id = $1 and case_id = 700122
       and kind = 'caseUnlinked'`,
      [stage.organisationId],
    )
  await link()
  const csrfToken = await formToken(links)
  const press = () => web.send(`${links}/700123/unlink`, cookies, { csrfToken })
  for (const each of await Promise.all([press(), press(), press()])) {
    assert.equal(each.statusCode, 303, textOf(each))
    assert.ok(cookiesOf(each)['casewright-banner'])
  }
  assert.equal((await unlinked()).length, 1)
  await link()
  await web.send(`${links}/700123/unlink`, cookies, { csrfToken: await formToken(links) })
  assert.equal((await unlinked()).length, 2)
})
