import { auditEntry, auditEntryColumns } from '#domain/audit/index.ts'
import { instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'

/** For the owner only. */
export const createOrganisation = change({
  takes: { name: text, title: text, firstCaseId: int8 },
  returns: { organisationId: int4 },
  sql: `select create_organisation(:name, :title, :firstCaseId) as "organisationId"`,
})

export const listUsers = list({
  takes: {},
  returns: {
    userName: text,
    fullName: text,
    email: text,
    role: text,
    team: nullable(text),
    disabledAt: nullable(instant),
  },
  sql: `
    select u.user_name as "userName", u.full_name as "fullName", u.email, u.role, t.code as team,
      u.disabled_at as "disabledAt"
    from users u
    left join teams t on t.organisation_id = u.organisation_id and t.team_id = u.team_id
    where u.organisation_id = :organisationId
    order by lower(u.user_name)`,
})

export const listReports = list({
  takes: {},
  returns: { id: int8, name: text, source: text },
  sql: `
    select r.report_id as id, r.name, r.source
    from reports r
    where r.organisation_id = :organisationId
    order by r.report_id`,
})

/** The saved reports as they are handed in to be saved. */
export const exportReports = list({
  takes: {},
  returns: { reportId: int8, name: text, definition: json<unknown>() },
  sql: `
    select r.report_id as "reportId", r.name, r.definition
    from reports r
    where r.organisation_id = :organisationId
    order by r.report_id`,
})

/** The last entries, the oldest of them first; of one case or of all. */
export const listAuditEntries = list({
  takes: { caseId: nullable(int8), most: int4 },
  returns: auditEntry,
  sql: `
    select * from (
      select ${auditEntryColumns}
      from audit_entries e
      where e.organisation_id = :organisationId
        and (:caseId is null or e.case_id = :caseId)
      order by e.entry_id desc
      limit :most
    ) as last
    order by "entryId"`,
})
