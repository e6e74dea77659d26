import { bool, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change } from '#platform/statement.ts'

/** Puts a case under a newer version of its type; what nothing is said of stays as it is. */
export const putUnderVersion = change({
  takes: {
    caseId: int8,
    version: int4,
    label: nullable(text),
    rating: nullable(text),
    answers: json<Readonly<Record<string, unknown>>>(),
    isPublicationLost: bool,
    statusBefore: nullable(text),
    statusAfter: nullable(text),
    stage: nullable(int4),
  },
  returns: {},
  sql: `
    update cases
    set case_type_version = :version, label = :label, rating = :rating, attributes = :answers,
      is_published = is_published and not :isPublicationLost,
      status = case when status = :statusBefore then coalesce(:statusAfter, status) else status end,
      current_stage = case when :statusAfter is null then current_stage else :stage end,
      target_on = null, target_days = null, updated_at = casewright_now(),
      changed_in = pg_current_xact_id()
    where organisation_id = :organisationId and case_id = :caseId`,
})

/** The number on the wire of a stage that a case is or was in. */
export interface NumberedStage {
  readonly track: string
  readonly code: string
  readonly number: number | null
}

/** Frees the numbers that stages have under the newer version: no two stages of a case have one at a time. */
export const freeNumbers = change({
  takes: {
    caseId: int8,
    numbers: json<readonly number[]>(),
    stages: json<readonly NumberedStage[]>(),
  },
  returns: {},
  sql: `
    update case_stages s
    set stage = null
    where s.organisation_id = :organisationId and s.case_id = :caseId
      and (:numbers @> to_jsonb(s.stage) or exists (
        select from jsonb_to_recordset(:stages) as r ("track" text, "code" text)
        where r."track" = s.track and r."code" = s.code
      ))`,
})

/** Gives the stages of a case the numbers that they have under the newer version. */
export const numberStages = change({
  takes: { caseId: int8, stages: json<readonly NumberedStage[]>() },
  returns: {},
  sql: `
    update case_stages s
    set stage = r."number"
    from jsonb_to_recordset(:stages) as r ("track" text, "code" text, "number" int)
    where s.organisation_id = :organisationId and s.case_id = :caseId and s.track = r."track"
      and s.code = r."code"`,
})
