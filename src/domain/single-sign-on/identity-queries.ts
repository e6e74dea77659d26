import { bool, instant, int8, nullable, text } from '#platform/columns.ts'
import { change, find, get, list } from '#platform/statement.ts'

const person = {
  userId: int8,
  userName: text,
  fullName: text,
  role: text,
  isDisabled: bool,
  givenRole: nullable(text),
}
const personColumns = `
  u.user_id as "userId", u.user_name as "userName", u.full_name as "fullName", u.role,
  u.disabled_at is not null as "isDisabled"`

/** The person of an identity, kept from others' changes until the transaction ends. */
export const findByIdentity = find({
  takes: { issuer: text, subject: text },
  returns: person,
  sql: `
    select ${personColumns}, i.given_role as "givenRole"
    from sign_in_identities i
    join users u on u.organisation_id = i.organisation_id and u.user_id = i.user_id
    where i.organisation_id = :organisationId and i.issuer = :issuer and i.subject = :subject
    for no key update of u`,
})

/** The person of an e-mail address, disabled or not, and whether they have an identity with the issuer. */
export const findByEmail = find({
  takes: { issuer: text, email: text },
  returns: { ...person, isLinked: bool },
  sql: `
    select ${personColumns}, null::text as "givenRole", exists (
        select from sign_in_identities i
        where i.organisation_id = u.organisation_id and i.user_id = u.user_id
          and i.issuer = :issuer
      ) as "isLinked"
    from users u
    where u.organisation_id = :organisationId and lower(u.email) = lower(:email)
    for no key update of u`,
})

/** Links an identity to a person; no row where either has another already. */
export const insertIdentity = change({
  takes: { issuer: text, subject: text, userId: int8, now: instant },
  returns: { userId: int8 },
  sql: `
    insert into sign_in_identities
      (organisation_id, issuer, subject, user_id, linked_at, last_used_at)
    values (:organisationId, :issuer, :subject, :userId, :now, :now)
    on conflict do nothing
    returning user_id as "userId"`,
})

/** Notes that an identity was used, and which role its groups give. */
export const updateIdentity = change({
  takes: { issuer: text, subject: text, givenRole: nullable(text), now: instant },
  returns: {},
  sql: `
    update sign_in_identities set last_used_at = :now, given_role = :givenRole
    where organisation_id = :organisationId and issuer = :issuer and subject = :subject`,
})

/** Makes administrators who are changed at the same time wait for one another, as their wall does. */
export const lockOrganisation = get({
  takes: {},
  returns: { name: text },
  sql: `
    select o.name from organisations o where o.organisation_id = :organisationId for update`,
})

/** Gives somebody another role; no row where they are the last administrator who can sign in. */
export const updateRole = change({
  takes: { userId: int8, role: text },
  returns: { userId: int8 },
  sql: `
    update users u set role = :role
    where u.organisation_id = :organisationId and u.user_id = :userId
      and (u.role <> 'administrator' or exists (
        select from users o
        where o.organisation_id = u.organisation_id and o.user_id <> u.user_id
          and o.role = 'administrator' and o.disabled_at is null
      ))
    returning u.user_id as "userId"`,
})

/** Whether somebody is the last administrator who can sign in. */
export const getStanding = get({
  takes: { userId: int8 },
  returns: { isLastAdministrator: bool },
  sql: `
    select u.role = 'administrator' and not exists (
        select from users o
        where o.organisation_id = u.organisation_id and o.user_id <> u.user_id
          and o.role = 'administrator' and o.disabled_at is null
      ) as "isLastAdministrator"
    from users u
    where u.organisation_id = :organisationId and u.user_id = :userId`,
})

/** The user names that begin so. */
export const listUserNames = list({
  takes: { beginning: text },
  returns: { userName: text },
  sql: `
    select u.user_name as "userName"
    from users u
    where u.organisation_id = :organisationId
      and starts_with(lower(u.user_name), lower(:beginning))
    order by u.user_name`,
})

/** Whether an administrator who can sign in has an identity with the issuer. */
export const getReadiness = get({
  takes: { issuer: text },
  returns: { isAdministratorLinked: bool },
  sql: `
    select exists (
        select from sign_in_identities i
        join users u on u.organisation_id = i.organisation_id and u.user_id = i.user_id
        where i.organisation_id = o.organisation_id and i.issuer = :issuer
          and u.role = 'administrator' and u.disabled_at is null
      ) as "isAdministratorLinked"
    from organisations o
    where o.organisation_id = :organisationId`,
})

/** Who has an identity with the issuer, by name. */
export const listIdentities = list({
  takes: { issuer: text },
  returns: {
    userName: text,
    fullName: text,
    givenRole: nullable(text),
    linkedAt: instant,
    lastUsedAt: instant,
  },
  sql: `
    select u.user_name as "userName", u.full_name as "fullName", i.given_role as "givenRole",
      i.linked_at as "linkedAt", i.last_used_at as "lastUsedAt"
    from sign_in_identities i
    join users u on u.organisation_id = i.organisation_id and u.user_id = i.user_id
    where i.organisation_id = :organisationId and i.issuer = :issuer
    order by u.full_name, u.user_name
    limit 1000`,
})

/** Takes the identities of somebody; gives one row for each there was. */
export const deleteIdentities = change({
  takes: { userName: text },
  returns: { userId: int8 },
  sql: `
    delete from sign_in_identities i
    using users u
    where i.organisation_id = :organisationId and u.organisation_id = i.organisation_id
      and u.user_id = i.user_id and lower(u.user_name) = lower(trim(:userName))
    returning i.user_id as "userId"`,
})
