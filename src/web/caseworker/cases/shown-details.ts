import type { getCaseOverview } from '#domain/notes/index.ts'
import { readDateTime, readIsoDate } from '#platform/local-time.ts'
import { partyRecord } from '#web/caseworker/people/party-record.ts'
import { dateAndTime, dateInWords } from '#web/layout/times.ts'
import type { ShownAnswer, ShownPerson } from './shown-case.ts'

type Overview = Awaited<ReturnType<(typeof getCaseOverview)['handle']>>
type Answered = Overview['answers'][number]
type Party = Overview['parties'][number]

/** Gives an answer as the page shows it, dates and times in words. */
export const shownAnswer = ({ label, kind, value }: Answered): ShownAnswer => ({
  question: label,
  answer: inWords(kind, value),
})

const inWords = (kind: Answered['kind'], value: string): string => {
  if (kind === 'date') {
    const date = readIsoDate(value)
    return date === undefined ? value : dateInWords(date)
  }
  const moment = kind === 'date-time' ? readDateTime(value) : undefined
  return moment ? dateAndTime(moment.instant) : value
}

/** Gives somebody who takes part as the page shows them: what is not known of them is left out. */
export const shownPerson = (party: Party): ShownPerson => ({
  role: party.position > 0 ? `${party.role} ${party.position}` : party.role,
  known: [
    { what: 'Name', text: party.name },
    { what: 'Organisation', text: party.organisationName },
    { what: 'Address', text: addressOf(party) },
    { what: 'Email', text: party.email },
    { what: 'Phone', text: party.phone },
    { what: 'Mobile', text: party.mobile },
  ].flatMap(({ what, text }) => (text ? [{ what, text }] : [])),
  record: partyRecord(party),
})

/** As it was given, a line for each part, in the order of an envelope. */
const addressOf = ({ address, town, county, postcode, country }: Party): string =>
  [address, town, county, postcode, country].filter(Boolean).join('\n')
