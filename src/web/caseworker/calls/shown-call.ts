import type { getCallForm } from '#domain/calls/index.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { personAddress } from '#web/caseworker/people/addresses.ts'
import type { Found } from '#web/caseworker/people/finder.ts'
import { nameOf, type Line } from '#web/caseworker/people/shown-person.ts'
import type { Form } from '#web/layout/form-page.ts'
import { dateAndTime, dateInWords } from '#web/layout/times.ts'
import { sizeInWords } from '#platform/files/size-in-words.ts'
import { stepAddress } from './addresses.ts'

/** What recording a call needs, as the domain tells of it. */
export type Told = Awaited<ReturnType<(typeof getCallForm)['handle']>>

/** Who calls: alerts first, then what is open. */
export type Caller = {
  readonly number: string
  readonly name: string
  readonly address: string
  readonly facts: readonly string[]
  readonly alerts: readonly { readonly what: string; readonly text: string }[]
  readonly openCases: readonly Line[]
}

/** A draft, with where it is gone on with and where it is thrown away. */
export type ShownDraft = {
  readonly text: string
  readonly address: string
  readonly dropAddress: string
}

/** Where recording a call has got to: who calls is sought, the subject is chosen, the form is filled in. */
export type Call = {
  readonly banner: string | undefined
  readonly step: 'who' | 'what' | 'form'
  readonly found: Found
  readonly caller: Caller | undefined
  readonly drafts: readonly ShownDraft[]
  readonly draft: string | undefined
  /** What is attached, in words. */
  readonly attached: readonly string[]
  readonly told: Pick<Told, 'caseTypes' | 'caseType' | 'fields' | 'methods'>
}

/** Words where recording a call has got to. */
export const shownCall = (
  told: Told,
  typed: Form['typed'],
  { found, banner }: Pick<Call, 'found' | 'banner'>,
): Call => ({
  banner,
  step: stepOf(told, typed),
  found,
  caller: told.person && callerOf(told.person),
  drafts: told.drafts.map(({ draftId, ...draft }) => ({
    text: draftInWords(draft),
    address: stepAddress({ Draft: String(draftId) }),
    dropAddress: `/calls/drafts/${draftId}/drop`,
  })),
  draft: told.draft && String(told.draft.draftId),
  attached: told.files.map(fileInWords),
  told,
})

/** What is attached to a draft, in words. */
export const fileInWords = ({ name, size }: Told['files'][number]): string =>
  `${name}, ${sizeInWords(size)}`

const draftInWords = ({
  caseType,
  person,
  files,
  savedAt,
}: Omit<Told['drafts'][number], 'draftId'>): string =>
  [
    `${caseType ?? 'A call'}${person === null ? '' : ` for ${person}`}`,
    files === 0 ? [] : files === 1 ? 'with 1 document' : `with ${files} documents`,
    `kept on ${dateAndTime(savedAt)}`,
  ]
    .flat()
    .join(', ')

function stepOf({ person, caseType, draft }: Told, typed: Form['typed']): Call['step'] {
  const isWhoKnown = person !== undefined || draft !== undefined || typed['New'] === 'yes'
  if (!isWhoKnown) return 'who'
  return caseType ? 'form' : 'what'
}

const callerOf = (person: NonNullable<Told['person']>): Caller => ({
  number: String(person.customerId),
  name: nameOf(person),
  address: personAddress(person.customerId),
  facts: [
    person.address,
    person.town,
    person.postcode,
    person.phone,
    person.mobile,
    person.email,
  ].flatMap((fact) => fact ?? []),
  alerts: person.alerts.map(({ alert, reason }) => ({ what: alert, text: reason })),
  openCases: person.openCases.map((theCase) => ({
    text: `Case ${theCase.caseId}${theCase.label === null ? '' : `: ${theCase.label}`}`,
    href: caseAddress(theCase.caseId),
    more: `${theCase.status} · received ${dateInWords(theCase.receivedOn)}`,
  })),
})
