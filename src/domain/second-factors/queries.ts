import { bytes, instant, int4, int8, nullable, text, textArray } from '#platform/columns.ts'
import { change, find, get, list } from '#platform/statement.ts'

/** Makes changes of one person's second factors wait for each other. */
export const lockPerson = get({
  takes: { userId: int8 },
  returns: { email: text },
  sql: `
    select u.email
    from users u
    where u.organisation_id = :organisationId and u.user_id = :userId
    for no key update`,
})

/** Where somebody who can sign in reads mail. */
export const findReader = find({
  takes: { userId: int8 },
  returns: { email: text },
  sql: `
    select u.email
    from users u
    where u.organisation_id = :organisationId and u.user_id = :userId and u.disabled_at is null`,
})

/** How many second factors a person has, and how many recovery codes are left. */
export const countFactors = get({
  takes: { userId: int8 },
  returns: { apps: int4, passkeys: int4, codes: int4 },
  sql: `
    select (
        select count(*) from authenticator_apps a
        where a.organisation_id = :organisationId and a.user_id = :userId
      )::int4 as apps, (
        select count(*) from passkeys p
        where p.organisation_id = :organisationId and p.user_id = :userId
      )::int4 as passkeys, (
        select count(*) from recovery_codes r
        where r.organisation_id = :organisationId and r.user_id = :userId and r.used_at is null
      )::int4 as codes`,
})

/** A person's authenticator app. */
export const findApp = find({
  takes: { userId: int8 },
  returns: { sealedSecret: bytes, addedAt: instant, lastUsedAt: instant },
  sql: `
    select a.sealed_secret as "sealedSecret", a.added_at as "addedAt",
      a.last_used_at as "lastUsedAt"
    from authenticator_apps a
    where a.organisation_id = :organisationId and a.user_id = :userId`,
})

/** Keeps a person's authenticator app, in the place of the one before. */
export const putApp = change({
  takes: { userId: int8, sealedSecret: bytes, step: int8, now: instant },
  returns: {},
  sql: `
    insert into authenticator_apps
      (organisation_id, user_id, sealed_secret, last_step, added_at, last_used_at)
    values (:organisationId, :userId, :sealedSecret, :step, :now, :now)
    on conflict (organisation_id, user_id) do update
      set sealed_secret = :sealedSecret, last_step = :step, added_at = :now, last_used_at = :now`,
})

/** Uses the code of a step of time up; no row where it, or a later one, was used before. */
export const useStep = change({
  takes: { userId: int8, step: int8, now: instant },
  returns: { userId: int8 },
  sql: `
    update authenticator_apps set last_step = :step, last_used_at = :now
    where organisation_id = :organisationId and user_id = :userId and last_step < :step
    returning user_id as "userId"`,
})

export const deleteApp = change({
  takes: { userId: int8 },
  returns: { userId: int8 },
  sql: `
    delete from authenticator_apps
    where organisation_id = :organisationId and user_id = :userId
    returning user_id as "userId"`,
})

/** Keeps new recovery codes of a person in the place of those before. */
export const replaceCodes = change({
  takes: { userId: int8, hashes: textArray },
  returns: {},
  sql: `
    with dropped as (
      delete from recovery_codes
      where organisation_id = :organisationId and user_id = :userId
    )
    insert into recovery_codes (organisation_id, user_id, code_hash)
    select :organisationId, :userId, decode(h.hash, 'hex') from unnest(:hashes) as h (hash)`,
})

/** Uses a recovery code up; no row where there is none such. */
export const useRecoveryCode = change({
  takes: { userId: int8, codeHash: bytes, now: instant },
  returns: { userId: int8 },
  sql: `
    update recovery_codes set used_at = :now
    where organisation_id = :organisationId and user_id = :userId and code_hash = :codeHash
      and used_at is null
    returning user_id as "userId"`,
})

/** A person's passkeys, the oldest first. */
export const listPasskeys = list({
  takes: { userId: int8 },
  returns: {
    passkeyId: int8,
    credentialId: bytes,
    transports: textArray,
    name: text,
    addedAt: instant,
    lastUsedAt: nullable(instant),
  },
  sql: `
    select p.passkey_id as "passkeyId", p.credential_id as "credentialId", p.transports, p.name,
      p.added_at as "addedAt", p.last_used_at as "lastUsedAt"
    from passkeys p
    where p.organisation_id = :organisationId and p.user_id = :userId
    order by p.passkey_id`,
})

/** A passkey and whose it is: somebody who can sign in. */
export const findPasskey = find({
  takes: { credentialId: bytes },
  returns: {
    passkeyId: int8,
    publicKey: bytes,
    signCount: int8,
    userId: int8,
    fullName: text,
  },
  sql: `
    select p.passkey_id as "passkeyId", p.public_key as "publicKey", p.sign_count as "signCount",
      u.user_id as "userId", u.full_name as "fullName"
    from passkeys p
    join users u on u.organisation_id = p.organisation_id and u.user_id = p.user_id
    where p.organisation_id = :organisationId and p.credential_id = :credentialId
      and u.disabled_at is null
    for update of p`,
})

/** Keeps a passkey; no row where it is kept already. */
export const insertPasskey = change({
  takes: {
    userId: int8,
    credentialId: bytes,
    publicKey: bytes,
    signCount: int8,
    transports: textArray,
    name: text,
    now: instant,
  },
  returns: { passkeyId: int8 },
  sql: `
    insert into passkeys (organisation_id, user_id, credential_id, public_key, sign_count, transports,
      name, added_at)
    values (:organisationId, :userId, :credentialId, :publicKey, :signCount, :transports, :name, :now)
    on conflict (organisation_id, credential_id) do nothing
    returning passkey_id as "passkeyId"`,
})

export const touchPasskey = change({
  takes: { passkeyId: int8, signCount: int8, now: instant },
  returns: {},
  sql: `
    update passkeys set sign_count = :signCount, last_used_at = :now
    where organisation_id = :organisationId and passkey_id = :passkeyId`,
})

export const deletePasskey = change({
  takes: { userId: int8, passkeyId: int8 },
  returns: { passkeyId: int8 },
  sql: `
    delete from passkeys
    where organisation_id = :organisationId and user_id = :userId and passkey_id = :passkeyId
    returning passkey_id as "passkeyId"`,
})

/** Forgets all second factors of a person, and the recovery codes with them. */
export const deleteFactors = change({
  takes: { userId: int8 },
  returns: {},
  sql: `
    with apps as (
      delete from authenticator_apps where organisation_id = :organisationId and user_id = :userId
    ), keys as (
      delete from passkeys where organisation_id = :organisationId and user_id = :userId
    )
    delete from recovery_codes where organisation_id = :organisationId and user_id = :userId`,
})
