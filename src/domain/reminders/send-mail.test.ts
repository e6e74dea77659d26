import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import type { AtTheEnd } from '#test/mail-server.ts'
import { reminderStage, type ReminderStage } from '#test/reminder-stage.ts'

let stage: ReminderStage
let owner: number
afterEach(() => stage.close())

/** A stage with one mail that waits for the owner of a case. */
async function withMail(atTheEnd?: AtTheEnd): Promise<void> {
  stage = await reminderStage(atTheEnd)
  owner = await stage.person('owner', 'case worker', 'CUSTREL')
  await stage.rows(`update cases set assigned_user_id = $2 where organisation_id = $1`, owner)
  await stage.deadline(700122, { from: '2026-03-02', due: '2026-03-20' })
  await stage.tick('sendreminders')
}
const mails = async () =>
  stage.rows(
    `select kind, state, failure, attempted_at is not null as "isTried", sent_at is not null as "isSent"
     from mails where organisation_id = $1 order by mail_id`,
  )
const states = async () => (await mails()).map(({ state }) => state)
/** As a worker that was killed leaves a mail. */
const breakOff = () =>
  stage.rows(
    `update mails set state = 'attempted', attempted_at = queued_at where organisation_id = $1`,
  )

test('a mail is sent once, however often its job runs', async () => {
  await withMail()
  const [queued] = await stage.rows(
    `select message_id::text as id from mails where organisation_id = $1`,
  )
  assert.deepEqual(await stage.post(), [])
  await stage.rows(
    `select set_config('casewright.organisation', $1::text, false),
       enqueue_job('sendmail', jsonb_build_object('mailId', mail_id, 'organisationId', $1::int), '2026-03-16', 3)
     from mails`,
  )
  await stage.post()
  assert.equal(stage.mail.received.length, 1)
  assert.equal(stage.mail.received[0]?.messageId, `<${String(queued?.['id'])}@demo.example>`)
  assert.deepEqual(await mails(), [
    { kind: 'notices', state: 'sent', failure: null, isTried: true, isSent: true },
  ])
})

test('a mail whose worker died amid it is never sent again, and the digest tells of it', async () => {
  await withMail()
  await breakOff()
  assert.deepEqual(await stage.post(), [])
  await stage.post()
  assert.deepEqual(await states(), ['uncertain'])
  assert.equal(stage.mail.received.length, 0)
  stage.clock.set('2026-03-17T08:00:00Z')
  await stage.tick('senddigests')
  await stage.post()
  const [digest] = stage.mail.received
  assert.match(
    digest?.text ?? '',
    /These may not have reached you:\n\nA mail of 16 March 2026:\n- Case 700122: Full response is due on 20 March 2026\./,
  )
  stage.clock.set('2026-03-18T08:00:00Z')
  await stage.tick('senddigests')
  await stage.post()
  assert.equal(stage.mail.received.length, 2)
  assert.doesNotMatch(stage.mail.received[1]?.text ?? '', /may not have reached/)
})

test('a server that is lost at the end of a letter leaves it uncertain', async () => {
  await withMail(() => 'lose')
  assert.deepEqual(await stage.post(), [])
  assert.deepEqual(await states(), ['uncertain'])
})

test('a server that is busy is tried again, for a day, with the same letter', async () => {
  let isBusy = true
  const ids: string[] = []
  await withMail(({ messageId }) => {
    ids.push(messageId)
    return isBusy ? 451 : 'take'
  })
  assert.deepEqual(await stage.post(), ['The mail was not taken: the server answered 451'])
  assert.deepEqual(await mails(), [
    {
      kind: 'notices',
      state: 'queued',
      failure: 'the server answered 451',
      isTried: true,
      isSent: false,
    },
  ])
  isBusy = false
  assert.deepEqual(await stage.post(), [])
  assert.deepEqual(await states(), ['sent'])
  assert.equal(ids.length, 2)
  assert.equal(new Set(ids).size, 1)
})

test('after a day of trying a mail is given up', async () => {
  await withMail(() => 451)
  stage.clock.set('2026-03-17T10:00:01Z')
  assert.deepEqual(await stage.post(), [])
  assert.deepEqual(await states(), ['failed'])
})

test('what comes while a mail is tried again goes in another', async () => {
  let isBusy = true
  await withMail(() => (isBusy ? 451 : 'take'))
  await stage.post()
  await stage.deadline(700123, { from: '2026-03-02', due: '2026-03-20' })
  await stage.tick('sendreminders')
  isBusy = false
  await stage.post()
  assert.deepEqual(await states(), ['sent', 'sent'])
  const told = new Set(stage.mail.received.map(({ text }) => /Case (\d+)/.exec(text)?.[1]))
  assert.deepEqual(told, new Set(['700122', '700123']))
})

test('nobody who signs in no longer is written to', async () => {
  await withMail()
  await stage.rows(
    `update users set disabled_at = '2026-03-16' where organisation_id = $1 and user_id = $2`,
    owner,
  )
  await stage.post()
  assert.deepEqual(await states(), ['dropped'])
  assert.equal(stage.mail.received.length, 0)
})

test('a mail that nobody will send any more is given up, and the digest tells of it', async () => {
  await withMail()
  await stage.test.sql('delete from graphile_worker._private_jobs')
  stage.clock.set('2026-03-24T08:00:00Z')
  await stage.tick('senddigests')
  assert.deepEqual(await states(), ['queued', 'queued'])
  await stage.test.sql('delete from graphile_worker._private_jobs')
  stage.clock.set('2026-03-25T08:00:00Z')
  await stage.tick('senddigests')
  await stage.post()
  assert.deepEqual(await states(), ['failed', 'queued', 'sent'])
})
