import { bool, date, instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'
import { barredFrom, readersOf } from '#domain/access/index.ts'

const member = {
  userId: int8,
  userName: text,
  fullName: text,
  email: text,
  jobTitle: nullable(text),
  role: text,
  teamCode: nullable(text),
  disabledAt: nullable(instant),
}
const memberColumns = `
  u.user_id as "userId", u.user_name as "userName", u.full_name as "fullName", u.email,
  u.job_title as "jobTitle", u.role, t.code as "teamCode", u.disabled_at as "disabledAt"`

/** Everybody, those who are disabled too: their open cases and tasks, and until when they are away. */
export const listMembers = list({
  takes: { today: date },
  returns: {
    ...member,
    team: nullable(text),
    openCases: int4,
    openTasks: int4,
    awayUntil: nullable(date),
    factors: int4,
  },
  sql: `
    select ${memberColumns}, t.name as team, (
        select count(*) from cases c
        where c.organisation_id = u.organisation_id and c.assigned_user_id = u.user_id
          and c.closed_on is null
      )::int4 as "openCases", (
        select count(*) from tasks k
        where k.organisation_id = u.organisation_id and k.assigned_user_id = u.user_id
          and k.completed_at is null
      )::int4 as "openTasks", a.until_on as "awayUntil", ((
        select count(*) from authenticator_apps p
        where p.organisation_id = u.organisation_id and p.user_id = u.user_id
      ) + (
        select count(*) from passkeys p
        where p.organisation_id = u.organisation_id and p.user_id = u.user_id
      ))::int4 as factors
    from users u
    left join teams t on t.organisation_id = u.organisation_id and t.team_id = u.team_id
    left join absences a on a.organisation_id = u.organisation_id and a.user_id = u.user_id
      and :today between a.from_on and a.until_on
    where u.organisation_id = :organisationId
    order by u.full_name, u.user_name`,
})

/** Somebody by user name, kept from others' changes until the transaction ends. */
export const findMember = find({
  takes: { userName: text },
  returns: member,
  sql: `
    select ${memberColumns}
    from users u
    left join teams t on t.organisation_id = u.organisation_id and t.team_id = u.team_id
    where u.organisation_id = :organisationId and lower(u.user_name) = lower(trim(:userName))
    for no key update of u`,
})

/** Changes what is known of somebody; no row where there is no such team. */
export const updateMember = change({
  takes: {
    userId: int8,
    fullName: text,
    email: text,
    jobTitle: nullable(text),
    role: text,
    teamCode: nullable(text),
  },
  returns: { userId: int8, teamCode: nullable(text) },
  sql: `
    with own as (
      select t.team_id, t.code, t.department
      from teams t
      where t.organisation_id = :organisationId and lower(t.code) = lower(trim(:teamCode))
        and t.succeeded_by is null
    )
    update users u
    set full_name = :fullName, email = :email, job_title = :jobTitle, role = :role,
      team_id = (select team_id from own),
      department = case when :teamCode is null then u.department
        else (select department from own) end
    where u.organisation_id = :organisationId and u.user_id = :userId
      and (:teamCode is null or exists (select from own))
    returning u.user_id as "userId", (select code from own) as "teamCode"`,
})

const secrecy = {
  isConfidential: bool,
  readers: json<readonly number[]>(),
  barred: json<readonly number[]>(),
}
const secrecyColumns = `
  c.is_confidential as "isConfidential", ${readersOf('c')} as readers, ${barredFrom('c')} as barred`

/** The open cases of somebody, kept from others' changes, and who may know of each. */
export const listLoadOfCases = list({
  takes: { userId: int8 },
  returns: { caseId: int8, teamId: nullable(int8), ...secrecy },
  sql: `
    select c.case_id as "caseId", c.team_id as "teamId", ${secrecyColumns}
    from cases c
    where c.organisation_id = :organisationId and c.assigned_user_id = :userId
      and c.closed_on is null
    order by c.case_id
    for no key update of c`,
})

/** The open tasks of somebody, and who may know of the case of each. */
export const listLoadOfTasks = list({
  takes: { userId: int8 },
  returns: { caseId: int8, taskNumber: int8, teamId: nullable(int8), ...secrecy },
  sql: `
    select k.case_id as "caseId", k.task_id as "taskNumber", k.team_id as "teamId",
      ${secrecyColumns}
    from tasks k
    join cases c on c.organisation_id = k.organisation_id and c.case_id = k.case_id
    where k.organisation_id = :organisationId and k.assigned_user_id = :userId
      and k.completed_at is null
    order by k.case_id, k.task_id`,
})
