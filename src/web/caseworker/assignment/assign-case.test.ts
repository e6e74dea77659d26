import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseStage } from '#test/case-stage.ts'
import { everyElement, readTree } from '#test/html-tree.ts'
import { addStaff, sendAway } from '#test/staff.ts'
import { cookiesOf, signedIn, textOf } from '#test/web-stage.ts'

const { stage, web, cookies } = await signedIn(await caseStage())

type Fields = Readonly<Record<string, string>>
const hrefs = (body: string) =>
  everyElement(readTree(body)).map(({ attributes }) => attributes['href'])
const fieldOf = (body: string, name: string) =>
  everyElement(readTree(body)).find(({ attributes }) => attributes['name'] === name)?.attributes[
    'value'
  ]

/** Sends a form and gives what the page of the case says then. */
async function send(address: string, fields: Fields): Promise<string> {
  const sent = await web.send(address, cookies, fields)
  assert.equal(sent.statusCode, 303, textOf(sent))
  const next = String(sent.headers.location)
  return textOf(await web.open(next, { ...cookies, ...cookiesOf(sent) }))
}

test('a case leads to the page on which it is assigned; its own page shows who has it then', async () => {
  assert.ok(hrefs((await web.open('/cases/700122', cookies)).body).includes('/cases/700122/assign'))
  const ann = await addStaff(stage, 'ann', { team: 'ROADS', skills: ['Welsh'] })
  await sendAway(stage, ann, { from: '2026-03-10', until: '2026-03-20' })
  const page = await web.open('/cases/700122/assign', cookies)
  assert.match(textOf(page), /Assigned to the queue of Customer relations/)
  assert.match(
    textOf(page),
    /Which person Only where a person is .* Which team Only where a team is/,
  )
  assert.match(textOf(page), /Ann · Roads · 0 open cases · Welsh · away until 20 March 2026/)
  const text = await send('/cases/700122/assign', { To: 'person', UserName: 'ann' })
  assert.match(text, /Case assigned/)
  assert.match(text, /Team Roads Owner Ann/)
  assert.doesNotMatch(text, /How it was assigned/)
})

test('somebody takes a case, and puts it back', async () => {
  const taken = await send('/cases/700123/assign', { To: 'me' })
  assert.match(taken, /Owner Dee, Sam/)
  const page = await web.open('/cases/700123/assign', cookies)
  assert.match(textOf(page), /Assigned to Dee, Sam/)
  const radios = everyElement(readTree(page.body)).filter(
    ({ attributes }) => attributes['type'] === 'radio',
  )
  assert.deepEqual(
    radios.map(({ attributes }) => attributes['value']),
    ['person', 'team'],
  )
  const back = await send('/cases/700123/unassign', {})
  assert.match(back, /Case put back into the queue/)
  assert.match(back, /Owner Not assigned/)
})

test('what is lacking is said, and what was typed stays', async () => {
  const sent = await web.send('/cases/700124/assign', cookies, { To: 'team', Reason: 'Too <much>' })
  assert.equal(sent.statusCode, 422)
  assert.match(textOf(sent), /There is a problem Select a team/)
  assert.match(textOf(sent), /Too <much>/)
})

test('who was slower than another is told who has the case now, and may still take it', async () => {
  const before = await web.open('/cases/700124/assign', cookies)
  const seen = fieldOf(before.body, 'Seen') ?? ''
  await send('/cases/700124/assign', { To: 'team', TeamCode: 'ROADS' })
  const late = await web.send('/cases/700124/assign', cookies, { To: 'me', Seen: seen })
  assert.equal(late.statusCode, 422)
  assert.match(textOf(late), /Somebody has assigned this case since you opened the page/)
  assert.match(textOf(late), /Assigned to the queue of Roads/)
  assert.ok(hrefs(late.body).includes('#Seen'))
  const again = { To: 'me', Seen: fieldOf(late.body, 'Seen') ?? '' }
  assert.match(await send('/cases/700124/assign', again), /Owner Dee, Sam/)
})

test('the page of a case says which rule gave it to whom', async () => {
  await stage.publish({
    name: 'Ruled',
    procedure: { assignment: [{ name: 'Roads first', to: { team: 'ROADS', user: 'sdee' } }] },
  })
  const { caseId } = await stage.create({ Type: 'Ruled' })
  const page = textOf(await web.open(`/cases/${caseId}`, cookies))
  assert.match(page, /How it was assigned Assigned to Dee, Sam by the rule Roads first/)
})

test('who may not assign finds no way to it', async () => {
  const asRole = (role: string) =>
    stage.rows(
      `update users set role = '${role}' where organisation_id = $1 and user_name = 'sdee'`,
    )
  await asRole('auditor')
  const page = await web.open('/cases/700122', cookies)
  assert.ok(!hrefs(page.body).includes('/cases/700122/assign'))
  assert.equal((await web.open('/cases/700122/assign', cookies)).statusCode, 403)
  await asRole('administrator')
})
