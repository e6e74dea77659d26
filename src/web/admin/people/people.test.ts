import assert from 'node:assert/strict'
import { test } from 'node:test'
import { teamFinder } from '#domain/case-types/index.ts'
import { caseStage } from '#test/case-stage.ts'
import { everyElement, readTree } from '#test/html-tree.ts'
import { addStaff } from '#test/staff.ts'
import { cookiesOf, sentFrom, signedIn, textOf } from '#test/web-stage.ts'

const { stage, web, cookies } = await signedIn(await caseStage())

type Fields = Readonly<Record<string, string>>
const member = (userName: string) => `/admin/people/edit/${userName}`

/** Sends a form and gives what the page says to which it leads. */
async function send(address: string, fields: Fields = {}): Promise<string> {
  const sent = await web.send(address, cookies, fields)
  assert.equal(sent.statusCode, 303, textOf(sent))
  const next = String(sent.headers.location)
  return textOf(await web.open(next, { ...cookies, ...cookiesOf(sent) }))
}
async function refused(address: string, fields: Fields): Promise<string> {
  const sent = await web.send(address, cookies, fields)
  assert.equal(sent.statusCode, 422, textOf(sent))
  return textOf(sent)
}
const open = async (address: string) => textOf(await web.open(address, cookies))
const be = (role: string) =>
  stage.rows(
    `update users set role = '${role}' where organisation_id = $1 and user_name = 'sdee' returning 1`,
  )
const give = (userId: number, ...caseIds: number[]) =>
  stage.rows(
    `update cases set assigned_user_id = ${userId} where organisation_id = $1
       and case_id in (${caseIds.join(', ')}) returning 1`,
  )
const holders = async (userId: number) =>
  (
    await stage.rows(
      `select case_id::int as id from cases
       where organisation_id = $1 and assigned_user_id = ${userId} order by 1`,
    )
  ).map(({ id }) => id)

test('teams and people are made, found, and changed', async () => {
  assert.match(await send('/admin/teams/new', { Code: 'PARKS', Name: 'Parks' }), /Team added/)
  assert.match(await refused('/admin/teams/new', { Code: 'parks', Name: 'x' }), /has this code/)
  const changed = { Name: 'Parks & trees', Department: 'Environment' }
  assert.match(await send('/admin/teams/edit/PARKS', changed), /Parks & trees PARKS Environment 0/)
  const person = {
    FullName: 'Okafor, Ife',
    Email: 'ife.okafor@demo.example',
    Role: 'case worker',
    TeamCode: 'PARKS',
    JobTitle: 'Ranger',
  }
  assert.match(await send('/admin/people/new', person), /Okafor, Ife ife\.okafor, ife\.okafor@/)
  const same = { ...person, NewUserName: 'ife' }
  assert.match(await refused('/admin/people/new', same), /has this e-mail address already/)
  assert.match(await refused('/admin/people/new', person), /has this (user name|e-mail address)/)
  assert.match(await open('/admin/teams'), /Environment 1 person of/)
  assert.match(await open('/admin/people?Team=PARKS'), /Okafor, Ife/)
  assert.doesNotMatch(await open('/admin/people?Team=ROADS'), /Okafor, Ife/)
  const moved = { ...person, Role: 'manager', TeamCode: '' }
  assert.match(await send(member('ife.okafor'), moved), /Person changed/)
  const names = everyElement(
    readTree((await web.open('/admin/people?Sort=-name', cookies)).body),
  ).filter(({ attributes }) => attributes['href']?.startsWith('/admin/people/edit/'))
  const shown = names.map(({ attributes }) => attributes['href'])
  assert.deepEqual(shown, [member('ife.okafor'), member('sdee')])
  const [audited] = await stage.rows(
    `select particulars from audit_entries where organisation_id = $1 and operation = 'amendperson'`,
  )
  const { userId, ...told } = Object(audited?.['particulars']) as Record<string, unknown>
  assert.ok(userId)
  assert.deepEqual(told, {
    changed: [],
    before: { role: 'case worker', team: 'PARKS' },
    after: { role: 'manager', team: null },
  })
})

