import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { recordChange } from '#domain/change-log/index.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import {
  cookiesOf,
  sentFrom,
  textOf,
  webStage,
  type Cookies,
  type WebStage,
} from '#test/web-stage.ts'

let stage: Fixture
let web: WebStage
let cookies: Cookies
before(async () => {
  stage = await fixture()
  web = await webStage(stage)
  cookies = await web.signIn()
})
after(async () => {
  await web.app.close()
  await stage.close()
})

const open = async (address: string) => textOf(await web.open(address, cookies))
/** Presses a button and gives what the page says to which it leads. */
async function send(address: string): Promise<string> {
  const sent = await web.send(address, cookies)
  assert.equal(sent.statusCode, 303, textOf(sent))
  const next = String(sent.headers.location)
  return textOf(await web.open(next, { ...cookies, ...cookiesOf(sent) }))
}
const failedJob = async (organisationId: number, failure: string): Promise<number> => {
  await stage.test.sql(
    `insert into graphile_worker._private_tasks (identifier) values ('sendmail') on conflict do nothing`,
  )
  const [row] = await stage.test.sql(
    `insert into graphile_worker._private_jobs (task_id, payload, attempts, max_attempts, last_error)
     select id, json_build_object('organisationId', $1::int), 20, 20, $2
     from graphile_worker._private_tasks where identifier = 'sendmail'
     returning id`,
    [organisationId, failure],
  )
  return Number(row?.['id'])
}

test('a failed job is shown with its reason, tried again, and given up after a question', async () => {
  const reason = 'The mail was not taken: no answer'
  const job = await failedJob(stage.organisationId, reason)
  const strange = await failedJob(stage.organisationId, `Unexpected token in "Dear Ann Bell"`)
  const foreign = await failedJob(stage.otherOrganisationId, reason)
  const page = await open('/admin/jobs?State=failed')
  assert.match(page, /Send an e-mail Why it failed: The mail was not taken: no answer\. Failed/)
  assert.match(page, /Something unexpected went wrong; the log of the server says what/)
  assert.doesNotMatch(page, /Ann Bell/)
  assert.doesNotMatch(page, new RegExp(`job ${foreign}\\b`))
  assert.match(await send(`/admin/jobs/${job}/rerun`), /will be tried again .* Waiting Waits since/)
  assert.match(await open(`/admin/jobs/${strange}/give-up`), /it is never tried again/)
  assert.match(
    await send(`/admin/jobs/${strange}/give-up`),
    new RegExp(`Job ${strange} is given up`),
  )
  const gone = await web.send(`/admin/jobs/${foreign}/give-up`, cookies)
  assert.equal(gone.statusCode, 422)
  assert.match(textOf(gone), /There is no failed job with that number/)
})

test('the audit says what was done and by whom, and is handed out as a file with the same filters', async () => {
  await open('/cases/700122')
  const page = await web.open('/admin/audit?Operation=getcaseoverview', cookies)
  assert.match(textOf(page), /Dee, Sam getcaseoverview done Case 700122/)
  assert.match(page.body, /href="\/admin\/audit\/export\?Operation=getcaseoverview"/)
  const file = await web.open('/admin/audit/export?Operation=getcaseoverview', cookies)
  assert.match(String(file.headers['content-disposition']), /attachment.*audit\.csv/)
  assert.match(String(file.headers['content-type']), /^text\/csv/)
  const lines = file.body.trimEnd().split('\r\n')
  assert.ok(lines.length > 1 && lines.slice(1).every((line) => line.includes(',getcaseoverview,')))
  const flawed = await open('/admin/audit?From=soon&Who=dee')
  assert.match(flawed, /^Error: Audit/)
  assert.match(flawed, /There is a problem From must be a real date/)
  assert.match(await send('/admin/audit/verify'), /It is being checked now/)
})

test('the change log says what is different, and puts it back', async () => {
  await stage.test.database.write(stage.organisationId, async (db) => {
    const what = { kind: 'setting', subject: 'isStrict' } as const
    const sides = { before: { value: true }, after: { value: false } }
    recordChange(db, { ...what, ...sides }, { by: 'command root', now: stage.clock.now() })
  })
  const [row] = await stage.test.sql('select max(change_id) as id from configuration_changes')
  const page = await open('/admin/changes?Kind=setting')
  assert.match(
    page,
    /root \(a command on the server\) Setting “Words that no list holds are refused” Value was yes, is no\./,
  )
  const address = `/admin/changes/${String(row?.['id'])}/restore`
  assert.match(await open(address), /Put back what there was before change/)
  assert.match(await send(address), /Put back: isStrict .* This put back what there was before/)
  assert.match(await open('/admin/changes?Who=nobody'), /Nothing matches what you have chosen/)
})

