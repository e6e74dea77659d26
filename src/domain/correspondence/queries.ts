import { bool, instant, int8, nullable, text } from '#platform/columns.ts'
import { find, list } from '#platform/statement.ts'

const item = {
  correspondenceId: int8,
  caseId: int8,
  name: text,
  channel: text,
  subject: nullable(text),
  body: text,
  author: text,
  processedAt: instant,
}
const selected = `
  select c.correspondence_id as "correspondenceId", c.case_id as "caseId", c.name, c.channel,
    c.subject, c.body, c.author, c.processed_at as "processedAt"
  from correspondence c
  where c.organisation_id = :organisationId`

/** A piece of correspondence by its number, and the case it belongs to. */
export const findCorrespondence = find({
  takes: { correspondenceId: int8 },
  returns: item,
  sql: `${selected} and c.correspondence_id = :correspondenceId`,
})

/** Of a case's correspondence of one template, in any letter case, the one processed last. */
export const findLatestOfType = find({
  takes: { caseId: int8, code: text },
  returns: item,
  sql: `
    ${selected} and c.case_id = :caseId and lower(c.code) = lower(:code)
    order by c.processed_at desc, c.correspondence_id desc
    limit 1`,
})

/** A case's correspondence without its text; all of it, or what is released to the customer. */
export const listCorrespondence = list({
  takes: { caseId: int8, isSelfServiceOnly: bool },
  returns: {
    correspondenceId: int8,
    code: text,
    name: text,
    channel: text,
    author: text,
    processedAt: instant,
  },
  sql: `
    select c.correspondence_id as "correspondenceId", c.code, c.name, c.channel, c.author,
      c.processed_at as "processedAt"
    from correspondence c
    where c.organisation_id = :organisationId and c.case_id = :caseId
      and (c.is_self_service or not :isSelfServiceOnly)
    order by c.correspondence_id`,
})
