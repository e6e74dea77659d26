import { date, instant, int8, nullable, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

/** Keeps others from noting absences of a person until the transaction ends. */
export const lockStaff = find({
  takes: { userId: int8 },
  returns: {},
  sql: `
    select from users
    where organisation_id = :organisationId and user_id = :userId
    for no key update`,
})

/** Notes an absence, or changes the one of the same days; no row where another absence overlaps it. */
export const upsertAbsence = change({
  takes: {
    userId: int8,
    from: date,
    until: date,
    standInId: nullable(int8),
    kind: text,
    author: text,
    now: instant,
  },
  returns: { absenceId: int8 },
  sql: `
    with same as (
      update absences
      set stand_in_user_id = :standInId, kind = :kind, recorded_by = :author, recorded_at = :now
      where organisation_id = :organisationId and user_id = :userId and from_on = :from
        and until_on = :until
      returning absence_id
    ), fresh as (
      insert into absences (organisation_id, user_id, from_on, until_on, stand_in_user_id, kind,
        recorded_by, recorded_at)
      select :organisationId, :userId, :from, :until, :standInId, :kind, :author, :now
      where not exists (
        select from absences a
        where a.organisation_id = :organisationId and a.user_id = :userId
          and a.from_on <= :until and a.until_on >= :from
      )
      returning absence_id
    )
    select absence_id as "absenceId" from same union all select absence_id from fresh`,
})

const absence = { absenceId: int8, userId: int8, from: date, until: date }

/** An absence that is not over. */
export const findAbsence = find({
  takes: { absenceId: int8, today: date },
  returns: absence,
  sql: `
    select a.absence_id as "absenceId", a.user_id as "userId", a.from_on as from,
      a.until_on as until
    from absences a
    where a.organisation_id = :organisationId and a.absence_id = :absenceId
      and a.until_on >= :today`,
})

/** The absence of a person that a day is within. */
export const findAbsenceOn = find({
  takes: { userId: int8, day: date },
  returns: absence,
  sql: `
    select a.absence_id as "absenceId", a.user_id as "userId", a.from_on as from,
      a.until_on as until
    from absences a
    where a.organisation_id = :organisationId and a.user_id = :userId
      and :day between a.from_on and a.until_on`,
})

/** Ends an absence before a day; one that would begin then or later is taken away. */
export const cutAbsence = change({
  takes: { absenceId: int8, back: date },
  returns: { absenceId: int8 },
  sql: `
    with never as (
      delete from absences
      where organisation_id = :organisationId and absence_id = :absenceId and from_on >= :back
      returning absence_id
    ), shortened as (
      update absences set until_on = :back - 1
      where organisation_id = :organisationId and absence_id = :absenceId and from_on < :back
      returning absence_id
    )
    select absence_id as "absenceId" from never union all select absence_id from shortened`,
})

/** Absences that are not over, of all or of one person, the first to begin first. */
export const listAbsences = list({
  takes: { userId: nullable(int8), today: date },
  returns: {
    absenceId: int8,
    userName: text,
    from: date,
    until: date,
    kind: text,
    standIn: nullable(text),
  },
  sql: `
    select a.absence_id as "absenceId", u.user_name as "userName", a.from_on as from,
      a.until_on as until, a.kind, s.user_name as "standIn"
    from absences a
    join users u on u.organisation_id = a.organisation_id and u.user_id = a.user_id
    left join users s on s.organisation_id = a.organisation_id
      and s.user_id = a.stand_in_user_id
    where a.organisation_id = :organisationId and a.until_on >= :today
      and (:userId is null or a.user_id = :userId)
    order by a.from_on, lower(u.user_name)`,
})
