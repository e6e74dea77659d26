import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { organisationSettings } from '#domain/organisations/index.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { addStaff } from '#test/staff.ts'
import { cookiesOf, textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

let stage: CaseStage
let web: WebStage
let cookies: Cookies
before(async () => {
  stage = await caseStage()
  await addStaff(stage, 'ann', { role: 'case worker' })
  web = await webStage(stage)
  cookies = await web.signIn()
})
after(async () => {
  await web.app.close()
  await stage.close()
})

type Fields = Readonly<Record<string, string>>

/** Sends a form and gives what the page says to which it leads. */
async function send(address: string, fields: Fields = {}): Promise<string> {
  const sent = await web.send(address, cookies, fields)
  assert.equal(sent.statusCode, 303, textOf(sent))
  const next = String(sent.headers.location)
  return textOf(await web.open(next, { ...cookies, ...cookiesOf(sent) }))
}
const beAs = (role: string) =>
  stage.test.sql(`update users set role = $2 where organisation_id = $1 and user_name = 'sdee'`, [
    stage.organisationId,
    role,
  ])

test('the page of a case leads to who may see it, and what is decided there shows', async () => {
  assert.match((await web.open('/cases/700122', cookies)).body, /"\/cases\/700122\/access"/)
  const marked = await send('/cases/700122/access/mark')
  assert.match(marked, /Case made confidential/)
  assert.match(marked, /May see all confidential cases Dee, Sam/)
  assert.match(await send('/cases/700122/access/readers/new', { UserName: 'ann' }), /Ann Named by/)
  const bar = { UserName: 'ann', Reason: 'Her brother complains' }
  const barred = await send('/cases/700122/access/bars/new', bar)
  assert.match(barred, /Nobody is named/)
  assert.match(barred, /Reason Her brother complains/)
  assert.match(await send('/cases/700122/access/bars/ann/lift'), /Nobody is barred/)
  await send('/cases/700122/access/readers/new', { UserName: 'ann' })
  assert.match(await send('/cases/700122/access/readers/ann/drop'), /Nobody is named/)
})

test('who has not said whom or why is told so', async () => {
  const sent = await web.send('/cases/700122/access/bars/new', cookies, { UserName: 'ann' })
  assert.equal(sent.statusCode, 422)
  assert.match(textOf(sent), /Enter why they have a conflict of interest/)
})

test('a confidential case is opened in an emergency by its number, where that is allowed', async () => {
  await beAs('case worker')
  assert.equal((await web.open('/cases/700122', cookies)).statusCode, 404)
  assert.match(textOf(await web.open('/break-glass', cookies)), /does not let anybody/)
  const sought = async () => (await web.send('/search', cookies, { Text: 'nothing-like-it' })).body
  assert.doesNotMatch(await sought(), /break-glass/)
  await stage.rows(
    `update organisations set settings = '{"isBreakGlassAllowed": true}' where organisation_id = $1`,
  )
  const settings = () => stage.test.database.read(stage.organisationId, organisationSettings)
  while (!(await settings()).isBreakGlassAllowed) await new Promise((go) => setTimeout(go, 5))
  assert.match(await sought(), /href="\/break-glass\/new">open it in an emergency/)
  assert.doesNotMatch(await sought(), /Administration/)
  const unknown = await web.send('/break-glass/new', cookies, { CaseId: '999999', Reason: 'x' })
  assert.equal(unknown.statusCode, 422)
  assert.match(textOf(unknown), /There is no case of that number that you can open this way/)
  const opened = await send('/break-glass/new', { CaseId: '700122', Reason: 'A child in danger' })
  assert.match(opened, /Case opened to you for 24 hours/)
  assert.match(opened, /Case 700122 .* A child in danger/)
  assert.equal((await web.open('/cases/700122', cookies)).statusCode, 200)
  await beAs('administrator')
  assert.match(await send('/cases/700122/access/unmark'), /Case opened to everybody/)
  assert.match(await sought(), /href="\/admin"[^>]*>\s*Administration/)
})
