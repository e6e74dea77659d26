import {
  bytes,
  date,
  instant,
  int4,
  int8,
  json,
  nullable,
  text,
  textArray,
} from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'
import type { WayIn } from './api-key.ts'

const wayIn = { ...text, value: 'both' as WayIn }

export const listWorkingApiKeys = list({
  takes: {},
  returns: {
    apiKeyId: int8,
    key: text,
    sealedSecret: bytes,
    earlierSecret: nullable(bytes),
    earlierUntil: nullable(instant),
    name: text,
    permittedAddresses: textArray,
    ways: wayIn,
  },
  sql: `
    select k.api_key_id as "apiKeyId", k.key, k.sealed_secret as "sealedSecret",
      k.earlier_secret as "earlierSecret", k.earlier_until as "earlierUntil", k.name,
      k.permitted_addresses as "permittedAddresses", k.ways
    from api_keys k
    where k.organisation_id = :organisationId and k.revoked_at is null`,
})

const standing = {
  apiKeyId: int8,
  key: text,
  name: text,
  permittedAddresses: textArray,
  ways: wayIn,
  createdAt: instant,
  revokedAt: nullable(instant),
  secretMadeAt: nullable(instant),
  secretFor: nullable(int8),
  earlierUntil: nullable(instant),
}
const standingColumns = `
  k.api_key_id as "apiKeyId", k.key, k.name, k.permitted_addresses as "permittedAddresses", k.ways,
  k.created_at as "createdAt", k.revoked_at as "revokedAt", k.secret_made_at as "secretMadeAt",
  k.secret_for as "secretFor", k.earlier_until as "earlierUntil"`

const lastColumn = `(
        select max(d.last_at)
        from api_key_days d
        where d.organisation_id = k.organisation_id and d.api_key_id = k.api_key_id
      ) as "lastAt"`

/** All key pairs, those that were revoked too, and when each was used last. */
export const listApiKeyRows = list({
  takes: {},
  returns: { ...standing, lastAt: nullable(instant) },
  sql: `
    select ${standingColumns}, ${lastColumn}
    from api_keys k
    where k.organisation_id = :organisationId
    order by k.revoked_at is not null, lower(k.name), k.api_key_id`,
})

export const findApiKey = find({
  takes: { apiKeyId: int8 },
  returns: { ...standing, lastAt: nullable(instant) },
  sql: `
    select ${standingColumns}, ${lastColumn}
    from api_keys k
    where k.organisation_id = :organisationId and k.api_key_id = :apiKeyId`,
})

/** A key pair by its key, as the change log names it. */
export const findApiKeyByKey = find({
  takes: { key: text },
  returns: standing,
  sql: `
    select ${standingColumns}
    from api_keys k
    where k.organisation_id = :organisationId and k.key = :key`,
})

/** A key pair that works, kept from others' changes until the transaction ends. */
export const lockApiKey = find({
  takes: { apiKeyId: int8 },
  returns: { ...standing, sealedSecret: bytes },
  sql: `
    select ${standingColumns}, k.sealed_secret as "sealedSecret"
    from api_keys k
    where k.organisation_id = :organisationId and k.api_key_id = :apiKeyId and k.revoked_at is null
    for no key update of k`,
})

/** The days on which a key was used, of a stretch of days. */
export const listApiKeyDays = list({
  takes: { apiKeyId: int8, from: date, to: date },
  returns: { day: date, answered: int8, refused: int8 },
  sql: `
    select (:from + n) as day, coalesce(d.answered, 0) as answered, coalesce(d.refused, 0) as refused
    from generate_series(0, :to - :from) as n
    left join api_key_days d
      on d.organisation_id = :organisationId and d.api_key_id = :apiKeyId and d.day = :from + n
    order by n desc`,
})

export const insertApiKey = change({
  takes: {
    key: text,
    sealedSecret: bytes,
    name: text,
    permittedAddresses: textArray,
    ways: text,
    secretFor: nullable(int8),
    now: instant,
  },
  returns: { apiKeyId: int8 },
  sql: `
    insert into api_keys
      (organisation_id, key, sealed_secret, name, permitted_addresses, ways, secret_for, secret_made_at,
        created_at)
    values (:organisationId, :key, :sealedSecret, :name, :permittedAddresses, :ways, :secretFor, :now,
      :now)
    returning api_key_id as "apiKeyId"`,
})

export const updateApiKey = change({
  takes: { apiKeyId: int8, name: text, permittedAddresses: textArray, ways: text },
  returns: {},
  sql: `
    update api_keys set name = :name, permitted_addresses = :permittedAddresses, ways = :ways
    where organisation_id = :organisationId and api_key_id = :apiKeyId`,
})

/** Gives a key another secret; the one before stays good until a moment, or not at all. */
export const replaceSecret = change({
  takes: {
    apiKeyId: int8,
    sealedSecret: bytes,
    secretFor: nullable(int8),
    until: nullable(instant),
    now: instant,
  },
  returns: {},
  sql: `
    update api_keys
    set sealed_secret = :sealedSecret, secret_for = :secretFor, secret_made_at = :now,
      earlier_secret = case when :until is not null then sealed_secret end, earlier_until = :until
    where organisation_id = :organisationId and api_key_id = :apiKeyId`,
})

/** Notes that a secret was shown, so that it never is again. */
export const markSecretShown = change({
  takes: { apiKeyId: int8 },
  returns: {},
  sql: `
    update api_keys set secret_for = null
    where organisation_id = :organisationId and api_key_id = :apiKeyId`,
})

export const revokeKey = change({
  takes: { key: text, now: instant },
  returns: { key: text },
  sql: `
    update api_keys
    set revoked_at = :now, secret_for = null, earlier_secret = null, earlier_until = null
    where organisation_id = :organisationId and key = :key and revoked_at is null
    returning key`,
})

/** What a key was used for on a day since it was last written down. */
export interface UsedDay {
  readonly apiKeyId: number
  readonly day: string
  readonly answered: number
  readonly refused: number
  readonly lastAt: string
}

/** Adds to what keys were used for. */
export const addApiKeyDays = change({
  takes: { days: json<readonly UsedDay[]>() },
  returns: { count: int4 },
  sql: `
    with added as (
      insert into api_key_days as d
        (organisation_id, api_key_id, day, answered, refused, last_at)
      select k.organisation_id, k.api_key_id, u.day, u.answered, u.refused, u."lastAt"
      from jsonb_to_recordset(:days) as u (
        "apiKeyId" int8, day date, answered int8, refused int8, "lastAt" timestamptz)
      join api_keys k on k.organisation_id = :organisationId and k.api_key_id = u."apiKeyId"
      order by k.api_key_id, u.day
      on conflict (organisation_id, api_key_id, day) do update
        set answered = d.answered + excluded.answered, refused = d.refused + excluded.refused,
          last_at = greatest(d.last_at, excluded.last_at)
      returning 1
    )
    select count(*)::int4 as count from added`,
})
