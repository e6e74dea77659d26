import { bytes, instant, int8, text } from '#platform/columns.ts'
import { change, find } from '#platform/statement.ts'

/** The active person of an e-mail address. */
export const findUserByEmail = find({
  takes: { email: text },
  returns: { userId: int8 },
  sql: `
    select u.user_id as "userId"
    from users u
    where u.organisation_id = :organisationId and lower(u.email) = lower(:email)
      and u.disabled_at is null`,
})

export const insertSignInLink = change({
  takes: { linkHash: bytes, userId: int8, purpose: text, now: instant, expiresAt: instant },
  returns: {},
  sql: `
    insert into sign_in_links (organisation_id, link_hash, user_id, purpose, created_at, expires_at)
    values (:organisationId, :linkHash, :userId, :purpose, :now, :expiresAt)`,
})

/** Uses a link up, so that it serves once; no row where it cannot be used, or its person signs in no longer. */
export const useLink = change({
  takes: { linkHash: bytes, purpose: text, now: instant },
  returns: { userId: int8, fullName: text },
  sql: `
    update sign_in_links l set used_at = :now
    from users u
    where l.organisation_id = :organisationId and l.link_hash = :linkHash
      and l.purpose = :purpose and l.used_at is null and l.expires_at > :now
      and u.organisation_id = l.organisation_id and u.user_id = l.user_id
      and u.disabled_at is null
    returning u.user_id as "userId", u.full_name as "fullName"`,
})

/** The person of a link that can still be used. */
export const findLinkUser = find({
  takes: { linkHash: bytes, purpose: text, now: instant },
  returns: { userId: int8, userName: text, fullName: text, email: text },
  sql: `
    select u.user_id as "userId", u.user_name as "userName", u.full_name as "fullName", u.email
    from sign_in_links l
    join users u on u.organisation_id = l.organisation_id and u.user_id = l.user_id
    where l.organisation_id = :organisationId and l.link_hash = :linkHash
      and l.purpose = :purpose and l.used_at is null and l.expires_at > :now
      and u.disabled_at is null`,
})

/**
 * Forgets what signing in needs no longer: links and sessions that have lapsed, after a day for inquiries, and
 * from where people signed in, after thirty.
 */
export const deleteLapsedSignIns = change({
  takes: { now: instant },
  returns: {},
  sql: `
    with links as (
      delete from sign_in_links
      where organisation_id = :organisationId and expires_at <= :now - interval '1 day'
    ), places as (
      delete from sign_in_places
      where organisation_id = :organisationId
        and used_at <= :now - case when succeeded_at is null then interval '1 day' else interval '30 days' end
    )
    delete from sessions
    where organisation_id = :organisationId and expires_at <= :now - interval '1 day'`,
})
