import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addCaseNote } from '#domain/notes/index.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { everyElement, readTree } from '#test/html-tree.ts'
import { textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

let stage: Fixture
let web: WebStage
let cookies: Cookies
before(async () => {
  stage = await fixture()
  await stage.test.sql(
    `insert into users (organisation_id, user_name, full_name, email, role)
     select $1, p.name, p.full_name, p.name || '@demo.example', p.role
     from (values ('iokafor', 'Okafor, Ife', 'case worker'), ('jhart', 'Hart, Jo', 'manager'))
       as p (name, full_name, role)`,
    [stage.organisationId],
  )
  web = await webStage(stage)
  cookies = await web.signIn()
})
after(async () => {
  await web.app.close()
  await stage.close()
})

const page = '/cases/700122/notes/new'

/** Who has been told since the last time, by user name, and what of. */
const told = async () => {
  const rows = await stage.test.sql(
    `with told as (
       delete from notices where organisation_id = $1 returning user_id, case_id, kind, particulars
     )
     select u.user_name as "userName", t.case_id::int as "caseId", t.kind,
       t.particulars ->> 'mentionedBy' as by
     from told t join users u on u.organisation_id = $1 and u.user_id = t.user_id
     order by u.user_name`,
    [stage.organisationId],
  )
  return rows.map((row) => Object.values(row).join(' '))
}

const choices = async (): Promise<readonly (string | undefined)[]> => {
  const form = everyElement(readTree((await web.open(page, cookies)).body))
  const field = form.find(({ attributes }) => attributes['name'] === 'Mention')
  return everyElement(field?.children ?? []).map(({ attributes }) => attributes['value'])
}

test('a colleague is mentioned by choosing them, and others by writing @ and their name', async () => {
  const Notes = 'Please look, @Ife Okafor. I have seen it too (@sdee, no notice).'
  await web.send(page, cookies, { Notes, Type: 'General', Mention: 'Hart, Jo' })
  assert.deepEqual(await told(), [
    'iokafor 700122 mention Dee, Sam',
    'jhart 700122 mention Dee, Sam',
  ])
  const notes = textOf(await web.open('/cases/700122/notes', cookies))
  assert.match(notes, /Please look, @Ife Okafor\..* @Hart, Jo/)
  assert.deepEqual(
    (await web.send(page, cookies, { Notes: ' ', Mention: 'Hart, Jo' })).statusCode,
    422,
  )
  assert.deepEqual(await told(), [])
})

test('a notice of a mention leads to the notes of the case', async () => {
  await stage.test.sql(
    `insert into notices (organisation_id, user_id, case_id, kind, particulars, created_at)
     select $1, user_id, 700122, 'mention', '{"mentionedBy": "Hart, Jo"}', '2026-03-16'
     from users where organisation_id = $1 and user_name = 'sdee'`,
    [stage.organisationId],
  )
  const notices = await web.open('/notices', cookies)
  assert.match(textOf(notices), /Notes of case 700122, .* Hart, Jo mentions you in a note/)
  assert.match(notices.body, /href="\/cases\/700122\/notes"/)
  await told()
})

test('who may not see a case is neither offered nor told, and a program mentions nobody', async () => {
  assert.deepEqual(await choices(), ['', 'Hart, Jo', 'Okafor, Ife'])
  await stage.test.sql(
    `update cases set is_confidential = true where organisation_id = $1 and case_id = 700122`,
    [stage.organisationId],
  )
  assert.deepEqual(await choices(), ['', 'Hart, Jo'])
  await web.send(page, cookies, { Notes: '@Okafor, Ife and @Hart, Jo', Mention: 'Okafor, Ife' })
  assert.deepEqual(await told(), ['jhart 700122 mention Dee, Sam'])
  await stage.perform(addCaseNote, { CaseId: '700122', Notes: '@Hart, Jo' })
  assert.deepEqual(await told(), [])
})