test('all open work goes to a person or a team in one step; what they may not have stays', async () => {
  const [leaver, taker] = [await addStaff(stage, 'leaver'), await addStaff(stage, 'taker')]
  await give(leaver, 700122, 700123)
  await stage.rows(
    `update cases set is_confidential = true where organisation_id = $1 and case_id = 700123 returning 1`,
  )
  await stage.rows(
    `update tasks set assigned_user_id = ${leaver} where organisation_id = $1
       and completed_at is null and case_id = 700122 returning 1`,
  )
  const [own] = await stage.rows(
    `select count(*)::int as n from tasks where organisation_id = $1 and assigned_user_id = ${leaver}`,
  )
  const told = await send(`${member('leaver')}/hand-over`, { To: 'person', Target: 'taker' })
  const tasks = Number(own?.['n'])
  assert.ok(told.includes(`1 case and ${tasks} task${tasks === 1 ? '' : 's'} handed over; 1 stay`))
  assert.deepEqual([await holders(leaver), await holders(taker)], [[700123], [700122]])
  const events = await stage.rows(
    `select 1 from case_events where organisation_id = $1 and case_id = 700122
       and kind = 'caseAssigned' and particulars ->> 'toUser' = 'taker'`,
  )
  assert.equal(events.length, 1)
  const gone = await send(`${member('leaver')}/disable`, { To: 'team', TeamCode: 'ROADS' })
  assert.match(gone, /Person disabled: 1 case and 0 tasks handed over/)
  assert.deepEqual(await holders(leaver), [])
  assert.match(await refused(`${member('taker')}/disable`, { To: 'person' }), /Select a person/)
})

test('somebody who is disabled is signed out at once, and can be enabled again', async () => {
  const page = await open(member('leaver'))
  assert.match(page, /Disabled: cannot sign in/)
  assert.match(await open('/admin/people?State=disabled'), /Leaver/)
  assert.match(await send(`${member('leaver')}/enable`), /they can sign in again/)
  assert.doesNotMatch(await open('/admin/people?State=disabled'), /Leaver/)
  assert.match(await send(`${member('leaver')}/password-link`), /Link sent/)
  assert.match(await refused(`${member('sdee')}/disable`, { To: 'nobody' }), /Ask a colleague/)
})

test('the second factors of somebody who has lost them are reset, by no one else than who may, and never one’s own', async () => {
  await stage.rows(
    `insert into passkeys (organisation_id, user_id, credential_id, public_key, sign_count,
       transports, name, added_at)
     select $1, user_id, user_name::bytea, '', 0, '{}', 'Laptop', '2026-03-01'
     from users where organisation_id = $1 and user_name in ('taker', 'sdee') returning 1`,
  )
  assert.match(await open(member('taker')), /1 second factor\..*Reset second factors/)
  assert.doesNotMatch(await open(member('sdee')), /Reset second factors/)
  const address = `${member('taker')}/reset-factors`
  assert.match(await send(address), /Second factors reset: they set up another/)
  assert.match(await open(member('taker')), /No second factor\./)
  assert.match(await refused(`${member('sdee')}/reset-factors`, {}), /the page of your account/)
  const [left] = await stage.rows(
    `select count(*)::int as n, min(name) as name from passkeys where organisation_id = $1`,
  )
  assert.equal(left?.['n'], 1)
  const [logged] = await stage.rows(
    `select before, after from configuration_changes where organisation_id = $1 and subject = 'taker'
     order by change_id desc limit 1`,
  )
  assert.deepEqual(logged, { before: { 'second factors': 1 }, after: { 'second factors': 0 } })
  await stage.rows(`delete from passkeys where organisation_id = $1 returning 1`)
})

test('an absence is noted with who stands in, and ended early', async () => {
  const fields = { From: '9/3/2026', Until: '2026-03-20', Kind: 'leave', StandIn: 'taker' }
  assert.match(await send(`${member('leaver')}/absence`, fields), /Absence noted/)
  const again = await refused(`${member('leaver')}/absence`, { ...fields, From: '11/03/2026' })
  assert.match(again, /away on some of these days already/)
  const page = await web.open(`${member('leaver')}/absence`, cookies)
  assert.match(textOf(page), /9 March 2026 to 20 March 2026 Leave, Taker stands in End/)
  const [address = ''] = /\/admin\/people\/edit\/leaver\/absence\/\d+\/end/.exec(page.body) ?? []
  assert.match(await send(address), /Absence ended/)
  assert.doesNotMatch(await open(`${member('leaver')}/absence`), /stands in End/)
})

/** The newest change of a team, put back; gives what the page says. */
async function putBack(): Promise<string> {
  const [newest] = await stage.rows(
    `select max(change_id) as id from configuration_changes where organisation_id = $1 and kind = 'team'`,
  )
  return send(`/admin/changes/${String(newest?.['id'])}/restore`)
}
const parks = '/admin/teams/edit/PARKS'
const teamOf = async (caseId: number) =>
  (
    await stage.rows(
      `select t.code from cases c join teams t using (organisation_id, team_id)
       where c.organisation_id = $1 and c.case_id = $2`,
      caseId,
    )
  )[0]?.['code']

