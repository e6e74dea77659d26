import { bool, bytes, instant, json, nullable, text } from '#platform/columns.ts'
import { change, find, get } from '#platform/statement.ts'
import type { GroupRole } from './provider.ts'

const settings = {
  isOn: bool,
  label: text,
  issuer: text,
  clientId: text,
  clientSecret: nullable(bytes),
  scopes: text,
  groupsClaim: text,
  groupRoles: json<readonly GroupRole[]>(),
  admitsUnknown: bool,
  admitsOtherWays: bool,
}

/** The provider of the organisation, and what its last test came to. */
export const findProvider = find({
  takes: {},
  returns: { ...settings, testedAt: nullable(instant), trouble: nullable(text) },
  sql: `
    select p.is_on as "isOn", p.label, p.issuer, p.client_id as "clientId",
      p.client_secret as "clientSecret", p.scopes, p.groups_claim as "groupsClaim",
      p.group_roles as "groupRoles", p.admits_unknown as "admitsUnknown",
      p.admits_other_ways as "admitsOtherWays", p.tested_at as "testedAt", p.trouble
    from sign_in_providers p
    where p.organisation_id = :organisationId`,
})

/** What addresses call the organisation. */
export const getOrganisationName = get({
  takes: {},
  returns: { name: text },
  sql: `
    select o.name from organisations o where o.organisation_id = :organisationId`,
})

/** Keeps the provider; what a test came to before is said no longer. */
export const putProvider = change({
  takes: settings,
  returns: {},
  sql: `
    insert into sign_in_providers (organisation_id, is_on, label, issuer, client_id, client_secret,
      scopes, groups_claim, group_roles, admits_unknown, admits_other_ways)
    values (:organisationId, :isOn, :label, :issuer, :clientId, :clientSecret, :scopes,
      :groupsClaim, :groupRoles, :admitsUnknown, :admitsOtherWays)
    on conflict (organisation_id) do update
      set is_on = excluded.is_on, label = excluded.label, issuer = excluded.issuer,
        client_id = excluded.client_id, client_secret = excluded.client_secret,
        scopes = excluded.scopes, groups_claim = excluded.groups_claim,
        group_roles = excluded.group_roles, admits_unknown = excluded.admits_unknown,
        admits_other_ways = excluded.admits_other_ways, tested_at = null, trouble = null`,
})

/** Keeps what a test came to, if the provider is still the one that was tested. */
export const putTest = change({
  takes: { issuer: text, clientId: text, now: instant, trouble: nullable(text) },
  returns: {},
  sql: `
    update sign_in_providers set tested_at = :now, trouble = :trouble
    where organisation_id = :organisationId and issuer = :issuer and client_id = :clientId`,
})

/** Begins a visit; what was typed is kept for those only whose browser had a session here. */
export const insertVisit = change({
  takes: {
    stateHash: bytes,
    browserHash: bytes,
    sessionHash: nullable(bytes),
    nonce: text,
    verifier: text,
    next: text,
    kept: nullable(text),
    now: instant,
  },
  returns: {},
  sql: `
    insert into sign_in_visits
      (organisation_id, state_hash, browser_hash, nonce, verifier, next, kept, started_at)
    values (:organisationId, :stateHash, :browserHash, :nonce, :verifier, :next, case when exists (
        select from sessions s
        where s.organisation_id = :organisationId and s.session_hash = :sessionHash
      ) then :kept end, :now)`,
})

/** Ends a visit, so that it serves once; no row where it is over, lapsed, or was begun in another browser. */
export const takeVisit = change({
  takes: { stateHash: bytes, browserHash: bytes, since: instant },
  returns: { nonce: text, verifier: text, next: text, kept: nullable(text) },
  sql: `
    delete from sign_in_visits v
    where v.organisation_id = :organisationId and v.state_hash = :stateHash
      and v.browser_hash = :browserHash and v.started_at > :since
    returning v.nonce, v.verifier, v.next, v.kept`,
})

/** Forgets visits that have lapsed. */
export const deleteLapsedVisits = change({
  takes: { since: instant },
  returns: {},
  sql: `
    delete from sign_in_visits
    where organisation_id = :organisationId and started_at <= :since`,
})
