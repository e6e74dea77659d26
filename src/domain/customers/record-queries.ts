import { bool, date, instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'
import type { CustomerDetails } from './customer.ts'
import { detailColumns, selectedDetails } from './person-columns.ts'
import { changedColumns } from './queries.ts'

const person = {
  customerId: int8,
  reference: nullable(text),
  ...detailColumns,
  mergedInto: nullable(int8),
  updatedAt: instant,
} as const

const personColumns = `c.customer_id as "customerId", c.reference, ${selectedDetails},
  c.merged_into as "mergedInto", c.updated_at as "updatedAt"`

/** Somebody by number. */
export const findPerson = find({
  takes: { customerId: int8 },
  returns: person,
  sql: `
    select ${personColumns}
    from customers c
    where c.organisation_id = :organisationId and c.customer_id = :customerId`,
})

/** Somebody by number, whom nobody else changes until this transaction ends. */
export const lockPerson = find({
  takes: { customerId: int8 },
  returns: { customerId: int8, mergedInto: nullable(int8), updatedAt: instant },
  sql: `
    select c.customer_id as "customerId", c.merged_into as "mergedInto",
      c.updated_at as "updatedAt"
    from customers c
    where c.organisation_id = :organisationId and c.customer_id = :customerId
    for update`,
})

/** Changes details of somebody: absent ones stay as they are, null ones are cleared. */
export const updatePerson = change({
  takes: { customerId: int8, details: json<CustomerDetails>() },
  returns: {},
  sql: `
    update customers c
    set ${changedColumns}, updated_at = casewright_now(), changed_in = pg_current_xact_id()
    where c.organisation_id = :organisationId and c.customer_id = :customerId`,
})

/** Adds somebody who has no reference. */
export const insertPerson = change({
  takes: { now: instant },
  returns: { customerId: int8 },
  sql: `
    insert into customers (organisation_id, created_at, updated_at)
    values (:organisationId, :now, casewright_now())
    returning customer_id as "customerId"`,
})

/** The cases of somebody, newest first. */
export const listCasesOfPerson = list({
  takes: { customerId: int8, most: int4 },
  returns: {
    caseId: int8,
    caseTypeId: int8,
    version: int4,
    label: nullable(text),
    status: text,
    role: text,
    isClosed: bool,
    receivedOn: date,
  },
  sql: `
    select c.case_id as "caseId", c.case_type_id as "caseTypeId", c.case_type_version as version,
      c.label, c.status, cp.role, c.closed_on is not null as "isClosed",
      c.received_on as "receivedOn"
    from case_parties cp
    join cases c on c.organisation_id = cp.organisation_id and c.case_id = cp.case_id
    where cp.organisation_id = :organisationId and cp.customer_id = :customerId
    order by c.closed_on is not null, c.received_on desc, c.case_id desc
    limit :most`,
})

/** The accounts that cases of somebody concern. */
export const listAccountsOfPerson = list({
  takes: { customerId: int8 },
  returns: {
    accountId: int8,
    accountType: text,
    reference: text,
    description: nullable(text),
    status: nullable(text),
    balance: nullable(text),
  },
  sql: `
    select distinct a.account_id as "accountId", a.account_type as "accountType", a.reference, a.description, a.status,
      a.balance::text as balance
    from case_parties cp
    join cases c on c.organisation_id = cp.organisation_id and c.case_id = cp.case_id
    join accounts a on a.organisation_id = c.organisation_id and a.account_id = c.account_id
    where cp.organisation_id = :organisationId and cp.customer_id = :customerId
      and a.removed_on is null
    order by 2, 3
    limit 50`,
})

/** A further way to reach somebody, as statements give it. */
export const storedContact = {
  contactId: int8,
  kind: text,
  details: text,
  fromOn: nullable(date),
  untilOn: nullable(date),
}

/** Its columns, of `customer_contacts k`. */
export const contactColumns = `k.contact_id as "contactId", k.kind, k.details, k.from_on as "fromOn",
      k.until_on as "untilOn"`

/** Further ways to reach somebody, those that hold first. */
export const listContacts = list({
  takes: { customerId: int8 },
  returns: storedContact,
  sql: `
    select ${contactColumns}
    from customer_contacts k
    where k.organisation_id = :organisationId and k.customer_id = :customerId
    order by k.until_on desc nulls first, k.contact_id desc
    limit 100`,
})

/** The alerts on somebody that hold, the newest first. */
export const listAlerts = list({
  takes: { customerId: int8 },
  returns: {
    alertId: int8,
    alert: text,
    reason: text,
    reviewOn: date,
    setBy: text,
    setAt: instant,
  },
  sql: `
    select a.alert_id as "alertId", a.alert, a.reason, a.review_on as "reviewOn",
      a.set_by as "setBy", a.set_at as "setAt"
    from customer_alerts a
    where a.organisation_id = :organisationId and a.customer_id = :customerId
      and a.ended_at is null
    order by a.alert_id desc`,
})

/** Others who could be the same person. */
export const listTwins = list({
  takes: { customerId: int8 },
  returns: person,
  sql: `
    select ${personColumns}
    from customers p,
      find_entries('person', twin_query(p), 60) f
      join customers c on c.organisation_id = :organisationId and c.customer_id = f.found_id
    where p.organisation_id = :organisationId and p.customer_id = :customerId
      and c.customer_id <> p.customer_id and c.merged_into is null
    order by c.customer_id desc
    limit 60`,
})