type Fields = Readonly<Record<string, string>>

/** Sends a form, and gives the address to which it leads. */
async function made(address: string, fields: Fields): Promise<string> {
  const sent = await web.send(address, cookies, fields)
  assert.equal(sent.statusCode, 303, textOf(sent))
  return String(sent.headers.location)
}

/** An address on a page. */
async function addressOn(page: string, pattern: RegExp): Promise<string> {
  return pattern.exec((await web.open(page, cookies)).body)?.[0] ?? assert.fail(`none on ${page}`)
}

test('of two who change the same thing at once the second sees both versions, and loses nothing', async () => {
  await made('/admin/teams/new', { Code: 'PARKS', Name: 'Parks' })
  await made('/admin/people/new', {
    FullName: 'Okafor, Ife',
    Email: 'ife@demo.example',
    Role: 'manager',
  })
  await made('/admin/options/note-type/new', { Value: 'Visit', Label: 'A visit' })
  const person = await made('/people/new', { Surname: 'Okafor', Town: 'York' })
  await made(`${person}/contacts/new`, { Kind: 'phone number', Details: '0113 222 0001' })
  const key = await made('/admin/api-keys/new', { Name: 'Website', Ways: 'both' })
  const option = await addressOn(
    '/admin/options/note-type',
    /\/admin\/options\/note-type\/values\/\d+(?=")/,
  )
  const contact = await addressOn(person, /\/people\/\d+\/contacts\/\d+\/edit/)
  const forms: readonly [string, theirs: Fields, mine: Fields, shown: RegExp][] = [
    [
      '/admin/settings',
      { Title: 'South', CostLimitHours: '24' },
      { Title: 'North' },
      /Name South North Cost limit of a request for information 24 hours You left it as it was/,
    ],
    [
      '/admin/teams/edit/PARKS',
      { Name: 'Green', Department: 'Place' },
      { Name: 'Blue' },
      /Name Green Blue Department Place You left/,
    ],
    [
      '/admin/people/edit/ife',
      { Role: 'auditor', JobTitle: 'Clerk' },
      { JobTitle: 'Head' },
      /Job title Clerk Head Role Auditor You left/,
    ],
    [
      option,
      { Label: 'Theirs', Synonyms: 'Call' },
      { Label: 'Mine' },
      /screens Theirs Mine Other words for it Call You left/,
    ],
    [
      '/admin/options/note-type/holding',
      { Holding: 'strict' },
      { Holding: 'lenient' },
      /What happens The call is refused It is kept and flagged/,
    ],
    [
      '/admin/roles/edit/auditor',
      { 'case.update': 'true' },
      { 'case.reopen': 'true' },
      /Change cases Yes You left/,
    ],
    [
      `${key}/edit`,
      { Name: 'Portal', Ways: 'tokens' },
      { Name: 'Forms' },
      /Name Portal Forms Ways of signing in Tokens only You left/,
    ],
    [
      `${person}/edit`,
      { Town: 'Leeds', Surname: 'Bell' },
      { Town: 'Hull' },
      /Family name Bell You left it as it was Town Leeds Hull/,
    ],
    [
      contact,
      { Details: '0113 222 0002' },
      { Details: '0113 222 0003' },
      /Details 0113 222 0002 0113 222 0003/,
    ],
  ]
  for (const [address, theirs, mine, shown] of forms) {
    const opened = sentFrom(await web.open(address, cookies), address)
    stage.clock.set('2026-03-14T09:31:00Z')
    await made(address, { ...opened, ...theirs })
    const late = await web.send(address, cookies, { ...opened, ...mine })
    assert.equal(late.statusCode, 422, address)
    assert.match(textOf(late), shown)
    const again = sentFrom(late, address)
    for (const [name, value] of Object.entries({ ...theirs, ...mine }))
      assert.equal(again[name], value)
    await made(address, again)
    const stored = sentFrom(await web.open(address, cookies), address)
    for (const [name, value] of Object.entries({ ...theirs, ...mine }))
      assert.equal(stored[name], value)
  }
})

test('only those permitted see any of it', async () => {
  const be = (role: string) =>
    stage.test.sql(`update users set role = $2 where organisation_id = $1`, [
      stage.organisationId,
      role,
    ])
  const statuses = async () => {
    const pages = ['audit', 'audit/export', 'changes', 'jobs']
    const opened = pages.map((each) => web.open(`/admin/${each}`, cookies))
    return (await Promise.all(opened)).map(({ statusCode }) => statusCode)
  }
  await be('auditor')
  assert.deepEqual(await statuses(), [200, 200, 200, 403])
  await be('case worker')
  assert.deepEqual(await statuses(), [403, 403, 403, 403])
})
