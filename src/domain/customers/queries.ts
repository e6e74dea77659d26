import { instant, int8, json, nullable, text } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'
import type { CustomerDetails } from './customer.ts'
import { detailsInSql } from './person-columns.ts'

const named = detailsInSql.map(({ name }) => name).join(', ')

/** What `:details` changes of the customer `c`: absent details stay as they are, null ones are cleared. */
export const changedColumns = detailsInSql
  .map(
    ({ key, name, type }) =>
      `${name} = case when :details ? '${key}' then (:details ->> '${key}')::${type} else c.${name} end`,
  )
  .join(', ')

/** A person as `peopleUpsert` takes it: details absent stay as they are, null ones are cleared. */
export interface PersonRow {
  /** The person's number within the call. */
  readonly person: number
  readonly details: CustomerDetails
}

/** What a statement takes for `peopleUpsert`. */
export const peopleTakes = { people: json<readonly PersonRow[]>(), now: instant } as const

const peopleSent = `people as materialized (
    select p.person, p.details, p.details ->> 'reference' as reference,
      nextval('customers_customer_id_seq') as new_customer_id
    from jsonb_to_recordset(:people) as p (person int, details jsonb)
  )`

const insertPeople = `insert into customers as c (organisation_id, customer_id, reference, ${named}, further,
      created_at, updated_at)
    overriding system value
    select :organisationId, p.new_customer_id, p.reference,
      ${detailsInSql.map(({ key, type }) => `(p.details ->> '${key}')::${type}`).join(', ')},
      jsonb_strip_nulls(coalesce(p.details -> 'further', '{}')), :now, casewright_now()
    from people p`

/** The same as `peopleUpsert` where nobody in `:people` has a reference: they are added, and compared with nobody. */
export const peopleInsert = `
  ${peopleSent}, added_customers as (
    ${insertPeople}
  ), saved_people as (
    select person, new_customer_id as customer_id from people
  )`

/**
 * Common table expressions (without `with`) that write people: one whose reference is held is updated,
 * any other is added; of two at once with the same new reference the second updates. No reference may
 * occur twice in `:people`. Afterwards `saved_people (person, customer_id)` says who is who.
 */
export const peopleUpsert = `
  ${peopleSent}, upserted_customers as (
    ${insertPeople}
    order by p.reference -- always in the same order: two calls never wait for each other
    on conflict (organisation_id, reference) do update
    set (${named}, further, updated_at, changed_in) = (
      select ${detailsInSql
        .map(
          ({ key, name }) =>
            `case when p.details ? '${key}' then excluded.${name} else c.${name} end`,
        )
        .join(', ')},
        jsonb_strip_nulls(c.further || coalesce(p.details -> 'further', '{}')),
        case when p.says_more then casewright_now() else c.updated_at end,
        case when p.says_more then pg_current_xact_id() else c.changed_in end
      from (select q.*, q.details - 'reference' <> '{}' as says_more from people q) p
      where p.reference = excluded.reference
    )
    -- whoever names a record that was merged means the one it went into
    returning c.customer_id, c.reference, coalesce(c.merged_into, c.customer_id) as present_id
  ), saved_people as (
    select p.person, u.present_id as customer_id
    from people p
    join upserted_customers u
      on case when p.reference is null then u.customer_id = p.new_customer_id
        else u.reference = p.reference end
  )`

/** Adds or updates people on their own. */
export const upsertPeople = change({
  takes: peopleTakes,
  returns: { customerId: int8 },
  sql: `with ${peopleUpsert} select customer_id as "customerId" from saved_people order by person`,
})

/** Fails on the constraint `customers_reference` where somebody else has the reference. */
export const updateCustomerReference = change({
  takes: { reference: text, newReference: text },
  returns: {},
  sql: `
    update customers
    set reference = :newReference, updated_at = casewright_now(),
      changed_in = pg_current_xact_id()
    where organisation_id = :organisationId and reference = :reference`,
})

/** The parties of a case, main party first. */
export const listCaseContacts = list({
  takes: { caseId: int8 },
  returns: {
    role: text,
    reference: nullable(text),
    title: nullable(text),
    firstName: nullable(text),
    surname: nullable(text),
    name: nullable(text),
    organisationName: nullable(text),
    email: nullable(text),
  },
  sql: `
    select p.role, c.reference, c.title, c.first_name as "firstName", c.surname, c.name,
      c.organisation_name as "organisationName", c.email
    from case_parties p
    join customers c
      on c.organisation_id = p.organisation_id and c.customer_id = p.customer_id
    where p.organisation_id = :organisationId and p.case_id = :caseId
    order by array_position(array['Customer', 'Agent'], p.role), p.role, p.position`,
})
