import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { openDoor } from '#door'
import { rawParameters } from '#kernel/parameters.ts'
import { perform } from '#kernel/perform.ts'
import type { Operation } from '#kernel/operation.ts'
import { openMailRoute, type MailRoute } from '#platform/mail.ts'
import { mailServer, type AtTheEnd, type MailServer } from '#test/mail-server.ts'
import { movingStage, type MovingStage } from '#test/moving-stage.ts'
import { postMails } from '#test/reminder-stage.ts'
import { getLetterDrafts, sendLetter } from './index.ts'

type Shown = Awaited<ReturnType<(typeof getLetterDrafts)['handle']>>

const email = 'ann@bell.example'
let stage: MovingStage
let server: MailServer
let route: MailRoute
let atTheEnd: AtTheEnd
before(async () => {
  stage = await movingStage()
  server = await mailServer((mail) => atTheEnd(mail))
  const from = { name: 'Casework', address: 'cases@demo.example' }
  route = openMailRoute({ url: server.url, from, siteAddress: 'https://cases.example.org' })
})
beforeEach(() => {
  atTheEnd = () => 'take'
})
after(async () => {
  route.close()
  await server.close()
  await stage.close()
})

const outside = () => ({ ...stage.door.outside, mail: route })
const act = async (operation: Operation, sent: Readonly<Record<string, string | number>>) => {
  const { test: database, clock } = stage
  const door = openDoor({ database: database.database, outside: outside(), clock })
  const values = Object.entries(sent).map(([name, value]) => ({ name, value: String(value) }))
  const raw = rawParameters(values)
  return perform(door, operation, { actor: stage.actor('case worker'), raw, requestId: 'letters' })
}
const lettersOf = async (caseId: number) =>
  (await act(getLetterDrafts, { CaseId: caseId })) as Shown
const open = (sent: Readonly<Record<string, string>> = {}) =>
  stage.open({
    'Customer.FirstName': 'Ann',
    'Customer.Surname': 'Bell',
    'Customer.Email': email,
    ...sent,
  })
const send = async (caseId: number, How: string) => {
  const { letters, undelivered } = await lettersOf(caseId)
  const { letter: Letter, version: Version } = [...undelivered, ...letters][0] ?? assert.fail()
  return act(sendLetter, { CaseId: caseId, Letter, Version, How })
}
const post = () =>
  postMails(stage, { database: stage.test.database, clock: stage.clock, outside: outside() })
const ownedBySomebody = async (caseId: number) =>
  (
    await stage.rows(
      `update cases set assigned_user_id = (
         select min(user_id) from users where organisation_id = $1)
       where organisation_id = $1 and case_id = $2 returning assigned_user_id`,
      caseId,
    )
  )[0]?.['assigned_user_id']
/** Who has notice that a letter of the case was not delivered. */
const noticesOf = async (caseId: number) =>
  (
    await stage.rows(
      `select user_id from notices
       where organisation_id = $1 and case_id = $2 and kind = 'letter not delivered'`,
      caseId,
    )
  ).map((row) => row['user_id'])
const refusedAtWay =
  (message: RegExp) => (error: { flaws: { parameter: string; message: string }[] }) => {
    assert.deepEqual(
      error.flaws.map(({ parameter }) => parameter),
      ['How'],
    )
    assert.match(error.flaws[0]?.message ?? '', message)
    return true
  }

