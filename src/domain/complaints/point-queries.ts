import { telling, type EventKind } from '#domain/events/index.ts'
import { bool, instant, int4, int8, nullable, text, type Row } from '#platform/columns.ts'
import { change, find, get, list } from '#platform/statement.ts'

const pointColumns = {
  point: int4,
  description: text,
  service: nullable(text),
  evidence: nullable(text),
  finding: nullable(text),
  reasons: nullable(text),
  stage: nullable(int4),
  addedAt: instant,
  addedBy: text,
  answeredStage: nullable(int4),
  answeredAt: nullable(instant),
  answeredBy: nullable(text),
  version: int4,
  changedAt: instant,
  changedBy: text,
  isExcluded: bool,
}

/** A point of complaint as it stands. */
export type Point = Row<typeof pointColumns>

const isExcluded = `
      exists (
        select from exclusions e
        where e.organisation_id = p.organisation_id and e.case_id = p.case_id
          and e.point = p.point
      ) as "isExcluded"`

const selected = `
    select p.point, p.description, p.service, p.evidence, p.finding, p.reasons, p.stage,
      p.added_at as "addedAt", p.added_by as "addedBy", p.answered_stage as "answeredStage",
      p.answered_at as "answeredAt", p.answered_by as "answeredBy", p.version,
      p.changed_at as "changedAt", p.changed_by as "changedBy", ${isExcluded}
    from complaint_points p
    where p.organisation_id = :organisationId and p.case_id = :caseId`

/** The points of a case, in the order of their numbers. */
export const listPoints = list({
  takes: { caseId: int8 },
  returns: pointColumns,
  sql: `${selected} order by p.point`,
})

export const findPoint = find({
  takes: { caseId: int8, point: int4 },
  returns: pointColumns,
  sql: `${selected} and p.point = :point`,
})

/** Every answer that the points of a case were given, oldest first. */
export const listAnswers = list({
  takes: { caseId: int8 },
  returns: {
    point: int4,
    stage: nullable(int4),
    finding: text,
    reasons: text,
    answeredAt: instant,
    answeredBy: text,
  },
  sql: `
    select a.point, a.stage, a.finding, a.reasons, a.answered_at as "answeredAt",
      a.answered_by as "answeredBy"
    from point_answers a
    where a.organisation_id = :organisationId and a.case_id = :caseId
    order by a.point_answer_id`,
})

/**
 * The numbered stage (contract 6.7) that a complaint is in or was in last, and whether what is complained of is
 * settled: stage 1 is over, and there is a point of a stage that is. Where stage 1 answered without points, the
 * next one can still say what they are.
 */
export const getStanding = get({
  takes: { caseId: int8 },
  returns: { stage: nullable(int4), isSettled: bool },
  sql: `
    select (
        select s.stage
        from case_stages s
        where s.organisation_id = :organisationId and s.case_id = :caseId and s.track = 'main'
          and s.stage is not null
        order by s.ended_at is null desc, s.stage desc
        limit 1
      ) as stage, exists (
        select from case_stages s
        where s.organisation_id = :organisationId and s.case_id = :caseId and s.track = 'main'
          and s.stage = 1 and s.ended_at is not null
      ) and exists (
        select from complaint_points p
        where p.organisation_id = :organisationId and p.case_id = :caseId
          and not exists (
            select from case_stages s
            where s.organisation_id = p.organisation_id and s.case_id = p.case_id
              and s.track = 'main' and s.stage = p.stage and s.ended_at is null
          )
      ) as "isSettled"`,
})

const author = { author: text, now: instant }

/** Adds a point under the next number of its case, whose row must be locked. */
export const insertPoint = change({
  takes: {
    caseId: int8,
    description: text,
    service: nullable(text),
    stage: nullable(int4),
    ...author,
  },
  returns: { point: int4 },
  sql: `
    with changed as (
      insert into complaint_points (organisation_id, case_id, point, description, service, stage,
        added_at, added_by, changed_at, changed_by)
      select :organisationId, :caseId, coalesce(max(p.point), 0) + 1, :description, :service, :stage,
        :now, :author, :now, :author
      from complaint_points p
      where p.organisation_id = :organisationId and p.case_id = :caseId
      returning point
    ), ${telling('pointAdded', `jsonb_build_object('point', point)`)}
    select point from changed`,
})

/** Says anew what a point is about. */
export const updatePoint = change({
  takes: { caseId: int8, point: int4, description: text, service: nullable(text), ...author },
  returns: { point: int4 },
  sql: `
    with changed as (
      update complaint_points
      set description = :description, service = :service, version = version + 1,
        changed_at = :now, changed_by = :author
      where organisation_id = :organisationId and case_id = :caseId and point = :point
      returning point
    ), ${telling('pointAmended', `jsonb_build_object('point', point)`)}
    select point from changed`,
})

const settling = (kind: EventKind) => ({
  takes: {
    caseId: int8,
    point: int4,
    service: nullable(text),
    evidence: nullable(text),
    finding: text,
    reasons: text,
    stage: nullable(int4),
    authorId: nullable(int8),
    ...author,
  },
  returns: { point: int4 },
  sql: `
    with changed as (
      update complaint_points
      set service = :service, evidence = :evidence, finding = :finding, reasons = :reasons,
        answered_stage = :stage, answered_at = :now, answered_by = :author,
        version = version + 1, changed_at = :now, changed_by = :author
      where organisation_id = :organisationId and case_id = :caseId and point = :point
      returning point
    ), kept as (
      insert into point_answers (organisation_id, case_id, point, stage, service, evidence, finding,
        reasons, answered_at, answered_by, answered_by_id)
      select :organisationId, :caseId, point, :stage, :service, :evidence, :finding, :reasons, :now,
        :author, :authorId
      from changed
    ), ${telling(kind, `jsonb_build_object('point', point, 'finding', :finding)`)}
    select point from changed`,
})

/** Answers a point; the answer is kept beside those that it had before. */
export const answerPointOfCase = change(settling('pointAnswered'))
/** Notes, as its finding, that a point was withdrawn. */
export const withdrawPointOfCase = change(settling('pointWithdrawn'))

/** What the answers of a case's points are, without their texts. */
export const listStandings = list({
  takes: { caseId: int8 },
  returns: { finding: nullable(text), answeredStage: nullable(int4), isExcluded: bool },
  sql: `
    select p.finding, p.answered_stage as "answeredStage", ${isExcluded}
    from complaint_points p
    where p.organisation_id = :organisationId and p.case_id = :caseId`,
})
