import { int8, json, nullable, text } from '#platform/columns.ts'
import { change } from '#platform/statement.ts'

/** What a statement takes for `accountOfCase`. */
export const accountTakes = { accountReference: nullable(text), accountType: text } as const

/**
 * Common table expressions (without `with`) that find the account a case concerns and make it where there
 * is none; without a type any account of the reference will do, the newest first. Afterwards
 * `account_of_case (account_id)` holds one row, or none where `:accountReference` is null.
 */
export const accountOfCase = `
  found_account as (
    select a.account_id
    from accounts a
    where a.organisation_id = :organisationId and a.reference = :accountReference
      and a.removed_on is null
      and (:accountType = '' or lower(a.account_type) = lower(:accountType))
    order by a.account_id desc
    limit 1
  ), made_account as (
    insert into accounts (organisation_id, account_type, reference, updated_at)
    select :organisationId, :accountType, :accountReference, casewright_now()
    where :accountReference is not null and not exists (select from found_account)
    on conflict (organisation_id, reference, lower(account_type)) where removed_on is null
    do update set reference = excluded.reference -- made by another call at this moment
    returning account_id
  ), account_of_case as (
    select account_id from found_account union all select account_id from made_account
  )`

/** What is to change of an account: what is absent stays. */
export interface AccountChanges {
  readonly balance?: string
  readonly balanceDate?: string
  readonly closedDate?: string
  readonly startDate?: string
  readonly endDate?: string
  readonly description?: string
  readonly status?: string
  readonly dateRemoved?: string
}

/** Changes the account unless it is removed; a day of removal removes it. */
export const updateAccountDetails = change({
  takes: { type: text, reference: text, changes: json<AccountChanges>() },
  returns: { accountId: int8 },
  sql: `
    update accounts a
    set balance = coalesce(n.balance, a.balance),
      balance_on = coalesce(n."balanceDate", a.balance_on),
      closed_on = coalesce(n."closedDate", a.closed_on),
      start_on = coalesce(n."startDate", a.start_on),
      end_on = coalesce(n."endDate", a.end_on),
      description = coalesce(n.description, a.description),
      status = coalesce(n.status, a.status),
      removed_on = n."dateRemoved",
      updated_at = casewright_now()
    from jsonb_to_record(:changes) as n (balance numeric, "balanceDate" date, "closedDate" date,
      "startDate" date, "endDate" date, description text, status text, "dateRemoved" date)
    where a.organisation_id = :organisationId and a.reference = :reference
      and lower(a.account_type) = lower(:type) and a.removed_on is null
    returning a.account_id as "accountId"`,
})
