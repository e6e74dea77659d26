import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { recordChange } from '#domain/change-log/index.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { cookiesOf, textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

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
  assert.match(page, /root \(a command on the server\) Setting isStrict Value was yes, is no\./)
  const address = `/admin/changes/${String(row?.['id'])}/restore`
  assert.match(await open(address), /Put back what there was before change/)
  assert.match(await send(address), /Put back: isStrict .* This put back what there was before/)
  assert.match(await open('/admin/changes?Who=nobody'), /Nothing matches what you have chosen/)
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
