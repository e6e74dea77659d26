import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { everyElement, readTree } from '#test/html-tree.ts'
import { textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

let stage: CaseStage
let web: WebStage
let cookies: Cookies
before(async () => {
  stage = await caseStage()
  web = await webStage(stage)
  cookies = await web.signIn()
})
after(async () => {
  await web.app.close()
  await stage.close()
})

const elementsOf = (body: string) => everyElement(readTree(body))
const hrefs = (body: string) => elementsOf(body).map(({ attributes }) => attributes['href'])

test('the page to land on says that there is nothing to do, and what would be shown there', async () => {
  const page = await web.open('/', cookies)
  assert.equal(page.statusCode, 200)
  assert.match(textOf(page), /My work .* You have nothing to do/)
  const current = elementsOf(page.body).find(({ attributes }) => attributes['aria-current'])
  assert.equal(current?.attributes['href'], '/')
})

test('what is late stands first, with the word and the date; counts lead to what they count', async () => {
  await stage.rows(
    `update cases c set assigned_user_id = u.user_id,
       target_on = case case_id when 700122 then date '2026-03-11' else '2026-03-20' end
     from users u
     where c.organisation_id = $1 and u.organisation_id = $1 and u.user_name = 'sdee'
       and c.case_id in (700122, 700123)`,
  )
  const page = await web.open('/', cookies)
  assert.match(textOf(page), /1 late 0 due today/)
  assert.match(
    textOf(page),
    /Late Due 11 March 2026, 2 working days late Case 700122 Changed Miss Ann Bell Your case Complaint New case/,
  )
  assert.match(textOf(page), /2 of 2 things to do/)
  assert.ok(hrefs(page.body).includes('/?Due=late'))
  const late = await web.open('/?Due=late', cookies)
  assert.match(textOf(late), /Selected filters .* Remove this filter Late/)
  assert.doesNotMatch(textOf(late), /Case 700123/)
  assert.ok(hrefs(late.body).includes('/'))
})

test('where nothing matches there is a way back to everything', async () => {
  const page = await web.open('/?Kind=task&Kind=answer&Due=today', cookies)
  assert.match(textOf(page), /Nothing matches what you have chosen/)
  assert.ok(
    hrefs(page.body).includes('/?Kind=answer&amp;Due=today') ||
      hrefs(page.body).includes('/?Kind=answer&Due=today'),
  )
  const odd = await web.open('/?Kind=nonsense', cookies)
  assert.equal(odd.statusCode, 404)
})
