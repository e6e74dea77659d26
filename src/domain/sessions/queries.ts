import { bytes, instant, int8, nullable, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

/** Opens a session for whoever may still sign in. */
export const insertSession = change({
  takes: {
    sessionHash: bytes,
    userId: int8,
    strength: text,
    way: text,
    device: text,
    now: instant,
    expiresAt: instant,
  },
  returns: { sessionId: int8 },
  sql: `
    insert into sessions (organisation_id, session_hash, user_id, strength, way, device, created_at,
      last_used_at, expires_at)
    select u.organisation_id, :sessionHash, u.user_id, :strength, :way, :device, :now, :now,
      :expiresAt
    from users u
    where u.organisation_id = :organisationId and u.user_id = :userId and u.disabled_at is null
    returning session_id as "sessionId"`,
})

export const findSessionUser = find({
  takes: { sessionHash: bytes, now: instant, idleSince: instant },
  returns: {
    sessionId: int8,
    strength: text,
    expiresAt: instant,
    userId: int8,
    userName: text,
    fullName: text,
    role: text,
  },
  sql: `
    select s.session_id as "sessionId", s.strength, s.expires_at as "expiresAt",
      u.user_id as "userId", u.user_name as "userName", u.full_name as "fullName", u.role
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

/** Makes a half session full: it gets a new token, as whoever signs in gets one. */
export const strengthenSession = change({
  takes: { sessionHash: bytes, newHash: bytes, userId: int8, now: instant },
  returns: { sessionId: int8 },
  sql: `
    update sessions s
    set session_hash = :newHash, strength = 'full', way = s.way || ' and a second factor',
      last_used_at = :now
    from users u
    where s.organisation_id = :organisationId and s.session_hash = :sessionHash
      and s.user_id = :userId and s.strength = 'password' and s.ended_at is null
      and u.organisation_id = s.organisation_id and u.user_id = s.user_id and u.disabled_at is null
    returning s.session_id as "sessionId"`,
})

/** Ends the session of a token; gives whose it was, and by what it was opened. */
export const endSession = change({
  takes: { sessionHash: bytes, now: instant },
  returns: { sessionId: int8, userId: int8, fullName: text, way: text },
  sql: `
    update sessions s set ended_at = :now
    from users u
    where s.organisation_id = :organisationId and s.session_hash = :sessionHash
      and s.ended_at is null
      and u.organisation_id = s.organisation_id and u.user_id = s.user_id
    returning s.session_id as "sessionId", u.user_id as "userId", u.full_name as "fullName", s.way`,
})

/** Ends a session by its number: of one person, or of anybody where none is named. */
export const endSessionNumbered = change({
  takes: { sessionId: int8, userId: nullable(int8), now: instant },
  returns: { userId: int8 },
  sql: `
    update sessions set ended_at = :now
    where organisation_id = :organisationId and session_id = :sessionId and ended_at is null
      and (:userId is null or user_id = :userId)
    returning user_id as "userId"`,
})

/** Ends all sessions of a person but one. */
export const endOtherSessions = change({
  takes: { userId: int8, keptId: nullable(int8), now: instant },
  returns: { sessionId: int8 },
  sql: `
    update sessions set ended_at = :now
    where organisation_id = :organisationId and user_id = :userId and ended_at is null
      and (:keptId is null or session_id <> :keptId)
    returning session_id as "sessionId"`,
})

/** The sessions that are open, of one person or of all, the last used first. */
export const listSessions = list({
  takes: { userId: nullable(int8), now: instant, idleSince: instant },
  returns: {
    sessionId: int8,
    userName: text,
    fullName: text,
    way: text,
    device: text,
    createdAt: instant,
    lastUsedAt: instant,
  },
  sql: `
    select s.session_id as "sessionId", u.user_name as "userName", u.full_name as "fullName", s.way,
      s.device, s.created_at as "createdAt", s.last_used_at as "lastUsedAt"
    from sessions s
    join users u on u.organisation_id = s.organisation_id and u.user_id = s.user_id
    where s.organisation_id = :organisationId and (:userId is null or s.user_id = :userId)
      and s.ended_at is null and s.expires_at > :now and s.last_used_at > :idleSince
      and u.disabled_at is null
    order by s.last_used_at desc, s.session_id desc
    limit 500`,
})
