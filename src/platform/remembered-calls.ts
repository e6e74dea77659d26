import { bytes, instant, int8, json, nullable, text } from './columns.ts'
import { change, get, type Reading, type Writing } from './statement.ts'

const name = { caller: text, operation: text, key: text }

const insertCall = change({
  takes: { ...name, requestHash: bytes, now: instant },
  returns: { claimed: int8 },
  sql: `
    insert into idempotency_keys as k
      (organisation_id, caller, operation, key, request_hash, created_at)
    values (:organisationId, :caller, :operation, :key, :requestHash, :now)
    on conflict (organisation_id, caller, operation, key) do update
      set request_hash = excluded.request_hash, created_at = excluded.created_at, answer = null
      where k.created_at <= excluded.created_at - interval '24 hours'
    returning 1::int8 as claimed`,
})

const getCall = get({
  takes: name,
  returns: { requestHash: bytes, answer: nullable(json<unknown>()) },
  sql: `
    select request_hash as "requestHash", answer from idempotency_keys
    where organisation_id = :organisationId
      and caller = :caller and operation = :operation and key = :key`,
})

const updateCall = change({
  takes: { ...name, answer: json<unknown>() },
  returns: {},
  sql: `
    update idempotency_keys set answer = :answer
    where organisation_id = :organisationId
      and caller = :caller and operation = :operation and key = :key`,
})

/** Forgets calls older than 24 hours: their keys may be used anew. */
export const deleteLapsedCalls = change({
  takes: { now: instant },
  returns: {},
  sql: `
    delete from idempotency_keys
    where organisation_id = :organisationId and created_at <= :now - interval '24 hours'`,
})

/** Calls that carried an Idempotency-Key, remembered for 24 hours. */
export const rememberedCalls = Object.freeze({
  claim: async (db: Writing, call: Parameters<typeof insertCall>[1]): Promise<boolean> =>
    (await insertCall(db, call)).length > 0,
  recall: (db: Reading, call: Parameters<typeof getCall>[1]) => getCall(db, call),
  keep: (db: Writing, call: Parameters<typeof updateCall>[1]) => updateCall(db, call),
})
