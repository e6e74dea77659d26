import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { reminderStage, type ReminderStage } from '#test/reminder-stage.ts'
import type { ChildWork } from '#test/work-in-child.ts'
import { until } from '#test/until.ts'

const cases = 200
const people = 40
/** A Monday that is past, as the queue keeps the time of PostgreSQL. */
const now = '2024-06-17T10:00:00.000Z'
const program = fileURLToPath(new URL('../support/work-in-child.ts', import.meta.url))

let stage: ReminderStage
let directory: string
let worker: ChildProcess | undefined
before(async () => {
  stage = await reminderStage(() => pause(25, 'take' as const))
  directory = await mkdtemp(join(tmpdir(), 'casewright-faults-'))
  stage.clock.set(now)
  await furnish()
})
after(async () => {
  await kill()
  await stage.close()
  await rm(directory, { recursive: true })
})

async function furnish(): Promise<void> {
  for (let at = 0; at < people; at += 1) await stage.person(`person${at}`, 'case worker', 'CUSTREL')
  await stage.rows(
    `insert into cases (organisation_id, case_id, case_type_id, case_type_version, label, status, team_id,
       assigned_user_id, received_at, received_on, created_at, created_by, updated_at)
     select c.organisation_id, 800000 + n, c.case_type_id, c.case_type_version, c.label, c.status, c.team_id,
       (select user_id from users where organisation_id = $1 and user_name = 'person' || n % $3),
       c.received_at, c.received_on, c.created_at, c.created_by, c.updated_at
     from cases c, generate_series(1, $2::int) as n
     where c.organisation_id = $1 and c.case_id = 700122`,
    cases,
    people,
  )
  await stage.rows(
    `insert into case_deadlines (organisation_id, case_id, track, stage, code, state, rule, rule_version,
       counted_from, due_on, next_reminder_at, computed_at)
     select organisation_id, case_id, 'main', 'stage-1', 'answer', 'running', 'target', '1', '2024-06-03',
       '2024-06-24', '2024-06-14', $2 from cases where organisation_id = $1 and case_id > 800000`,
    now,
  )
}

async function work(): Promise<void> {
  const given: ChildWork = {
    address: stage.test.address,
    directory,
    now,
    smtpUrl: stage.mail.url,
  }
  worker = spawn(process.execPath, [program, JSON.stringify(given)], { stdio: 'inherit' })
  await stage.test.sql(`select graphile_worker.add_job('sendreminders', '{}'::json)`)
}

async function kill(): Promise<void> {
  if (!worker) return
  const gone = once(worker, 'close')
  if (worker.exitCode === null && worker.signalCode === null) {
    worker.kill('SIGKILL')
    await gone
  }
  worker = undefined
}

const count = async (sql: string): Promise<number> =>
  Number((await stage.rows(`select count(*) from ${sql} organisation_id = $1`))[0]?.['count'])
const noticed = () => count('notices where')

/** Kills the worker while its transaction waits, amid its writing, for somebody whom another holds. */
async function killAmidBatch(): Promise<void> {
  const holder = new pg.Client(stage.test.owner)
  await holder.connect()
  try {
    await holder.query(`begin; select from users where user_name = 'person30' for update`)
    await work()
    await until(async () => {
      const waiting = await stage.test.sql(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return waiting.length > 0
    }, 'the worker waits amid a batch')
    await kill()
  } finally {
    await holder.end()
  }
}

async function killWhen(isSo: () => Promise<boolean> | boolean, what: string): Promise<void> {
  await work()
  await until(isSo, what)
  await kill()
}

test('a worker killed amid two hundred reminders sends nothing twice and forgets nothing', async () => {
  await killAmidBatch()
  assert.ok((await noticed()) < cases, 'it was killed in the middle')
  await killWhen(async () => (await noticed()) > 0, 'some are noticed')
  for (const letters of [5, 15, 25])
    await killWhen(() => stage.mail.received.length >= letters, `${letters} letters have come`)
  await work()
  await until(
    async () =>
      (await noticed()) === cases &&
      (await count(`mails where state in ('queued', 'attempted') and`)) === 0,
    'all is done',
  )
  await kill()

  const perCase = await stage.rows(
    `select case_id, count(*)::int as times from notices where organisation_id = $1 group by case_id`,
  )
  assert.equal(perCase.length, cases)
  assert.ok(perCase.every(({ times }) => times === 1))
  assert.equal(await count('case_deadlines where reminders_given = 1 and'), cases)
  await assertMails()
})

/** Each letter came once at most, each that counts as sent has come, and no notice is without its mail. */
async function assertMails(): Promise<void> {
  const came = stage.mail.received.map(({ messageId }) => messageId)
  assert.equal(new Set(came).size, came.length)
  const mails = await stage.rows(
    `select '<' || message_id || '@demo.example>' as id, state, count(n.notice_id)::int as told
     from mails m left join notices n on n.organisation_id = m.organisation_id and n.mail_id = m.mail_id
     where m.organisation_id = $1 group by m.mail_id, m.message_id, m.state`,
  )
  const known = new Set(mails.map(({ id }) => id))
  assert.ok(came.every((id) => known.has(id)))
  for (const { id, state } of mails) {
    assert.ok(state === 'sent' || state === 'uncertain', String(state))
    if (state === 'sent') assert.ok(came.includes(String(id)))
  }
  // four letters may be on their way at a time, and it was killed amid letters four times
  assert.ok(mails.filter(({ state }) => state === 'uncertain').length <= 16)
  assert.equal(
    mails.reduce((sum, { told }) => sum + Number(told), 0),
    cases,
  )
  const texts = stage.mail.received.map(({ text }) => text).join('\n')
  assert.match(texts, /Case 800001: Full response is due on 24 June 2024\./)
}
