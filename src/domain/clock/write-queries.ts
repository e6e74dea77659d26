import { instant, int8, json, nullable, text } from '#platform/columns.ts'
import { change } from '#platform/statement.ts'
import type { Settlement } from './settlement.ts'

const deadlineMembers = `"caseId" bigint, "track" text, "stage" text, "code" text, "state" text,
        "rule" text, "ruleVersion" text, "calendar" text, "calendarVersion" text,
        "isTarget" boolean, "countedFrom" date, "dueOn" date, "dueAt" timestamptz,
        "derivedDueOn" date, "derivedDueAt" timestamptz, "metOn" date, "isInTime" boolean,
        "calculation" jsonb, "remindersGiven" int, "nextReminderAt" timestamptz`

/** The columns of a deadline, and the values of rows that `r` holds, which a case's number precedes. */
export const deadlineColumns = `track, stage, code, state, rule, rule_version, calendar,
        calendar_version, is_target, counted_from, due_on, due_at, derived_due_on, derived_due_at,
        met_on, is_in_time, calculation, computed_at, reminders_given, next_reminder_at`
export const deadlineValues = `r."track", r."stage", r."code", r."state", r."rule", r."ruleVersion",
        r."calendar", r."calendarVersion", r."isTarget", r."countedFrom", r."dueOn", r."dueAt",
        r."derivedDueOn", r."derivedDueAt", r."metOn", r."isInTime", r."calculation", :now,
        r."remindersGiven", r."nextReminderAt"`
/** What `jsonb_to_recordset` makes of deadlines. */
export const deadlineRecord = `r (${deadlineMembers})`

const settled =
  `state rule rule_version calendar calendar_version is_target counted_from due_on due_at
  derived_due_on derived_due_at met_on is_in_time calculation computed_at`.split(/\s+/)

// reminders may have been given since the deadline was read: where its date stays, so do they
const reminding = ['reminders_given', 'next_reminder_at']
const isUnmoved = `(held.due_on, held.due_at, held.state) is not distinct from
          (excluded.due_on, excluded.due_at, excluded.state)`

/** Writes everything that settling came to, of one case or of many. */
export const writeSettlement = change({
  takes: {
    deadlines: json<Settlement['deadlines']>(),
    dropped: json<Settlement['dropped']>(),
    stages: json<Settlement['stages']>(),
    tasks: json<Settlement['tasks']>(),
    drafts: json<Settlement['drafts']>(),
    targets: json<Settlement['targets']>(),
    moves: json<Settlement['moves']>(),
    recomputationId: nullable(int8),
    now: instant,
  },
  returns: {},
  sql: `
    with counted as (
      insert into case_deadlines as held (organisation_id, case_id, ${deadlineColumns})
      select :organisationId, r."caseId", ${deadlineValues}
      from jsonb_to_recordset(:deadlines) as ${deadlineRecord}
      on conflict (organisation_id, case_id, track, stage, code) do update
      set ${settled.map((column) => `${column} = excluded.${column}`).join(', ')},
        ${reminding.map((column) => `${column} = case when ${isUnmoved} then held.${column} else excluded.${column} end`).join(', ')}
    ), dropped as (
      update case_deadlines d
      set state = 'ended', computed_at = :now, next_reminder_at = null
      from jsonb_to_recordset(:dropped) as r
        ("caseId" bigint, "track" text, "stage" text, "code" text)
      where d.organisation_id = :organisationId and d.case_id = r."caseId"
        and d.track = r."track" and d.stage = r."stage" and d.code = r."code"
    ), stages as (
      update case_stages s
      set due_on = r."dueOn"
      from jsonb_to_recordset(:stages) as r
        ("caseId" bigint, "track" text, "stage" text, "dueOn" date)
      where s.organisation_id = :organisationId and s.case_id = r."caseId"
        and s.track = r."track" and s.code = r."stage"
    ), tasks_moved as (
      update tasks t
      set due_on = r."dueOn", updated_at = casewright_now(), changed_in = pg_current_xact_id()
      from jsonb_to_recordset(:tasks) as r ("id" bigint, "dueOn" date)
      where t.organisation_id = :organisationId and t.task_id = r."id"
    ), drafts_moved as (
      update letter_drafts l
      set due_on = r."dueOn"
      from jsonb_to_recordset(:drafts) as r ("id" bigint, "dueOn" date)
      where l.organisation_id = :organisationId and l.letter_draft_id = r."id"
    ), targets as (
      update cases c
      set target_on = r."targetOn", target_days = r."targetDays",
        updated_at = casewright_now(), changed_in = pg_current_xact_id()
      from jsonb_to_recordset(:targets) as r ("caseId" bigint, "targetOn" date, "targetDays" int)
      where c.organisation_id = :organisationId and c.case_id = r."caseId"
    )
    insert into deadline_moves (organisation_id, case_id, track, stage, code, recomputation_id,
      due_before, due_after, moved_at)
    select :organisationId, r."caseId", r."track", r."stage", r."code", :recomputationId,
      r."before", r."after", :now
    from jsonb_to_recordset(:moves) as r ("caseId" bigint, "track" text, "stage" text,
      "code" text, "before" text, "after" text)`,
})

/** Forgets the deadlines of an earlier run of a stage. */
export const forgetDeadlines = change({
  takes: { caseId: int8, track: text, stage: text },
  returns: {},
  sql: `
    delete from case_deadlines
    where organisation_id = :organisationId and case_id = :caseId and track = :track
      and stage = :stage`,
})

/** Makes the deadlines of a stage, and what happened to its clock, those of another one of its track. */
export const carryClock = change({
  takes: { caseId: int8, track: text, from: text, to: text },
  returns: {},
  sql: `
    with events as (
      update clock_events
      set stage = :to
      where organisation_id = :organisationId and case_id = :caseId and track = :track
        and stage = :from and withdrawn_at is null
    )
    update case_deadlines
    set stage = :to
    where organisation_id = :organisationId and case_id = :caseId and track = :track
      and stage = :from`,
})

/** A common table expression that drafts the letters of `:letters` for the case of `theCase (case_id)`. */
export const draftLetters = (theCase: string): string => `letters_drafted as (
      insert into letter_drafts (organisation_id, case_id, track, stage, template, name, channel,
        subject, body, due_on, due_from, created_at)
      select :organisationId, c.case_id, r."track", r."stage", l.code, l.name, l.channel,
        l.subject, l.body, r."dueOn", r."dueFrom", :now
      from ${theCase} c, jsonb_to_recordset(:letters) as r ("template" text, "track" text,
        "stage" text, "dueOn" date, "dueFrom" jsonb)
      join letter_templates l
        on l.organisation_id = :organisationId and lower(l.code) = lower(r."template")
    )`
