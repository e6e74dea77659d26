import { bytes, instant, int8, nullable, text, textArray } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'

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
