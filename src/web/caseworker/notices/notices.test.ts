import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reminderStage } from '#test/reminder-stage.ts'
import { everyElement, readTree } from '#test/html-tree.ts'
import { cookiesOf, signedIn, textOf } from '#test/web-stage.ts'

const { stage, web, cookies } = await signedIn(await reminderStage())

/** Sam Dee, who has signed in, gets the case and is reminded of it. */
async function remind(caseId: number): Promise<void> {
  await stage.rows(
    `update cases set assigned_user_id = (select user_id from users where organisation_id = $1 and user_name = 'sdee')
     where organisation_id = $1 and case_id = $2`,
    caseId,
  )
  await stage.deadline(caseId, { from: '2026-03-02', due: '2026-03-20' })
  await stage.tick('sendreminders')
}
const seenAddress = (body: string) =>
  everyElement(readTree(body)).find(({ attributes }) => attributes['action']?.endsWith('/seen'))
    ?.attributes['action'] ?? ''

test('who has no notices reads so, and gets there from every page', async () => {
  const home = await web.open('/', cookies)
  const links = everyElement(readTree(home.body)).map(({ attributes }) => attributes['href'])
  assert.ok(links.includes('/notices'))
  const page = await web.open('/notices', cookies)
  assert.match(textOf(page), /There are no notices\./)
  assert.equal(seenAddress(page.body), '')
})

test('a notice leads to its case, is new until it is marked as seen, and what comes meanwhile stays new', async () => {
  await remind(700122)
  const page = await web.open('/notices', cookies)
  assert.match(textOf(page), /Case 700122, Complaint New Full response is due on 20 March 2026/)
  await remind(700123)
  const sent = await web.send(seenAddress(page.body), cookies)
  assert.equal(sent.headers.location, '/notices')
  const after = await web.open('/notices', { ...cookies, ...cookiesOf(sent) })
  const text = textOf(after)
  assert.match(text, /Marked as seen/)
  assert.match(text, /Case 700123, Complaint New/)
  assert.doesNotMatch(text, /Case 700122, Complaint New/)
})

test('a notice of an answer leads to the answers of its case', async () => {
  await stage.rows(
    `insert into notices (organisation_id, user_id, case_id, kind, particulars, created_at)
     select $1, user_id, 700122, 'answer to clear', '{"answer": 2}', '2026-03-16'
     from users where organisation_id = $1 and user_name = 'sdee'`,
  )
  const { body } = await web.open('/notices', cookies)
  assert.match(body, /href="\/cases\/700122\/answers"\s*>Answers of case 700122, Complaint</)
  await web.send(seenAddress(body), cookies)
})

test('nobody reads or marks the notices of somebody else', async () => {
  const other = await stage.person('other', 'case worker', 'CUSTREL')
  await stage.rows(
    `insert into notices (organisation_id, user_id, case_id, kind, created_at)
     values ($1, $2, 700124, 'assignment', '2026-03-16')`,
    other,
  )
  const page = await web.open('/notices', cookies)
  assert.doesNotMatch(textOf(page), /700124/)
  await web.send('/notices/999999/seen', cookies)
  const unseen = await stage.rows(
    `select user_id from notices where organisation_id = $1 and seen_at is null`,
  )
  assert.deepEqual(
    unseen.map((row) => Number(row['user_id'])),
    [other],
  )
})

test('a case that has become confidential is not told of to who may no longer see it', async () => {
  await stage.rows(
    `update cases set is_confidential = true, assigned_user_id = null
     where organisation_id = $1 and case_id = 700122`,
  )
  const asRole = (role: string) =>
    stage.rows(`update users set role = $2 where organisation_id = $1 and user_name = 'sdee'`, role)
  assert.match(textOf(await web.open('/notices', cookies)), /700122/)
  await asRole('case worker')
  assert.doesNotMatch(textOf(await web.open('/notices', cookies)), /700122/)
  await asRole('administrator')
})
