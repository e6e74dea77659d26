import assert from 'node:assert/strict'
import { publishCaseType } from '#domain/case-types/index.ts'
import { jobs, nextReminder, organisationTimes } from '#domain/reminders/index.ts'
import { timetable, type World } from '#jobs/timetable.ts'
import { taskOf } from '#jobs/worker.ts'
import { openMailRoute, type MailRoute } from '#platform/mail.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { mailServer, type AtTheEnd, type MailServer } from '#test/mail-server.ts'

/** The reminders of the deadline `answer` of stage `stage-1`, as the stage's case type has them. */
export const reminders = [
  { at: { share: 50 }, to: 'owner' },
  { at: { daysBefore: 2 }, to: { team: 'LATE' }, isReassigning: true },
  { at: { share: 100 }, to: 'manager' },
]

/** The same as the program reads them. */
const readReminders = [
  { at: { share: 50 }, to: { kind: 'owner' }, isReassigning: false },
  { at: { daysBefore: 2 }, to: { kind: 'team', team: 'LATE' }, isReassigning: true },
  { at: { share: 100 }, to: { kind: 'manager' }, isReassigning: false },
] as const

/** A case type whose cases have a deadline that is reminded of. */
export const remindedType = {
  name: 'Complaint',
  label: 'Complaint',
  form: 'Complaint',
  team: 'CUSTREL',
  procedure: {
    stages: [
      {
        code: 'stage-1',
        name: 'Investigation',
        deadlines: [{ code: 'answer', name: 'Full response', target: { days: 10 }, reminders }],
        outcomes: [{ code: 'answered', leadsTo: 'closure' }],
      },
    ],
  },
}

/** The fixture with people, a mail server, and a case type with reminders. */
export interface ReminderStage extends Fixture {
  readonly mail: MailServer
  readonly route: MailRoute
  /** Rows of a statement of which `$1` is the organisation. */
  rows(sql: string, ...values: readonly unknown[]): Promise<Record<string, unknown>[]>
  person(name: string, role: string, team: string | null): Promise<number>
  /** Puts a deadline on a case and has its first reminder found, as the clock does. */
  deadline(caseId: number, days: { readonly from: string; readonly due: string }): Promise<void>
  /** Does what is on the timetable under a name; without mail where that is said. */
  tick(name: 'sendreminders' | 'senddigests', isMailed?: boolean): Promise<void>
  /** Runs every mail job that is due; gives what failed. */
  post(): Promise<readonly string[]>
}

/** Builds the stage in a database of its own; it is Monday, 16 March 2026, ten o'clock. */
export async function reminderStage(atTheEnd?: AtTheEnd): Promise<ReminderStage> {
  const stage = await fixture()
  stage.clock.set('2026-03-16T10:00:00Z')
  const mail = await mailServer(atTheEnd)
  const from = { name: 'Casework', address: 'cases@demo.example' }
  const siteAddress = 'https://cases.example.org'
  const route = openMailRoute({ url: mail.url, from, siteAddress })
  const { organisationId, test, clock } = stage
  const rows: ReminderStage['rows'] = (sql, ...values) => test.sql(sql, [organisationId, ...values])
  await furnish(stage, rows)
  const outside = stage.door.outside
  const world: World = { database: test.database, clock, outside: { ...outside, mail: route } }
  return Object.freeze<ReminderStage>({
    ...stage,
    mail,
    route,
    rows,
    person: async (name, role, team) => {
      const [made] = await rows(
        `insert into users (organisation_id, user_name, full_name, email, role, team_id)
         select $1, $2::text, $2, $2 || '@demo.example', $3,
           (select team_id from teams where organisation_id = $1 and code = $4) returning user_id`,
        name,
        role,
        team,
      )
      return Number(made?.['user_id'])
    },
    deadline: (caseId, days) => putDeadline(stage, rows, { caseId, ...days }),
    async tick(name, isMailed = true) {
      const timed = timetable.find((each) => each.name === name)
      assert.ok(timed)
      await timed.work(isMailed ? world : { ...world, outside })
    },
    post: () => postMails(stage, world),
    async close() {
      route.close()
      await mail.close()
      await stage.close()
    },
  })
}

async function furnish(stage: Fixture, rows: ReminderStage['rows']): Promise<void> {
  await rows(`insert into teams (organisation_id, code, name) values ($1, 'LATE', 'Late cases')`)
  const published = await stage.test.database.write(stage.organisationId, (db) =>
    publishCaseType(db, remindedType, stage.clock.now()),
  )
  assert.ok('caseType' in published, JSON.stringify(published))
  await rows(
    `update cases set case_type_version = $2 where organisation_id = $1`,
    published.caseType.version,
  )
}

async function putDeadline(
  { test, organisationId, clock }: Fixture,
  rows: ReminderStage['rows'],
  { caseId, from, due }: { caseId: number; from: string; due: string },
): Promise<void> {
  const times = await test.database.read(organisationId, organisationTimes)
  const next = nextReminder(
    { countedFrom: from, dueOn: due, dueAt: null, reminders: readReminders },
    0,
    times,
  )
  await rows(
    `insert into case_deadlines (organisation_id, case_id, track, stage, code, state, rule,
       rule_version, is_target, counted_from, due_on, next_reminder_at, computed_at)
     values ($1, $2, 'main', 'stage-1', 'answer', 'running', 'target', '1', true, $3, $4, $5, $6)
     on conflict (organisation_id, case_id, track, stage, code) do update
       set due_on = excluded.due_on, next_reminder_at = excluded.next_reminder_at, reminders_given = 0`,
    caseId,
    from,
    due,
    next?.at,
    clock.now(),
  )
}

/** Runs every mail job that is due; gives what failed. */
export async function postMails(
  { test, clock }: Pick<Fixture, 'test' | 'clock'>,
  world: World,
): Promise<readonly string[]> {
  const due = await test.sql(
    `select j.id, t.identifier, j.payload from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'sendmail' and j.run_at <= $1 order by j.id`,
    [clock.now()],
  )
  const failed: string[] = []
  for (const { id, identifier, payload } of due) {
    const each = jobs.find(({ name }) => name === identifier)
    assert.ok(each)
    try {
      await taskOf(each, world).run(payload, new AbortController().signal)
      await test.sql('delete from graphile_worker._private_jobs where id = $1', [id])
    } catch (error) {
      failed.push((error as Error).message)
    }
  }
  return failed
}
