import { telling } from '#domain/events/index.ts'
import { bool, instant, int4, int8, json, nullable, text, type Row } from '#platform/columns.ts'
import { change, find, get, list } from '#platform/statement.ts'
import { isPast } from './clearance-queries.ts'

const answerColumns = {
  answer: int4,
  title: text,
  version: int4,
  isDropped: bool,
  droppedBy: nullable(text),
  droppedReason: nullable(text),
  /** Everybody who wrote a version of it. */
  authors: json<readonly number[]>(),
}

/** An answer without its texts. */
export type Answer = Row<typeof answerColumns>

const selected = `
    select a.answer, a.title, a.version, a.dropped_at is not null as "isDropped",
      a.dropped_by as "droppedBy", a.dropped_reason as "droppedReason", (
        select coalesce(jsonb_agg(distinct v.author_id), '[]')
        from answer_versions v
        where v.organisation_id = a.organisation_id and v.case_id = a.case_id
          and v.answer = a.answer and v.author_id is not null
      ) as authors
    from answers a
    where a.organisation_id = :organisationId and a.case_id = :caseId`

/** The answers of a case, in the order of their numbers. */
export const listAnswers = list({
  takes: { caseId: int8 },
  returns: answerColumns,
  sql: `${selected} order by a.answer`,
})

export const findAnswer = find({
  takes: { caseId: int8, answer: int4 },
  returns: answerColumns,
  sql: `${selected} and a.answer = :answer`,
})

/** Every version of every answer of a case, newest first. */
export const listVersions = list({
  takes: { caseId: int8 },
  returns: { answer: int4, version: int4, body: text, author: text, writtenAt: instant },
  sql: `
    select v.answer, v.version, v.body, v.author, v.written_at as "writtenAt"
    from answer_versions v
    where v.organisation_id = :organisationId and v.case_id = :caseId
    order by v.answer, v.version desc`,
})

/**
 * The answers that are to be sent as they read now, and whether each is cleared as it reads. What was cleared before
 * the case was opened again has been sent, unless it is being cleared once more.
 */
export const listAnswersToSend = list({
  takes: { caseId: int8 },
  returns: { title: text, body: text, isCleared: bool },
  sql: `
    select a.title, v.body, coalesce(s.is_given, false) as "isCleared"
    from answers a
    join answer_versions v on v.organisation_id = a.organisation_id and v.case_id = a.case_id
      and v.answer = a.answer and v.version = a.version
    cross join lateral (
      select bool_or(c.state = 'given' and not ${isPast}) as is_given,
        (array_agg(c.state = 'given' and ${isPast} order by c.clearance_id desc)
          filter (where c.state <> 'withdrawn'))[1] as was_given
      from clearances c
      where c.organisation_id = a.organisation_id and c.case_id = a.case_id
        and c.answer = a.answer and c.version = a.version
    ) s
    where a.organisation_id = :organisationId and a.case_id = :caseId and a.dropped_at is null
      and s.was_given is not true
    order by a.answer`,
})

/** The version of the case type whose chains a case can take, and who has the case. */
export const getTypeOfCase = get({
  takes: { caseId: int8 },
  returns: { caseTypeId: int8, version: int4, holderId: nullable(int8) },
  sql: `
    select c.case_type_id as "caseTypeId", c.case_type_version as version,
      c.assigned_user_id as "holderId"
    from cases c
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})

const author = { author: text, now: instant }
const wording = { title: text, body: text, authorId: nullable(int8), ...author }
const told = `jsonb_build_object('answer', answer, 'version', version)`

/** Adds an answer under the next number of its case, whose row must be locked. */
export const insertAnswer = change({
  takes: { caseId: int8, ...wording },
  returns: { answer: int4 },
  sql: `
    with changed as (
      insert into answers (organisation_id, case_id, answer, title)
      select :organisationId, :caseId, coalesce(max(a.answer), 0) + 1, :title
      from answers a
      where a.organisation_id = :organisationId and a.case_id = :caseId
      returning answer, version
    ), written as (
      insert into answer_versions
        (organisation_id, case_id, answer, version, body, author, author_id, written_at)
      select :organisationId, :caseId, answer, version, :body, :author, :authorId, :now
      from changed
    ), ${telling('answerDrafted', told)}
    select answer from changed`,
})

/** Writes the next version of an answer; the earlier ones stay. */
export const insertVersion = change({
  takes: { caseId: int8, answer: int4, ...wording },
  returns: { version: int4 },
  sql: `
    with changed as (
      update answers set title = :title, version = version + 1
      where organisation_id = :organisationId and case_id = :caseId and answer = :answer
      returning answer, version
    ), written as (
      insert into answer_versions
        (organisation_id, case_id, answer, version, body, author, author_id, written_at)
      select :organisationId, :caseId, answer, version, :body, :author, :authorId, :now
      from changed
    ), ${telling('answerAmended', told)}
    select version from changed`,
})

/** Notes that an answer will not be sent. */
export const dropAnswerOfCase = change({
  takes: { caseId: int8, answer: int4, reason: text, ...author },
  returns: { answer: int4 },
  sql: `
    with changed as (
      update answers set dropped_at = :now, dropped_by = :author, dropped_reason = :reason
      where organisation_id = :organisationId and case_id = :caseId and answer = :answer
      returning answer, version
    ), ${telling('answerDropped', told)}
    select answer from changed`,
})
