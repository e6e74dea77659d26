import assert from 'node:assert/strict'
import { test } from 'node:test'
import { violatedConstraint } from '#platform/database.ts'
import { disableUser } from '#domain/people/index.ts'
import { caseStage } from '#test/case-stage.ts'
import { addStaff } from '#test/staff.ts'
import { cookiesOf, signedIn, textOf } from '#test/web-stage.ts'

const { stage, web, cookies } = await signedIn(await caseStage())

type Fields = Readonly<Record<string, string>>

/** Sends a form and gives what the page says to which it leads. */
async function send(address: string, fields: Fields = {}): Promise<string> {
  const sent = await web.send(address, cookies, fields)
  assert.equal(sent.statusCode, 303, textOf(sent))
  const next = String(sent.headers.location)
  return textOf(await web.open(next, { ...cookies, ...cookiesOf(sent) }))
}
const statusOf = async (address: string) => (await web.open(address, cookies)).statusCode
const beAs = (role: string) =>
  stage.test.sql(`update users set role = $2 where organisation_id = $1 and user_name = 'sdee'`, [
    stage.organisationId,
    role,
  ])

test('an administrator makes a role, and it is in the table with what it may do', async () => {
  const text = await send('/admin/roles/new', { Name: 'visitor', 'case.view': 'true' })
  assert.match(text, /Role saved/)
  assert.match(text, /See cases Yes Yes Yes Yes Yes Yes/)
  assert.match(text, /See documents Yes Yes Yes No Yes No/)
  assert.match(text, /Visitor 0 Remove visitor/i)
})

test('what a role may do is changed for people at work', async () => {
  await beAs('visitor')
  assert.equal(await statusOf('/cases/700122'), 200)
  assert.equal(await statusOf('/admin/roles'), 403)
  await beAs('administrator')
  assert.doesNotMatch(await send('/admin/roles/edit/visitor'), /See cases Yes Yes Yes Yes Yes Yes/)
  await beAs('visitor')
  assert.equal(await statusOf('/cases/700122'), 403)
})

test('a role in a team adds to what somebody may do, until it is taken away', async () => {
  const given = { UserName: 'sdee', TeamCode: 'ROADS', Role: 'auditor' }
  await beAs('administrator')
  assert.match(await send('/admin/roles/members/new', given), /Dee, Sam Roads Auditor/)
  await beAs('visitor')
  assert.equal(await statusOf('/cases/700122'), 200)
  assert.equal(await statusOf('/cases/700122/notes/new'), 403)
  await beAs('administrator')
  assert.match(await send('/admin/roles/members/sdee/ROADS/remove'), /Nobody has a further role/)
})

test('a role that nobody has is removed', async () => {
  assert.doesNotMatch(await send('/admin/roles/remove/visitor'), /Visitor/)
  assert.equal(await statusOf('/admin/roles/edit/visitor'), 404)
})

test('nobody is given a role, a team or a person that is not there', async () => {
  const good = { UserName: 'sdee', TeamCode: 'ROADS', Role: 'auditor' }
  for (const [name, message] of [
    ['UserName', /Select a person/],
    ['TeamCode', /Select a team/],
    ['Role', /Select a role/],
  ] as const) {
    const sent = await web.send('/admin/roles/members/new', cookies, { ...good, [name]: 'nosuch' })
    assert.equal(sent.statusCode, 422)
    assert.match(textOf(sent), message)
  }
})

test('administrators cannot lose the right to decide on roles, nor the last of them leave', async () => {
  const sent = await web.send('/admin/roles/edit/administrator', cookies, { 'case.view': 'true' })
  assert.equal(sent.statusCode, 422)
  assert.match(textOf(sent), /Administrators must be able to decide what each role may do/)
  const now = stage.clock.now()
  const disable = () =>
    stage.test.database.write(stage.organisationId, (db) =>
      disableUser(db, { email: 'sam.dee@demo.example', now }),
    )
  await assert.rejects(disable(), (error) => {
    assert.equal(violatedConstraint(error), 'users_administrator_stays')
    return true
  })
  await addStaff(stage, 'second', { role: 'administrator' })
  assert.equal((await disable()).length, 1)
})
