import { bool, int8, text } from '#platform/columns.ts'
import { find } from '#platform/statement.ts'

const facts = { caseId: int8, isClosed: bool }
const byNumber = `
  select c.case_id as "caseId", c.closed_on is not null as "isClosed"
  from cases c
  where c.organisation_id = :organisationId and c.case_id = :caseId
    and (:seesConfidential or not c.is_confidential)`
// an external reference is not unique: the newest case is meant (contract 6.0.1)
const byReference = `
  select c.case_id as "caseId", c.closed_on is not null as "isClosed"
  from cases c
  where c.organisation_id = :organisationId and c.external_id = :externalId
    and (:seesConfidential or not c.is_confidential)
  order by c.case_id desc
  limit 1`

const numbered = { takes: { caseId: int8, seesConfidential: bool }, returns: facts }
const referenced = { takes: { externalId: text, seesConfidential: bool }, returns: facts }

export const findCaseByNumber = find({ ...numbered, sql: byNumber })
export const findCaseByReference = find({ ...referenced, sql: byReference })
export const lockCaseByNumber = find({ ...numbered, sql: `${byNumber} for no key update` })
export const lockCaseByReference = find({ ...referenced, sql: `${byReference} for no key update` })
