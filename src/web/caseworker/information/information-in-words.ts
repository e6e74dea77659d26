import type { getInformation } from '#domain/information/index.ts'
import { capital } from '#web/caseworker/complaint/choices-of.ts'
import type { Way } from '#web/caseworker/complaint/shown-complaint.ts'
import type { Known } from '#web/forms/case-form.ts'
import { pounds } from '#web/layout/pounds.ts'
import { dateAndTime, dateInWords } from '#web/layout/times.ts'
import { informationForm } from './addresses.ts'
import type { ShownItem, ShownSection } from './shown-information.ts'

export type Information = Awaited<ReturnType<(typeof getInformation)['handle']>>
export type Part = Information['parts'][number]

const known = (what: string, text: string | null | undefined): readonly Known[] =>
  text ? [{ what, text }] : []

/** Minutes as hours and minutes. */
export function hoursInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [
    ...(hours > 0 ? [`${hours} ${hours === 1 ? 'hour' : 'hours'}`] : []),
    ...(rest > 0 ? [`${rest} ${rest === 1 ? 'minute' : 'minutes'}`] : []),
  ]
  return parts.join(' ') || 'no time'
}

const waysIn = (
  { caseId, mayUpdate }: Information,
  ...ways: readonly (readonly [string, string])[]
) =>
  mayUpdate ? ways.map(([text, what]): Way => ({ text, href: informationForm(caseId, what) })) : []

/** The parts of the request, what was decided, and why something is withheld. */
export const partsSection = (told: Information): ShownSection => ({
  heading: 'Parts of the request',
  summary: [],
  none: 'Nothing has been recorded of what is asked for.',
  items: told.parts.map((part) => shownPart(part, told)),
  add: waysIn(told, ['Add a part', 'parts/new']),
})

const shownPart = (part: Part, told: Information): ShownItem => ({
  heading: `Part ${part.part}`,
  known: [
    { what: 'What is asked for', text: part.description },
    { what: 'Decision', text: part.decision === null ? 'Not decided' : capital(part.decision) },
    ...known('Reasons', part.reasons),
    ...known(
      'Decided',
      part.decidedAt && `${dateAndTime(part.decidedAt)} by ${part.decidedBy ?? ''}`,
    ),
    ...part.claimed.map(exemptionInWords),
  ],
  ways: waysIn(
    told,
    ['Decide', `parts/${part.part}/decide`],
    ['Claim an exemption', `parts/${part.part}/exemption`],
    ...(part.claimed.length > 0
      ? ([['Take back an exemption', `parts/${part.part}/drop`]] as const)
      : []),
  ),
})

const exemptionInWords = (claim: Part['claimed'][number]): Known => ({
  what: claim.exemption,
  text: [
    claim.name,
    ...(claim.balance === null
      ? []
      : [
          `For disclosing: ${claim.interestFor ?? ''}`,
          `For withholding: ${claim.interestAgainst ?? ''}`,
          `The balance is to ${claim.balance}, decided by ${claim.balancedBy ?? ''}`,
        ]),
  ].join('\n'),
})

/** The meter of the cost limit, with the work and the requests that count. */
export const costSection = (told: Information): ShownSection => ({
  heading: 'Cost limit',
  summary: meterInWords(told.cost.meter),
  none: 'No work has been recorded.',
  items: [...told.activities.map((each) => shownActivity(each, told)), ...linkedItems(told)],
  add: waysIn(told, ['Record work', 'cost/new'], ['Link a request', 'links/new']),
})

const meterInWords = (meter: Information['cost']['meter']): readonly string[] => [
  `${capital(hoursInWords(meter.expectedMinutes))} (${pounds(meter.expectedPence)}) of ${hoursInWords(
    meter.limitMinutes,
  )} (${pounds(meter.limitPence)}) expected, ${hoursInWords(meter.doneMinutes)} done.`,
  `${capital(hoursInWords(meter.uncountedMinutes))} of work that does not count.`,
]

const shownActivity = (
  activity: Information['activities'][number],
  told: Information,
): ShownItem => ({
  heading: `Work ${activity.activity}: ${activity.kind}`,
  known: [
    {
      what: activity.isEstimate ? 'Estimate' : 'Done',
      text: `${hoursInWords(activity.minutes)}, ${activity.isCounted ? 'counts' : 'does not count'}`,
    },
    { what: 'By', text: `${activity.workedBy}, ${dateInWords(activity.doneOn)}` },
    ...known('Note', activity.note),
  ],
  ways: waysIn(told, ['Take back', `cost/${activity.activity}/withdraw`]),
})

const linkedItems = (told: Information): readonly ShownItem[] =>
  told.cost.links.map(({ caseId, receivedOn, how, reason, isCounted, linkedBy }) => ({
    heading: `Case ${caseId}`,
    known: [
      { what: 'Counts together', text: isCounted ? 'Yes' : 'No' },
      { what: 'Linked as', text: capital(how) },
      { what: 'Received', text: dateInWords(receivedOn) },
      ...known('Why', reason && `${reason}\n${linkedBy ?? ''}`),
    ],
    ways: how === 'same person' ? [] : waysIn(told, ['Unlink', `links/${caseId}/unlink`]),
  }))

/** The search plan. */
export const searchSection = (told: Information): ShownSection => ({
  heading: 'Search plan',
  summary: [],
  none: 'No search is planned.',
  items: told.searches.map(({ search, place, searchedBy, searchedOn, found }) => ({
    heading: `Search ${search}: ${place}`,
    known:
      searchedOn === null
        ? [{ what: 'State', text: 'Planned' }]
        : [
            { what: 'Searched', text: `${dateInWords(searchedOn)} by ${searchedBy ?? ''}` },
            ...known('Found', found),
          ],
    ways: waysIn(told, ['Say what was found', `searches/${search}/done`]),
  })),
  add: waysIn(told, ['Plan a search', 'searches/new']),
})

/** Whom else what was found tells of, and whether identity is proved. */
export const peopleSection = (told: Information): ShownSection => ({
  heading: 'Identity and third parties',
  summary: [
    `Proof of identity: ${told.identity.state}` +
      (told.identity.on === undefined ? '.' : `, ${dateInWords(told.identity.on)}.`),
  ],
  none: 'No third party has been recorded.',
  items: told.thirdParties.map((each) => ({
    heading: `Third party ${each.thirdParty}: ${each.reference}`,
    known: [
      { what: 'Consent', text: capital(each.consent) },
      { what: 'Decision', text: each.decision === null ? 'Not decided' : capital(each.decision) },
      ...known('Reasons', each.reasons),
    ],
    ways: waysIn(told, ['Settle', `people/${each.thirdParty}/settle`]),
  })),
  add: waysIn(told, ['Add a third party', 'people/new']),
})
