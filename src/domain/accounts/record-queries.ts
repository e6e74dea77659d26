import { touching } from '#domain/events/index.ts'
import { bool, date, instant, int4, int8, nullable, numeric, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

const named = {
  accountId: int8,
  accountType: text,
  reference: text,
  description: nullable(text),
  status: nullable(text),
} as const

const account = {
  ...named,
  balance: nullable(numeric),
  balanceOn: nullable(date),
  startOn: nullable(date),
  endOn: nullable(date),
  closedOn: nullable(date),
  removedOn: nullable(date),
  updatedAt: instant,
} as const

/** An account by number. */
export const findAccount = find({
  takes: { accountId: int8 },
  returns: account,
  sql: `
    select a.account_id as "accountId", a.account_type as "accountType", a.reference, a.description,
      a.status, a.balance, a.balance_on as "balanceOn", a.start_on as "startOn",
      a.end_on as "endOn", a.closed_on as "closedOn", a.removed_on as "removedOn",
      a.updated_at as "updatedAt"
    from accounts a
    where a.organisation_id = :organisationId and a.account_id = :accountId`,
})

/** An account by number, which nobody else changes until this transaction ends. */
export const lockAccount = find({
  takes: { accountId: int8 },
  returns: { accountId: int8, updatedAt: instant },
  sql: `
    select a.account_id as "accountId", a.updated_at as "updatedAt"
    from accounts a
    where a.organisation_id = :organisationId and a.account_id = :accountId
    for update`,
})

/** The accounts of a reference that are not removed, of one type or of any. */
export const listAccountsOfReference = list({
  takes: { reference: text, accountType: nullable(text) },
  returns: named,
  sql: `
    select a.account_id as "accountId", a.account_type as "accountType", a.reference, a.description,
      a.status
    from accounts a
    where a.organisation_id = :organisationId and a.reference in (:reference, upper(:reference))
      and a.removed_on is null
      and (:accountType is null or lower(a.account_type) = lower(:accountType))
    order by 2
    limit 20`,
})

/** The cases that concern an account, the open ones first and then newest first. */
export const listCasesOfAccount = list({
  takes: { accountId: int8, most: int4 },
  returns: {
    caseId: int8,
    caseTypeId: int8,
    version: int4,
    label: nullable(text),
    status: text,
    isClosed: bool,
    receivedOn: date,
  },
  sql: `
    select c.case_id as "caseId", c.case_type_id as "caseTypeId", c.case_type_version as version,
      c.label, c.status, c.closed_on is not null as "isClosed", c.received_on as "receivedOn"
    from cases c
    where c.organisation_id = :organisationId and c.account_id = :accountId
    order by c.closed_on is not null, c.received_on desc, c.case_id desc
    limit :most`,
})

/** Who takes part in the cases that concern an account, as far as the reader may know of these. */
export const listPeopleOfAccount = list({
  takes: { accountId: int8 },
  returns: {
    customerId: int8,
    name: nullable(text),
    title: nullable(text),
    firstName: nullable(text),
    surname: nullable(text),
    organisationName: nullable(text),
    roles: text,
  },
  sql: `
    select p.customer_id as "customerId", p.name, p.title, p.first_name as "firstName", p.surname,
      p.organisation_name as "organisationName", r.roles
    from (
      select cp.customer_id, string_agg(distinct cp.role, ', ' order by cp.role) as roles
      from cases c
      join case_parties cp on cp.organisation_id = c.organisation_id and cp.case_id = c.case_id
      where c.organisation_id = :organisationId and c.account_id = :accountId
      group by cp.customer_id
    ) r
    join customers p on p.organisation_id = :organisationId and p.customer_id = r.customer_id
    order by p.customer_id
    limit 50`,
})

const details = {
  accountType: text,
  reference: text,
  description: nullable(text),
  status: nullable(text),
  balance: nullable(numeric),
  balanceOn: nullable(date),
  startOn: nullable(date),
  endOn: nullable(date),
  closedOn: nullable(date),
  removedOn: nullable(date),
} as const

/** Adds an account; fails on the constraint `accounts_reference` where there is one of its type and reference. */
export const insertAccount = change({
  takes: details,
  returns: { accountId: int8 },
  sql: `
    insert into accounts (organisation_id, account_type, reference, description, status, balance,
      balance_on, start_on, end_on, closed_on, removed_on, updated_at)
    values (:organisationId, :accountType, :reference, :description, :status, :balance, :balanceOn,
      :startOn, :endOn, :closedOn, :removedOn, casewright_now())
    returning account_id as "accountId"`,
})

/** Says anew all that is kept of an account; fails as `insertAccount` does. */
export const updateAccountRecord = change({
  takes: { accountId: int8, ...details },
  returns: {},
  sql: `
    update accounts
    set account_type = :accountType, reference = :reference, description = :description,
      status = :status, balance = :balance, balance_on = :balanceOn, start_on = :startOn,
      end_on = :endOn, closed_on = :closedOn, removed_on = :removedOn,
      updated_at = casewright_now()
    where organisation_id = :organisationId and account_id = :accountId`,
})

/** The account that a case concerns. */
export const findAccountOfCase = find({
  takes: { caseId: int8 },
  returns: { accountId: nullable(int8), accountType: nullable(text), reference: nullable(text) },
  sql: `
    select c.account_id as "accountId", a.account_type as "accountType", a.reference
    from cases c
    left join accounts a
      on a.organisation_id = c.organisation_id and a.account_id = c.account_id
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})

/** Says which account a case concerns, or that it concerns none, and tells its history. */
export const updateAccountOfCase = change({
  takes: {
    caseId: int8,
    accountId: nullable(int8),
    from: nullable(text),
    to: nullable(text),
    author: text,
    now: instant,
  },
  returns: {},
  sql: `
    with changed as (
      update cases
      set account_id = :accountId, ${touching}
      where organisation_id = :organisationId and case_id = :caseId
    )
    insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
    values (:organisationId, :caseId, 'accountSet',
      jsonb_strip_nulls(jsonb_build_object('from', :from, 'to', :to)), :author, :now)`,
})
