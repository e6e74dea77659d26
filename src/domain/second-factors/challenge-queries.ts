import { bytes, instant, int8, nullable, text } from '#platform/columns.ts'
import { change, find } from '#platform/statement.ts'

/** Keeps what was asked of a browser until it is answered or lapses; those that have lapsed go. */
export const insertChallenge = change({
  takes: {
    challengeHash: bytes,
    purpose: text,
    sessionId: nullable(int8),
    sealedSecret: nullable(bytes),
    now: instant,
    expiresAt: instant,
  },
  returns: {},
  sql: `
    with lapsed as (
      delete from factor_challenges
      where organisation_id = :organisationId and expires_at <= :now
    )
    insert into factor_challenges
      (organisation_id, challenge_hash, purpose, session_id, sealed_secret, expires_at)
    values (:organisationId, :challengeHash, :purpose, :sessionId, :sealedSecret, :expiresAt)`,
})

/** Removes what was asked and can be answered no more. */
export const deleteLapsedChallenges = change({
  takes: { now: instant },
  returns: {},
  sql: `
    delete from factor_challenges
    where organisation_id = :organisationId and expires_at <= :now`,
})

const meant = `
      organisation_id = :organisationId and challenge_hash = :challengeHash and purpose = :purpose
      and session_id is not distinct from :sessionId and expires_at > :now`
const takes = { challengeHash: bytes, purpose: text, sessionId: nullable(int8), now: instant }

/** What was kept with a challenge that can still be answered. */
export const findChallenge = find({
  takes,
  returns: { sealedSecret: nullable(bytes) },
  sql: `
    select sealed_secret as "sealedSecret" from factor_challenges
    where ${meant}`,
})

/** Uses a challenge up, so that it is answered once; no row where it cannot be answered. */
export const useChallenge = change({
  takes,
  returns: { purpose: text },
  sql: `
    delete from factor_challenges
    where ${meant}
    returning purpose`,
})
