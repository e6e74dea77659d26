import { date, int8, nullable, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

/** Somebody who works here, by the name they sign in with. */
export const findPerson = find({
  takes: { userName: text },
  returns: { userId: int8 },
  sql: `
    select u.user_id as "userId"
    from users u
    where u.organisation_id = :organisationId and lower(u.user_name) = lower(trim(:userName))
      and u.disabled_at is null`,
})

/** A person's deputies who have not ended by the day, by name. */
export const listDeputies = list({
  takes: { userId: int8, today: date },
  returns: { userName: text, fullName: text, fromOn: date, untilOn: nullable(date) },
  sql: `
    select u.user_name as "userName", u.full_name as "fullName", d.from_on as "fromOn",
      d.until_on as "untilOn"
    from deputies d
    join users u on u.organisation_id = d.organisation_id and u.user_id = d.deputy_id
    where d.organisation_id = :organisationId and d.user_id = :userId
      and (d.until_on is null or d.until_on >= :today)
    order by u.full_name, u.user_name`,
})

/** Makes somebody a person's deputy, or says anew from when and until when. */
export const setDeputy = change({
  takes: { userId: int8, deputyId: int8, fromOn: date, untilOn: nullable(date) },
  returns: {},
  sql: `
    insert into deputies (organisation_id, user_id, deputy_id, from_on, until_on)
    values (:organisationId, :userId, :deputyId, :fromOn, :untilOn)
    on conflict (organisation_id, user_id, deputy_id)
      do update set from_on = excluded.from_on, until_on = excluded.until_on`,
})

/** Ends that somebody is a person's deputy; no row where they are not. */
export const deleteDeputy = change({
  takes: { userId: int8, userName: text },
  returns: { deputyId: int8 },
  sql: `
    delete from deputies d
    using users u
    where d.organisation_id = :organisationId and d.user_id = :userId
      and u.organisation_id = d.organisation_id and u.user_id = d.deputy_id
      and lower(u.user_name) = lower(trim(:userName))
    returning d.deputy_id as "deputyId"`,
})
