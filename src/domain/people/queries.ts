import { bytes, instant, int8, nullable, text, textArray } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

export const listWorkingApiKeys = list({
  takes: {},
  returns: {
    apiKeyId: int8,
    key: text,
    sealedSecret: bytes,
    name: text,
    permittedAddresses: textArray,
  },
  sql: `
    select k.api_key_id as "apiKeyId", k.key, k.sealed_secret as "sealedSecret", k.name,
      k.permitted_addresses as "permittedAddresses"
    from api_keys k
    where k.organisation_id = :organisationId and k.revoked_at is null`,
})

export const listApiKeys = list({
  takes: {},
  returns: {
    key: text,
    name: text,
    permittedAddresses: textArray,
    createdAt: instant,
    revokedAt: nullable(instant),
  },
  sql: `
    select k.key, k.name, k.permitted_addresses as "permittedAddresses",
      k.created_at as "createdAt", k.revoked_at as "revokedAt"
    from api_keys k
    where k.organisation_id = :organisationId
    order by k.created_at, k.api_key_id`,
})

export const insertApiKey = change({
  takes: {
    key: text,
    sealedSecret: bytes,
    name: text,
    permittedAddresses: textArray,
    now: instant,
  },
  returns: { apiKeyId: int8 },
  sql: `
    insert into api_keys
      (organisation_id, key, sealed_secret, name, permitted_addresses, created_at)
    values (:organisationId, :key, :sealedSecret, :name, :permittedAddresses, :now)
    returning api_key_id as "apiKeyId"`,
})

export const revokeApiKey = change({
  takes: { key: text, now: instant },
  returns: { key: text },
  sql: `
    update api_keys set revoked_at = :now
    where organisation_id = :organisationId and key = :key and revoked_at is null
    returning key`,
})

const person = { userId: int8, userName: text, fullName: text, role: text }

export const findUserByEmail = find({
  takes: { email: text },
  returns: person,
  sql: `
    select u.user_id as "userId", u.user_name as "userName", u.full_name as "fullName", u.role
    from users u
    where u.organisation_id = :organisationId and lower(u.email) = lower(:email)
      and u.disabled_at is null`,
})

export const insertSignInLink = change({
  takes: { linkHash: bytes, userId: int8, now: instant, expiresAt: instant },
  returns: {},
  sql: `
    insert into sign_in_links (organisation_id, link_hash, user_id, created_at, expires_at)
    values (:organisationId, :linkHash, :userId, :now, :expiresAt)`,
})

/** Uses a link up and opens a session in one step, so that a link opens one session only. */
export const redeemSignInLink = change({
  takes: { linkHash: bytes, sessionHash: bytes, now: instant, expiresAt: instant },
  returns: { userId: int8 },
  sql: `
    with used as (
      update sign_in_links l set used_at = :now
      from users u
      where l.organisation_id = :organisationId and l.link_hash = :linkHash
        and l.used_at is null and l.expires_at > :now
        and u.organisation_id = l.organisation_id and u.user_id = l.user_id
        and u.disabled_at is null
      returning l.organisation_id, l.user_id
    )
    insert into sessions
      (organisation_id, session_hash, user_id, created_at, last_used_at, expires_at)
    select used.organisation_id, :sessionHash, used.user_id, :now, :now, :expiresAt
    from used
    returning user_id as "userId"`,
})

export const findSessionUser = find({
  takes: { sessionHash: bytes, now: instant, idleSince: instant },
  returns: person,
  sql: `
    select u.user_id as "userId", u.user_name as "userName", u.full_name as "fullName", u.role
    from sessions s
    join users u on u.organisation_id = s.organisation_id and u.user_id = s.user_id
    where s.organisation_id = :organisationId and s.session_hash = :sessionHash
      and s.ended_at is null and s.expires_at > :now and s.last_used_at > :idleSince
      and u.disabled_at is null`,
})

export const touchSession = change({
  takes: { sessionHash: bytes, now: instant },
  returns: {},
  sql: `
    update sessions set last_used_at = :now
    where organisation_id = :organisationId and session_hash = :sessionHash`,
})

export const endSession = change({
  takes: { sessionHash: bytes, now: instant },
  returns: {},
  sql: `
    update sessions set ended_at = :now
    where organisation_id = :organisationId and session_hash = :sessionHash and ended_at is null`,
})

/** Forgets sign-in links and sessions that can no longer be used; a used one stays a day for inquiries. */
export const deleteLapsedSignIns = change({
  takes: { now: instant },
  returns: {},
  sql: `
    with links as (
      delete from sign_in_links
      where organisation_id = :organisationId and expires_at <= :now - interval '1 day'
    )
    delete from sessions
    where organisation_id = :organisationId and expires_at <= :now - interval '1 day'`,
})
