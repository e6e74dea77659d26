import { int8, nullable, text } from '#platform/columns.ts'
import { find } from '#platform/statement.ts'

/** Whom the letters of a case go to: its first customer, else the first of its people. */
export const findRecipient = find({
  takes: { caseId: int8 },
  returns: {
    name: nullable(text),
    email: nullable(text),
    address: nullable(text),
    contactMethod: nullable(text),
  },
  sql: `
    select coalesce(nullif(concat_ws(' ', p.title, p.first_name, p.surname), ''), p.name,
        p.organisation_name) as name, nullif(trim(p.email), '') as email,
      nullif(concat_ws(', ', nullif(p.address, ''), nullif(p.town, ''), nullif(p.county, ''),
        nullif(p.postcode, '')), '') as address, p.contact_method as "contactMethod"
    from case_parties cp
    join customers p
      on p.organisation_id = cp.organisation_id and p.customer_id = cp.customer_id
    where cp.organisation_id = :organisationId and cp.case_id = :caseId
    order by cp.role <> 'Customer', cp.position, cp.role
    limit 1`,
})
