import { contactColumns, storedContact } from '#domain/customers/index.ts'
import { date, instant, int8, nullable, text } from '#platform/columns.ts'
import { change, find } from '#platform/statement.ts'

const recorded = { author: text, now: instant }
const contact = {
  kind: text,
  details: text,
  fromOn: nullable(date),
  untilOn: nullable(date),
  ...recorded,
}
const alert = { alert: text, reason: text, reviewOn: date, ...recorded }

/** Adds a further way to reach somebody. */
export const insertContact = change({
  takes: { customerId: int8, ...contact },
  returns: { contactId: int8 },
  sql: `
    insert into customer_contacts
      (organisation_id, customer_id, kind, details, from_on, until_on, recorded_by, recorded_at)
    values (:organisationId, :customerId, :kind, :details, :fromOn, :untilOn, :author, :now)
    returning contact_id as "contactId"`,
})

/** A way to reach somebody. */
export const findContact = find({
  takes: { customerId: int8, contactId: int8 },
  returns: storedContact,
  sql: `
    select ${contactColumns}
    from customer_contacts k
    where k.organisation_id = :organisationId and k.customer_id = :customerId
      and k.contact_id = :contactId`,
})

/** Says until when a way to reach somebody holds; no row where there is none of that number. */
export const updateContactEnd = change({
  takes: { customerId: int8, contactId: int8, untilOn: date },
  returns: { contactId: int8 },
  sql: `
    update customer_contacts
    set until_on = :untilOn
    where organisation_id = :organisationId and customer_id = :customerId
      and contact_id = :contactId
    returning contact_id as "contactId"`,
})

/** Sets an alert on somebody. */
export const insertAlert = change({
  takes: { customerId: int8, ...alert },
  returns: { alertId: int8 },
  sql: `
    insert into customer_alerts
      (organisation_id, customer_id, alert, reason, review_on, set_by, set_at)
    values (:organisationId, :customerId, :alert, :reason, :reviewOn, :author, :now)
    returning alert_id as "alertId"`,
})

/** Ends an alert; no row where none of that number holds. */
export const updateAlertEnd = change({
  takes: { customerId: int8, alertId: int8, author: text, now: instant },
  returns: { alertId: int8 },
  sql: `
    update customer_alerts
    set ended_by = :author, ended_at = :now
    where organisation_id = :organisationId and customer_id = :customerId
      and alert_id = :alertId and ended_at is null
    returning alert_id as "alertId"`,
})

/** Says anew a way to reach somebody; no row where there is none of that number. */
export const updateContact = change({
  takes: { customerId: int8, contactId: int8, ...contact },
  returns: { contactId: int8 },
  sql: `
    update customer_contacts
    set kind = :kind, details = :details, from_on = :fromOn, until_on = :untilOn,
      recorded_by = :author, recorded_at = :now
    where organisation_id = :organisationId and customer_id = :customerId
      and contact_id = :contactId
    returning contact_id as "contactId"`,
})

/** Sets an alert in place of one that holds, which stays on record as ended; no row where there is none of that number. */
export const replaceAlert = change({
  takes: { customerId: int8, alertId: int8, ...alert },
  returns: { alertId: int8 },
  sql: `
    with ended as (
      update customer_alerts
      set ended_by = :author, ended_at = :now
      where organisation_id = :organisationId and customer_id = :customerId
        and alert_id = :alertId and ended_at is null
      returning customer_id
    )
    insert into customer_alerts
      (organisation_id, customer_id, alert, reason, review_on, set_by, set_at)
    select :organisationId, e.customer_id, :alert, :reason, :reviewOn, :author, :now
    from ended e
    returning alert_id as "alertId"`,
})
