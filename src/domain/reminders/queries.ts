import { barredFrom, readersOf } from '#domain/access/index.ts'
import { bool, date, instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'

/**
 * Deadlines of which a reminder is due, the longest due first, locked with their cases; those that somebody
 * works on are left for the next time.
 */
export const takeRemindedDeadlines = change({
  takes: { now: instant, most: int4 },
  returns: {
    caseId: int8,
    track: text,
    stage: text,
    code: text,
    isOpen: bool,
    countedFrom: nullable(date),
    dueOn: nullable(date),
    dueAt: nullable(instant),
    given: int4,
    caseTypeId: int8,
    version: int4,
    isConfidential: bool,
    readers: json<readonly number[]>(),
    barred: json<readonly number[]>(),
    teamId: nullable(int8),
    ownerId: nullable(int8),
  },
  sql: `
    select d.case_id as "caseId", d.track, d.stage, d.code,
      d.state = 'running' and c.closed_on is null as "isOpen", d.counted_from as "countedFrom",
      d.due_on as "dueOn", d.due_at as "dueAt", d.reminders_given as given,
      c.case_type_id as "caseTypeId", c.case_type_version as version,
      c.is_confidential as "isConfidential", ${readersOf('c')} as readers,
      ${barredFrom('c')} as barred, c.team_id as "teamId", c.assigned_user_id as "ownerId"
    from case_deadlines d
    join cases c on c.organisation_id = d.organisation_id and c.case_id = d.case_id
    where d.organisation_id = :organisationId and d.next_reminder_at <= :now
    order by d.next_reminder_at, d.case_id, d.track, d.stage, d.code
    limit :most
    for no key update of c, d skip locked`,
})

/** A notice to be given to somebody. */
export interface NewNotice {
  readonly userId: number
  readonly caseId: number
  readonly kind: 'reminder' | 'escalation'
  readonly track: string
  readonly stage: string
  readonly code: string
  readonly reminder: number
  readonly dueOn: string
  readonly particulars: Readonly<Record<string, unknown>>
}

/** How far a deadline's reminders have come. */
export interface RemindersProgress {
  readonly caseId: number
  readonly track: string
  readonly stage: string
  readonly code: string
  readonly given: number
  readonly nextAt: Date | null
}

/** A case that goes to a team's queue, or to a person, because a deadline asks for it. */
export interface Escalation {
  readonly caseId: number
  readonly deadline: string
  readonly teamId: number | null
  readonly userId: number | null
}

/**
 * Gives notices, notes how far the reminders have come, and moves the work that is to be moved: all or nothing.
 * Of a notice that was given before nothing comes. Mails that must be sent for it come back.
 */
export const giveNotices = change({
  takes: {
    notices: json<readonly NewNotice[]>(),
    progress: json<readonly RemindersProgress[]>(),
    escalations: json<readonly Escalation[]>(),
    isMailed: bool,
    now: instant,
  },
  returns: { mailId: int8 },
  sql: `
    with wanted as (
      select * from jsonb_to_recordset(:notices) as n ("userId" bigint, "caseId" bigint, kind text,
        track text, stage text, code text, reminder int, "dueOn" date, particulars jsonb)
    ), fresh as (
      select * from wanted w
      where not exists (
        select from notices n
        where n.organisation_id = :organisationId and n.case_id = w."caseId" and n.track = w.track
          and n.stage = w.stage and n.code = w.code and n.reminder = w.reminder
          and n.due_on = w."dueOn" and n.user_id = w."userId"
          and n.kind in ('reminder', 'escalation')
      )
    ), mailed as (
      insert into mails (organisation_id, user_id, kind, queued_at)
      select :organisationId, f."userId", 'notices', :now
      from (select distinct "userId" from fresh where :isMailed order by 1) as f
      on conflict (organisation_id, user_id)
        where kind = 'notices' and state = 'queued' and attempted_at is null
        do update set user_id = excluded.user_id
      returning mail_id, user_id, xmax::text = '0' as is_new
    ), given as (
      insert into notices (organisation_id, user_id, case_id, kind, track, stage, code, reminder,
        due_on, particulars, mail_id, created_at)
      select :organisationId, f."userId", f."caseId", f.kind, f.track, f.stage, f.code, f.reminder,
        f."dueOn", f.particulars, m.mail_id, :now
      from fresh f
      left join mailed m on m.user_id = f."userId"
      order by f."caseId", f."userId"
      on conflict do nothing
    ), advanced as (
      update case_deadlines d set next_reminder_at = p."nextAt", reminders_given = p.given
      from jsonb_to_recordset(:progress) as p ("caseId" bigint, track text, stage text, code text,
        given int, "nextAt" timestamptz)
      where d.organisation_id = :organisationId and d.case_id = p."caseId" and d.track = p.track
        and d.stage = p.stage and d.code = p.code
    ), moved as (
      update cases c
      set team_id = coalesce(e."teamId", c.team_id), assigned_user_id = e."userId",
        assigned_by_rule = null, assigned_at = :now,
        updated_at = casewright_now(), changed_in = pg_current_xact_id()
      from jsonb_to_recordset(:escalations) as e ("caseId" bigint, deadline text, "teamId" bigint,
        "userId" bigint)
      where c.organisation_id = :organisationId and c.case_id = e."caseId"
      returning c.case_id, c.team_id, c.assigned_user_id, e.deadline
    ), told as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, m.case_id, 'caseEscalated', jsonb_build_object('deadline', m.deadline,
        'teamId', m.team_id, 'userId', m.assigned_user_id), 'Casewright', :now
      from moved m
    )
    select m.mail_id as "mailId" from mailed m where m.is_new`,
})

/** Everybody who can sign in: their role, and the team they belong to. */
export const listStaff = list({
  takes: {},
  returns: { userId: int8, role: text, teamId: nullable(int8) },
  sql: `
    select u.user_id as "userId", u.role, u.team_id as "teamId"
    from users u
    where u.organisation_id = :organisationId and u.disabled_at is null
    order by u.user_id`,
})

/** Who manages which team. */
export const listTeamManagers = list({
  takes: {},
  returns: { teamId: int8, userId: int8 },
  sql: `
    select m.team_id as "teamId", m.user_id as "userId"
    from team_managers m
    where m.organisation_id = :organisationId`,
})

/** Who is away on a day, and who stands in, where somebody does. */
export const listAway = list({
  takes: { today: date },
  returns: { userId: int8, standInId: nullable(int8) },
  sql: `
    select a.user_id as "userId", a.stand_in_user_id as "standInId"
    from absences a
    where a.organisation_id = :organisationId and :today between a.from_on and a.until_on`,
})
