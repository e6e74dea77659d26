import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseStage } from '#test/case-stage.ts'
import { everyElement, readTree } from '#test/html-tree.ts'
import { cookiesOf, signedIn, textOf } from '#test/web-stage.ts'

const { stage, web, cookies } = await signedIn(await caseStage())

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

test('the queue shows who has what, turns its order round, and leaves out columns', async () => {
  const page = await web.open('/queues', cookies)
  assert.match(textOf(page), /Showing 3 of 3 cases/)
  assert.match(textOf(page), /Case 700124 Miss Ann Bell Complaint New case 3 March 2026 .* Nobody/)
  const due = elementsOf(page.body).filter(({ attributes }) => attributes['aria-sort'])
  assert.deepEqual(
    due.map(({ attributes }) => attributes['aria-sort']),
    ['ascending', 'none'],
  )
  assert.ok(hrefs(page.body).includes('/queues?Sort=-due'))
  const narrow = await web.open('/queues?Column=-&Column=owner&Sort=-due', cookies)
  assert.match(textOf(narrow), /Due ▼ Case Who has it/)
})

test('a filter is saved under a name, has an address of its own, and is thrown away again', async () => {
  const narrowed = '/queues?Team=CUSTREL&Holder=nobody'
  const link = hrefs((await web.open(narrowed, cookies)).body).find((href) =>
    href?.startsWith('/queues/save'),
  )
  const form = await web.open(link ?? '', cookies)
  const asked = elementsOf(form.body).find(({ attributes }) => attributes['name'] === 'Asked')
  const lacking = await web.send(link ?? '', cookies, { Name: ' ', Shared: 'yes' })
  assert.equal(lacking.statusCode, 422)
  assert.match(textOf(lacking), /There is a problem Enter name of the filter/)
  const typed = { Name: 'Nobody has <these>', Asked: asked?.attributes['value'] ?? '' }
  const saved = await web.send(link ?? '', cookies, typed)
  const address = String(saved.headers.location)
  assert.match(address, /^\/queues\/saved\/\d+$/)
  const page = await web.open(address, { ...cookies, ...cookiesOf(saved) })
  assert.match(textOf(page), /Filter saved .* Nobody has <these> .* Showing 1 of 1 case/)
  const removed = await web.send(`${address}/remove`, cookies)
  assert.equal(removed.headers.location, '/queues')
  assert.equal((await web.open(address, cookies)).statusCode, 404)
})

test('cases that are ticked are shown with who has them, assigned, each with its result, and put back', async () => {
  const queue = await web.open('/queues', cookies)
  const boxes = elementsOf(queue.body).filter(({ attributes }) => attributes['name'] === 'Case')
  assert.equal(boxes.length, 3)
  const none = await web.open('/queues/assign', cookies)
  assert.match(textOf(none), /You have not selected a case/)
  const address = '/queues/assign?Case=700123&Case=700124'
  const form = await web.open(address, cookies)
  assert.match(textOf(form), /2 cases .*700123 Assigned to Dee, Sam 700124 Assigned to the queue/)
  const chosen = elementsOf(form.body).find(({ attributes }) => attributes['name'] === 'Case')
  const fields = { Case: chosen?.attributes['value'] ?? '', To: 'team' }
  const lacking = await web.send(address, cookies, fields)
  assert.equal(lacking.statusCode, 422)
  assert.match(textOf(lacking), /There is a problem Select a team Assign cases 2 cases/)
  const sent = await web.send(address, cookies, { ...fields, TeamCode: 'ROADS' })
  const result = String(sent.headers.location)
  const page = await web.open(result, cookies)
  assert.match(textOf(page), /700123 Assigned to the queue of Roads 700124 Assigned to the queue/)
  await web.send(`${result}/undo`, cookies)
  const undone = await web.open(result, cookies)
  assert.match(textOf(undone), /700123 Put back where it was 700124 Put back where it was/)
})

test('who may not see queues finds no way to them', async () => {
  const asRole = (role: string) =>
    stage.rows(
      `update users set role = '${role}' where organisation_id = $1 and user_name = 'sdee'`,
    )
  await asRole('front line')
  const page = await web.open('/', cookies)
  assert.equal(page.statusCode, 200)
  assert.ok(!hrefs(page.body).some((href) => href?.startsWith('/queues')))
  assert.equal((await web.open('/queues', cookies)).statusCode, 403)
  await asRole('administrator')
})
