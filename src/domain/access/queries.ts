import { bool, int8, json, text, textArray } from '#platform/columns.ts'
import { find, get, list } from '#platform/statement.ts'

/** SQL: the numbers of those who may know of a confidential case by name, its owner among them. */
export function readersOf(alias: string): string {
  return `(
      select coalesce(jsonb_agg(n.user_id), '[]')
      from (
        select r.user_id
        from case_readers r
        where r.organisation_id = ${alias}.organisation_id and r.case_id = ${alias}.case_id
          and (r.until_at is null or r.until_at > casewright_now())
        union
        select ${alias}.assigned_user_id where ${alias}.assigned_user_id is not null
      ) n)`
}

/** SQL: the numbers of those who are barred from a case. */
export function barredFrom(alias: string): string {
  return `(
      select coalesce(jsonb_agg(b.user_id), '[]')
      from case_bars b
      where b.organisation_id = ${alias}.organisation_id and b.case_id = ${alias}.case_id)`
}

const facts = { caseId: int8, isClosed: bool }
const byNumber = `
  select c.case_id as "caseId", c.closed_on is not null as "isClosed"
  from cases c
  where c.organisation_id = :organisationId and c.case_id = :caseId`
// an external reference is not unique: the newest case is meant (contract 6.0.1)
const byReference = `
  select c.case_id as "caseId", c.closed_on is not null as "isClosed"
  from cases c
  where c.organisation_id = :organisationId and c.external_id = :externalId
  order by c.case_id desc
  limit 1`

const numbered = { takes: { caseId: int8 }, returns: facts }
const referenced = { takes: { externalId: text }, returns: facts }

export const findCaseByNumber = find({ ...numbered, sql: byNumber })
export const findCaseByReference = find({ ...referenced, sql: byReference })
export const lockCaseByNumber = find({ ...numbered, sql: `${byNumber} for no key update` })
export const lockCaseByReference = find({ ...referenced, sql: `${byReference} for no key update` })

/** From here on the transaction meets only what somebody may know of. */
export const readAs = list({
  takes: { userId: int8, seesConfidential: bool },
  returns: {},
  sql: `
    select
    where set_config('casewright.reader', :userId::text, true) is null
      or set_config('casewright.sees_confidential',
        case when :seesConfidential then 'on' else 'off' end, true) is null`,
})

/** Who may know of a case beside those who may know of all, and who may not. */
export const getSecrecy = get({
  takes: { caseId: int8 },
  returns: {
    isConfidential: bool,
    readers: json<readonly number[]>(),
    barred: json<readonly number[]>(),
  },
  sql: `
    select c.is_confidential as "isConfidential", ${readersOf('c')} as readers,
      ${barredFrom('c')} as barred
    from cases c
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})

/** The roles that the organisation has made or changed. */
export const listSavedRoles = list({
  takes: {},
  returns: { name: text, permissions: textArray },
  sql: `
    select r.name, r.permissions
    from roles r
    where r.organisation_id = :organisationId
    order by lower(r.name)`,
})

/** The roles that people have in teams. */
export const listMemberships = list({
  takes: {},
  returns: { userId: int8, role: text },
  sql: `
    select m.user_id as "userId", m.role
    from team_members m
    where m.organisation_id = :organisationId
    order by m.user_id, m.team_id`,
})
