import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseStage } from '#test/case-stage.ts'
import { cookiesOf, signedIn, textOf, type Cookies } from '#test/web-stage.ts'

const { stage, web, cookies } = await signedIn(await caseStage())

const newCase = async () => (await stage.create({ Type: 'Complaint' })).caseId
const show = async (address: string, more: Cookies = {}) =>
  textOf(await web.open(address, { ...cookies, ...more }))
const link = (caseId: number, OtherCase: number, How = 'part') =>
  web.send(`/cases/${caseId}/links/new`, cookies, {
    OtherCase: `${OtherCase}`,
    How,
    Reason: 'Roof',
  })

test('a case is linked with another, both show it, and either takes it away', async () => {
  const [one, other] = [await newCase(), await newCase()]
  assert.match(await show(`/cases/${one}/links`), /No other case hangs together with this one/)
  const sent = await link(one, other)
  assert.equal(sent.headers.location, `/cases/${one}/links`)
  const here = await show(`/cases/${one}/links`, cookiesOf(sent))
  assert.match(here, new RegExp(`Cases linked .*Part of Case ${other}: Complaint New case Roof`))
  assert.match(here, /Linked by Dee, Sam on 14 March 2026/)
  assert.match(await show(`/cases/${other}/links`), new RegExp(`Has the part Case ${one}:`))
  const told = await show(`/cases/${other}/timeline`)
  assert.match(told, new RegExp(`Linked with another case by Dee, Sam .* Roof Case ${one}`))

  const again = await link(other, one, 'related')
  assert.equal(again.statusCode, 422)
  assert.match(textOf(again), /These cases are linked already/)

  const gone = await web.send(`/cases/${other}/links/${one}/unlink`, cookies)
  assert.equal(gone.headers.location, `/cases/${other}/links`)
  assert.match(await show(`/cases/${one}/links`), /No other case hangs together with this one/)
  assert.match(
    await show(`/cases/${one}/timeline`),
    /No longer linked with another case by Dee, Sam/,
  )
})

test('a case that was opened after another shows it as what it follows', async () => {
  const [one, later] = [await newCase(), await newCase()]
  await stage.rows(
    `update cases set parent_case_id = ${one} where organisation_id = $1 and case_id = $2`,
    later,
  )
  assert.match(await show(`/cases/${later}/links`), new RegExp(`Follows Case ${one}:`))
  assert.match(await show(`/cases/${one}/links`), new RegExp(`Followed by Case ${later}:`))
})

test('a case is not linked with itself, nor with one that is not there', async () => {
  const caseId = await newCase()
  for (const wrong of [caseId, 799_999]) {
    const refused = await link(caseId, wrong)
    assert.equal(refused.statusCode, 422)
    assert.match(textOf(refused), /There is no case of that number/)
  }
})

test('whoever may not know of a case meets it neither among links nor in the timeline', async () => {
  const [open, secret] = [await newCase(), await newCase()]
  await link(open, secret)
  await stage.rows(
    `update cases set is_confidential = true where organisation_id = $1 and case_id = $2`,
    secret,
  )
  const be = (role: string) =>
    stage.test.sql(`update users set role = $2 where organisation_id = $1 and user_name = 'sdee'`, [
      stage.organisationId,
      role,
    ])
  assert.match(await show(`/cases/${open}/links`), new RegExp(`Case ${secret}`))
  await stage.rows(
    `insert into users (organisation_id, user_name, full_name, email, role)
     values ($1, 'admin2', 'Ada Min', 'ada@demo.example', 'administrator')`,
  )
  await be('case worker')
  const [links, told] = [await show(`/cases/${open}/links`), await show(`/cases/${open}/timeline`)]
  const refused = await link(open, secret)
  await be('administrator')
  for (const text of [links, told]) assert.doesNotMatch(text, new RegExp(String(secret)))
  assert.doesNotMatch(told, /Linked with another case/)
  assert.match(textOf(refused), /There is no case of that number/)
})