test('the manager of a team is chosen on its page, and put back from the change log', async () => {
  const said = { Name: 'Parks', Department: 'Environment' }
  await send(parks, { ...said, Manager: 'taker' })
  assert.match(
    await refused(parks, { ...said, Manager: 'nobody' }),
    /Select a person from the list/,
  )
  await send(parks, said)
  const chosen = async () => sentFrom(await web.open(parks, cookies), parks)['Manager']
  assert.equal(await chosen(), '')
  await putBack()
  assert.equal(await chosen(), 'taker')
})

test('a team is retired: what it has goes to another, and so does what its code is given from then on', async () => {
  await stage.publish({ name: 'Bench', label: 'Broken bench', team: 'PARKS' })
  const own = await stage.create({ Type: 'Bench' })
  const closed = await stage.create({ Type: 'Bench' })
  await stage.rows(
    `update cases set closed_on = '2026-03-14' where organisation_id = $1 and case_id = $2 returning 1`,
    closed.caseId,
  )
  await addStaff(stage, 'ranger', { team: 'PARKS' })
  const page = await open(`${parks}/retire`)
  assert.match(page, /Open cases 1 Open tasks 0 .* People 1 .* Broken bench/)
  assert.match(await refused(`${parks}/retire`, { Heir: 'PARKS' }), /Select another team/)
  assert.match(
    await send(`${parks}/retire`, { Heir: 'ROADS' }),
    /Team retired: .* Retired teams .* Parks PARKS Roads/,
  )
  assert.deepEqual([await teamOf(own.caseId), await teamOf(closed.caseId)], ['ROADS', 'PARKS'])
  assert.match(await open('/admin/people?Team=ROADS'), /Ranger/)
  assert.equal((await web.open(parks, cookies)).statusCode, 404)
  const codeNow = () =>
    stage.test.database.read(stage.organisationId, async (db) => (await teamFinder(db))('parks'))
  while ((await codeNow())?.code !== 'ROADS') await new Promise((done) => setTimeout(done, 5))
  assert.equal(await teamOf((await stage.create({ Type: 'Bench' })).caseId), 'ROADS')
  await putBack()
  assert.doesNotMatch(await open('/admin/teams'), /Retired teams/)
  assert.equal(await teamOf(own.caseId), 'ROADS')
})

test('nobody looks after people who may do more, or gives more than they have', async () => {
  await addStaff(stage, 'chief', { role: 'administrator' })
  await be('manager')
  const person = { FullName: 'Chief', Email: 'mine@demo.example', Role: 'administrator' }
  assert.match(await refused(member('chief'), person), /may do more than you/)
  assert.match(await refused(`${member('chief')}/disable`, { To: 'nobody' }), /may do more than/)
  assert.match(await refused('/admin/people/new', person), /no more than you may do yourself/)
  const raised = { FullName: 'Taker', Email: 'taker@demo.example', Role: 'auditor' }
  assert.match(await refused(member('taker'), raised), /Ask somebody who decides on roles/)
  await be('administrator')
  const own = { FullName: 'Dee, Sam', Email: 'sam.dee@demo.example', Role: 'auditor' }
  assert.match(await refused(member('sdee'), own), /Ask a colleague to change your own role/)
  assert.equal((await web.open(member('nobody'), cookies)).statusCode, 404)
})

test('what becomes of people and teams is in the change log', async () => {
  await be('administrator')
  const said = { FullName: 'Bell, Noor', Email: 'noor.bell@demo.example', Role: 'case worker' }
  await send('/admin/people/new', { ...said, TeamCode: 'roads' })
  await send(member('noor.bell'), { ...said, Role: 'manager' })
  await send(`${member('noor.bell')}/disable`, { To: 'nobody' })
  await send('/admin/teams/new', { Code: 'LOGGED', Name: 'Logged' })
  const changes = await stage.rows(
    `select kind, before, after from configuration_changes
     where organisation_id = $1 and subject in ('noor.bell', 'LOGGED') order by change_id`,
  )
  assert.deepEqual(
    changes.map(({ kind, before, after }) => [kind, before, after]),
    [
      ['person', null, { 'may sign in': true, role: 'case worker', team: 'roads' }],
      ['person', { role: 'case worker', team: 'ROADS' }, { role: 'manager', team: null }],
      ['person', { 'may sign in': true }, { 'may sign in': false }],
      ['team', null, { name: 'Logged', department: null, directorate: null, manager: null }],
    ],
  )
})
