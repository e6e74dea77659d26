import { telling } from '#domain/events/index.ts'
import { bool, instant, int8, nullable, text } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'

const author = { author: text, now: instant }

/** What was learnt from a case, oldest first. */
export const listLessons = list({
  takes: { caseId: int8 },
  returns: {
    lessonId: int8,
    learnt: text,
    changeMade: nullable(text),
    team: nullable(text),
    person: nullable(text),
    isPublished: bool,
    recordedAt: instant,
    recordedBy: text,
  },
  sql: `
    select l.lesson_id as "lessonId", l.learnt, l.change_made as "changeMade", t.name as team,
      u.full_name as person, l.is_published as "isPublished", l.recorded_at as "recordedAt",
      l.recorded_by as "recordedBy"
    from lessons l
    left join teams t on t.organisation_id = l.organisation_id and t.team_id = l.team_id
    left join users u on u.organisation_id = l.organisation_id and u.user_id = l.user_id
    where l.organisation_id = :organisationId and l.case_id = :caseId
    order by l.lesson_id`,
})

export const insertLesson = change({
  takes: {
    caseId: int8,
    learnt: text,
    changeMade: nullable(text),
    userId: nullable(int8),
    teamId: nullable(int8),
    isPublished: bool,
    ...author,
  },
  returns: { lessonId: int8 },
  sql: `
    with changed as (
      insert into lessons (organisation_id, case_id, learnt, change_made, user_id, team_id,
        is_published, recorded_at, recorded_by)
      values (:organisationId, :caseId, :learnt, :changeMade, :userId, :teamId, :isPublished, :now,
        :author)
      returning lesson_id
    ), ${telling('lessonRecorded', `jsonb_build_object('lessonId', lesson_id)`)}
    select lesson_id as "lessonId" from changed`,
})
