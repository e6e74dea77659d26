import { mainPartySelected } from '#domain/customers/index.ts'
import { bool, date, int4, int8, nullable, text } from '#platform/columns.ts'

/** What a list says of each case; `c` is the case. */
export const caseColumns = {
  caseTypeId: int8,
  version: int4,
  label: nullable(text),
  status: text,
  rating: nullable(text),
  isConfidential: bool,
  receivedOn: date,
  mainParty: nullable(text),
  team: nullable(text),
  owner: nullable(text),
  calendar: nullable(text),
  isStopped: bool,
} as const

/** The same in SQL, with the joins that it needs. */
export const caseSelected = `c.case_type_id as "caseTypeId", c.case_type_version as version, c.label,
      c.status, c.rating, c.is_confidential as "isConfidential", c.received_on as "receivedOn", ${mainPartySelected} as "mainParty", m.name as team, o.full_name as owner, (
        select d.calendar
        from case_deadlines d
        where d.organisation_id = c.organisation_id and d.case_id = c.case_id and d.is_target
          and d.state = 'running'
        order by d.due_on nulls last
        limit 1
      ) as calendar, exists (
        select from case_deadlines d
        where d.organisation_id = c.organisation_id and d.case_id = c.case_id and d.is_target
          and d.state = 'stopped'
      ) as "isStopped"`
export const caseJoined = `
    left join teams m on m.organisation_id = c.organisation_id and m.team_id = c.team_id
    left join users o on o.organisation_id = c.organisation_id and o.user_id = c.assigned_user_id`
