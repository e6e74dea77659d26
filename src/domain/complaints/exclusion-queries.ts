import { telling } from '#domain/events/index.ts'
import { bool, date, instant, int4, int8, nullable, text } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'

const author = { author: text, now: instant }

/** Why a complaint, or a point of it, was not taken on; oldest first. */
export const listExclusions = list({
  takes: { caseId: int8 },
  returns: {
    exclusionId: int8,
    point: nullable(int4),
    reason: text,
    explanation: text,
    toldOn: date,
    isOmbudsmanGiven: bool,
    recordedAt: instant,
    recordedBy: text,
  },
  sql: `
    select e.exclusion_id as "exclusionId", e.point, e.reason, e.explanation,
      e.told_on as "toldOn", e.is_ombudsman_given as "isOmbudsmanGiven",
      e.recorded_at as "recordedAt", e.recorded_by as "recordedBy"
    from exclusions e
    where e.organisation_id = :organisationId and e.case_id = :caseId
    order by e.exclusion_id`,
})

export const insertExclusion = change({
  takes: {
    caseId: int8,
    point: nullable(int4),
    reason: text,
    explanation: text,
    toldOn: date,
    isOmbudsmanGiven: bool,
    ...author,
  },
  returns: { exclusionId: int8 },
  sql: `
    with changed as (
      insert into exclusions (organisation_id, case_id, point, reason, explanation, told_on,
        is_ombudsman_given, recorded_at, recorded_by)
      values (:organisationId, :caseId, :point, :reason, :explanation, :toldOn, :isOmbudsmanGiven,
        :now, :author)
      returning exclusion_id, point
    ), ${telling('complaintRefused', `jsonb_strip_nulls(jsonb_build_object('exclusionId', exclusion_id, 'point', point))`)}
    select exclusion_id as "exclusionId" from changed`,
})
