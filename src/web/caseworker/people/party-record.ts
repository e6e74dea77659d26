import { warningText } from '#web/components/warning-text.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { personAddress } from './addresses.ts'

/** Something to know of somebody before dealing with them, and why. */
export type Alert = { readonly what: string; readonly text: string }

/** What a case shows of the record of somebody who takes part in it. */
export type PartyRecord = {
  /** What the link calls them. */
  readonly name: string
  /** The page of the record, for those who may open it. */
  readonly address: string | undefined
  readonly alerts: readonly Alert[]
}

type Party = {
  readonly customerId: number | undefined
  readonly role: string
  readonly name: string | null
  readonly organisationName: string | null
  readonly alerts: readonly { readonly alert: string; readonly reason: string }[]
}

/** Gives what a case shows of the record of one of its parties. */
export const partyRecord = (party: Party): PartyRecord => ({
  name: party.name ?? party.organisationName ?? `the ${party.role.toLowerCase()}`,
  address: party.customerId === undefined ? undefined : personAddress(party.customerId),
  alerts: party.alerts.map(({ alert, reason }) => ({ what: alert, text: reason })),
})

/** The part under somebody's details on a case: what to know beforehand, and the way to their page. */
export const partyRecordPart = ({ name, address, alerts }: PartyRecord): Html =>
  html`${alertLines(alerts)}
  ${
    address !== undefined &&
    html`<p class="govuk-body"><a class="govuk-link" href="${address}">Record of ${name}</a></p>`
  }`

/** Alerts in a line each. */
export const alertLines = (alerts: readonly Alert[]): readonly Html[] =>
  alerts.map(({ what, text }) => warningText({ text: `${what}. ${text}` }))
