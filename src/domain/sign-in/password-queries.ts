import { instant, int8, nullable, text } from '#platform/columns.ts'
import { change, find, get, list } from '#platform/statement.ts'

/** The active person of an e-mail address or a user name, and what is stored of their password. */
export const findPerson = find({
  takes: { name: text },
  returns: { userId: int8, fullName: text, email: text, hash: nullable(text) },
  sql: `
    select u.user_id as "userId", u.full_name as "fullName", u.email, p.hash
    from users u
    left join passwords p on p.organisation_id = u.organisation_id and p.user_id = u.user_id
    where u.organisation_id = :organisationId and u.disabled_at is null
      and (lower(u.email) = lower(:name) or lower(u.user_name) = lower(:name))
    order by lower(u.email) = lower(:name) desc
    limit 1`,
})

/** What a new password must not consist of, what is stored of the old one, and how the session was opened. */
export const getOwnPassword = get({
  takes: { userId: int8, sessionId: int8 },
  returns: { userName: text, fullName: text, email: text, hash: nullable(text), way: text },
  sql: `
    select u.user_name as "userName", u.full_name as "fullName", u.email, p.hash, s.way
    from users u
    join sessions s on s.organisation_id = u.organisation_id and s.user_id = u.user_id
      and s.session_id = :sessionId
    left join passwords p on p.organisation_id = u.organisation_id and p.user_id = u.user_id
    where u.organisation_id = :organisationId and u.user_id = :userId`,
})

/** Sets a password in the place of the one before. */
export const putPassword = change({
  takes: { userId: int8, hash: text, now: instant },
  returns: {},
  sql: `
    insert into passwords (organisation_id, user_id, hash, set_at)
    values (:organisationId, :userId, :hash, :now)
    on conflict (organisation_id, user_id) do update set hash = :hash, set_at = :now`,
})

/** Makes links to set a password useless, once one is set. */
export const dropResetLinks = change({
  takes: { userId: int8, now: instant },
  returns: {},
  sql: `
    update sign_in_links set used_at = :now
    where organisation_id = :organisationId and user_id = :userId and purpose = 'set password'
      and used_at is null`,
})

/** The person to whom a link to set a password may be sent, and how many were sent of late. */
export const findResetReader = find({
  takes: { userId: int8, since: instant },
  returns: { email: text, sentOfLate: int8 },
  sql: `
    select u.email, (
      select count(*) from sign_in_links l
      where l.organisation_id = u.organisation_id and l.user_id = u.user_id
        and l.purpose = 'set password' and l.created_at > :since
    ) as "sentOfLate"
    from users u
    where u.organisation_id = :organisationId and u.user_id = :userId and u.disabled_at is null`,
})

/** The active people who have no password, by user name. */
export const listPeopleWithoutPassword = list({
  takes: {},
  returns: { userId: int8, userName: text, email: text, fullName: text, role: text },
  sql: `
    select u.user_id as "userId", u.user_name as "userName", u.email, u.full_name as "fullName",
      u.role
    from users u
    where u.organisation_id = :organisationId and u.disabled_at is null
      and not exists (
        select from passwords p
        where p.organisation_id = u.organisation_id and p.user_id = u.user_id
      )
    order by u.user_id`,
})
