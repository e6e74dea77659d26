import { bool, date, instant, int4, int8, nullable, text, type Row } from '#platform/columns.ts'
import { change, find, get, list } from '#platform/statement.ts'
import { telling } from '#domain/events/index.ts'

const remedyColumns = {
  caseId: int8,
  remedy: int4,
  point: nullable(int4),
  what: text,
  description: text,
  team: nullable(text),
  teamCode: nullable(text),
  person: nullable(text),
  userName: nullable(text),
  dueOn: date,
  expectedCost: nullable(int8),
  state: text,
  actualCost: nullable(int8),
  doneOn: nullable(date),
  evidence: nullable(text),
  reason: nullable(text),
  settledAt: nullable(instant),
  settledBy: nullable(text),
  version: int4,
  changedAt: instant,
  changedBy: text,
}

/** A remedy as it stands, with its owner by name; amounts in pence. */
export type Remedy = Row<typeof remedyColumns>

const columns = `
    r.case_id as "caseId", r.remedy, r.point, r.what, r.description, t.name as team,
      t.code as "teamCode", u.full_name as person, u.user_name as "userName", r.due_on as "dueOn",
      r.expected_cost as "expectedCost", r.state, r.actual_cost as "actualCost",
      r.done_on as "doneOn", r.evidence, r.reason, r.settled_at as "settledAt",
      r.settled_by as "settledBy", r.version, r.changed_at as "changedAt",
      r.changed_by as "changedBy"`
const owners = `
    left join teams t on t.organisation_id = r.organisation_id and t.team_id = r.team_id
    left join users u on u.organisation_id = r.organisation_id and u.user_id = r.user_id`
const ofCase = `
    select ${columns}
    from remedies r ${owners}
    where r.organisation_id = :organisationId and r.case_id = :caseId`

/** The remedies of a case: those that are open first, by the date they are due. */
export const listRemedies = list({
  takes: { caseId: int8 },
  returns: remedyColumns,
  sql: `${ofCase} order by r.state <> 'open', r.due_on, r.remedy`,
})

export const findRemedy = find({
  takes: { caseId: int8, remedy: int4 },
  returns: remedyColumns,
  sql: `${ofCase} and r.remedy = :remedy`,
})

/** The open remedies of all cases, what is due first first, from the one after the place that is given. */
export const listOpen = list({
  takes: { dueOn: date, caseId: int8, remedy: int4, limit: int4 },
  returns: { ...remedyColumns, isCaseClosed: bool },
  sql: `
    select ${columns}, c.closed_on is not null as "isCaseClosed"
    from remedies r
    join cases c on c.organisation_id = r.organisation_id and c.case_id = r.case_id ${owners}
    where r.organisation_id = :organisationId and r.state = 'open'
      and (r.due_on, r.case_id, r.remedy) > (:dueOn, :caseId, :remedy)
    order by r.due_on, r.case_id, r.remedy
    limit :limit`,
})

/** Says whether a case has a point of that number. */
export const findPointNumber = find({
  takes: { caseId: int8, point: int4 },
  returns: { point: int4 },
  sql: `
    select p.point
    from complaint_points p
    where p.organisation_id = :organisationId and p.case_id = :caseId and p.point = :point`,
})

/** How many remedies of a case are open. */
export const countOpenRemedies = get({
  takes: { caseId: int8 },
  returns: { openRemedies: int4 },
  sql: `
    select count(*)::int4 as "openRemedies"
    from remedies r
    where r.organisation_id = :organisationId and r.case_id = :caseId and r.state = 'open'`,
})

const plan = {
  what: text,
  description: text,
  point: nullable(int4),
  userId: nullable(int8),
  teamId: nullable(int8),
  dueOn: date,
  expectedCost: nullable(int8),
}
const author = { author: text, now: instant }
const told = `jsonb_build_object('remedy', remedy, 'what', what)`
const named = `organisation_id = :organisationId and case_id = :caseId and remedy = :remedy`
const changed = `version = version + 1, changed_at = :now, changed_by = :author`

/** Adds a remedy under the next number of its case, whose row must be locked. */
export const insertRemedy = change({
  takes: { caseId: int8, ...plan, ...author },
  returns: { remedy: int4 },
  sql: `
    with changed as (
      insert into remedies (organisation_id, case_id, remedy, point, what, description, user_id,
        team_id, due_on, expected_cost, added_at, added_by, changed_at, changed_by)
      select :organisationId, :caseId, coalesce(max(r.remedy), 0) + 1, :point, :what, :description,
        :userId, :teamId, :dueOn, :expectedCost, :now, :author, :now, :author
      from remedies r
      where r.organisation_id = :organisationId and r.case_id = :caseId
      returning remedy, what
    ), ${telling('remedyAdded', told)}
    select remedy from changed`,
})

/** Plans an open remedy anew. */
export const updateRemedy = change({
  takes: { caseId: int8, remedy: int4, ...plan, ...author },
  returns: { remedy: int4 },
  sql: `
    with changed as (
      update remedies
      set point = :point, what = :what, description = :description, user_id = :userId,
        team_id = :teamId, due_on = :dueOn, expected_cost = :expectedCost, ${changed}
      where ${named}
      returning remedy, what
    ), ${telling('remedyAmended', told)}
    select remedy from changed`,
})

/** Notes that a remedy is done: when, at what cost, and what shows it. */
export const completeRemedyOfCase = change({
  takes: {
    caseId: int8,
    remedy: int4,
    doneOn: date,
    actualCost: nullable(int8),
    evidence: text,
    ...author,
  },
  returns: { remedy: int4 },
  sql: `
    with changed as (
      update remedies
      set state = 'done', done_on = :doneOn, actual_cost = :actualCost, evidence = :evidence,
        settled_at = :now, settled_by = :author, ${changed}
      where ${named}
      returning remedy, what
    ), ${telling('remedyDone', told)}
    select remedy from changed`,
})

/** Notes that a remedy is not needed, and why. */
export const dropRemedyOfCase = change({
  takes: { caseId: int8, remedy: int4, reason: text, ...author },
  returns: { remedy: int4 },
  sql: `
    with changed as (
      update remedies
      set state = 'not needed', reason = :reason, settled_at = :now, settled_by = :author,
        ${changed}
      where ${named}
      returning remedy, what
    ), ${telling('remedyDropped', told)}
    select remedy from changed`,
})

/** Takes back that a remedy was done or not needed. */
export const reopenRemedyOfCase = change({
  takes: { caseId: int8, remedy: int4, ...author },
  returns: { remedy: int4 },
  sql: `
    with changed as (
      update remedies
      set state = 'open', done_on = null, actual_cost = null, evidence = null, reason = null,
        settled_at = null, settled_by = null, ${changed}
      where ${named}
      returning remedy, what
    ), ${telling('remedyReopened', told)}
    select remedy from changed`,
})

/** Makes the redress of a case (`TotalRedress`, contract 6.7) what was paid by its remedies. */
export const updateRedress = change({
  takes: { caseId: int8 },
  returns: {},
  sql: `
    update cases
    set total_redress = (
        select sum(r.actual_cost) / 100.0
        from remedies r
        where r.organisation_id = :organisationId and r.case_id = :caseId
          and r.what = 'payment' and r.state = 'done'
      ), updated_at = casewright_now(), changed_in = pg_current_xact_id()
    where organisation_id = :organisationId and case_id = :caseId`,
})