test('a letter is e-mailed once, at whatever hour, as text with the PDF', async () => {
  stage.clock.set('2026-03-14T23:30:00Z')
  const caseId = await open()
  assert.deepEqual(await send(caseId, 'email'), {
    caseId,
    correspondence: `C${String((await lettersOf(caseId)).settled[0]?.correspondenceId)}`,
    how: 'email',
    sentTo: `Ann Bell, ${email}`,
  })
  const [waiting] = (await lettersOf(caseId)).settled
  assert.deepEqual(
    [waiting?.sentHow, waiting?.sentTo, waiting?.mailState],
    ['email', email, 'queued'],
  )
  assert.deepEqual(await post(), [])
  await stage.rows(
    `select set_config('casewright.organisation', $1::text, false),
       enqueue_job('sendmail', jsonb_build_object('mailId', mail_id, 'organisationId', $1::int,
         'isUrgent', 1), '2026-03-14', 3)
     from mails`,
  )
  await post()
  assert.equal(server.received.length, 1)
  const [mail] = server.received
  assert.deepEqual(mail?.to, [email])
  assert.match(mail.source, new RegExp(`^Subject: Your complaint ${caseId}\\r$`, 'm'))
  assert.match(mail.text, /Dear Ann Bell\n\nWe answer by 27 March 2026\./)
  assert.match(mail.source, new RegExp(`filename="?letter-${caseId}\\.pdf`))
  assert.match(mail.source, /\r\n\r\nJVBERi0/) // %PDF-
  const [sent] = (await lettersOf(caseId)).settled
  assert.equal(sent?.mailState, 'sent')
  assert.deepEqual(sent.handedOverAt, stage.clock.now())
})

test('a letter whose e-mail is refused is seen, and sent anew by post as it was', async () => {
  atTheEnd = () => 550
  const caseId = await open()
  const owner = await ownedBySomebody(caseId)
  await send(caseId, 'email')
  assert.deepEqual(await post(), [])
  assert.deepEqual(await noticesOf(caseId), [owner])
  const { undelivered, settled } = await lettersOf(caseId)
  assert.deepEqual(settled, [])
  assert.deepEqual(
    undelivered.map(({ mailState, mailFailure }) => [mailState, mailFailure]),
    [['failed', 'the server answered 550']],
  )
  assert.match(undelivered[0]?.body ?? '', /Dear Ann Bell/)
  await send(caseId, 'post')
  const after = await lettersOf(caseId)
  assert.deepEqual([after.undelivered, after.settled[0]?.sentHow], [[], 'post'])
  assert.deepEqual(
    await stage.rows(
      `select channel from correspondence where organisation_id = $1 and case_id = $2`,
      caseId,
    ),
    [{ channel: 'letter' }],
  )
  assert.equal((await stage.lastEvent(caseId))['kind'], 'letterSentAnew')
  await assert.rejects(send(caseId, 'post'))
})

test('a letter whose worker died amid it is sent anew only by somebody who asks for that', async () => {
  const already = server.received.length
  const caseId = await open()
  const owner = await ownedBySomebody(caseId)
  await send(caseId, 'email')
  await stage.rows(
    `update mails set state = 'attempted', attempted_at = queued_at
     where organisation_id = $1 and state = 'queued'`,
  )
  await post()
  assert.equal(server.received.length, already)
  assert.deepEqual(await noticesOf(caseId), [owner])
  assert.equal((await lettersOf(caseId)).undelivered[0]?.mailState, 'uncertain')
  await send(caseId, 'email')
  await post()
  assert.equal(server.received.length, already + 1)
  assert.deepEqual((await lettersOf(caseId)).undelivered, [])
})

test('what cannot be e-mailed is refused at the way, and nothing is sent', async () => {
  const nowhere = await open({ 'Customer.Email': '' })
  await assert.rejects(send(nowhere, 'email'), refusedAtWay(/^The customer has no e-mail address:/))
  const two = await open({ 'Customer.Email': 'ann@bell.example, eve@bell.example' })
  await assert.rejects(send(two, 'email'), refusedAtWay(/is not one that can be written to/))
  assert.equal((await lettersOf(two)).settled.length, 0)
})

const preferences: readonly (readonly [preferred: string | null, address: string, way: string])[] =
  [
    [null, email, 'email'], // what the template is written for
    ['Letter', email, 'post'],
    ['Phone, Email, Post', email, 'email'],
    ['Email', '', 'post'],
  ]
test('the way that is proposed is the one the customer prefers, where it can be gone', async () => {
  for (const [preferred, address, way] of preferences) {
    const caseId = await open({ 'Customer.Email': address })
    await stage.test.sql(
      `update customers set contact_method = $3 where organisation_id = $1 and customer_id in (
         select customer_id from case_parties where organisation_id = $1 and case_id = $2)`,
      [stage.organisationId, caseId, preferred],
    )
    assert.equal((await lettersOf(caseId)).letters[0]?.proposedWay, way)
  }
})
