import type { ShownClock } from '#web/caseworker/deadlines/clock-history.ts'
import type { DeadlineLine } from '#web/caseworker/deadlines/shown-deadlines.ts'
import type { PartyRecord } from '#web/caseworker/people/party-record.ts'
import type { ShownNeed } from '#web/caseworker/progress/shown-progress.ts'

/** A question of the case's form and its answer; a text may have several lines. */
export type ShownAnswer = { readonly question: string; readonly answer: string }

/** Somebody who takes part in a case, by role, with what is known of them by name. */
export type ShownPerson = {
  readonly role: string
  readonly known: readonly { readonly what: string; readonly text: string }[]
  /** What to know of them before dealing with them, and their page, for those who may open it. */
  readonly record?: PartyRecord
}

/** A value that did not fit, as the page shows it; `settleAddress` where the reader may settle it. */
export type OpenFlag = {
  readonly label: string
  readonly text: string
  readonly raisedAt: Date
  readonly settleAddress: string | undefined
}

/** A value that did not fit and has been dealt with: when, and by whom where that is known. */
export type SettledFlag = {
  readonly label: string
  readonly text: string
  readonly settledAt: Date
  readonly settledBy: string | undefined
}

/** Where a document stands, as a tag says it. */
export type DocumentStanding = { readonly text: string; readonly colour: string }

/** A document as the page shows it; `href` where it can be opened, `retryAddress` where it may be fetched again. */
export type ShownDocument = {
  readonly name: string
  readonly href: string | undefined
  readonly category: string | undefined
  readonly size: string | undefined
  readonly addedAt: Date
  readonly standing: DocumentStanding
  readonly failure: string | undefined
  readonly retryAddress: string | undefined
}

/** A note as the page shows it. */
export type ShownNote = {
  readonly kind: string
  readonly author: string
  readonly addedAt: Date
  readonly text: string
  readonly isShownToCustomer: boolean
}

/** What the page says at its top of what was just done; news that is not good is no success. */
export type Banner = { readonly text: string; readonly isSuccess: boolean }

/** A stage that a case is in, and what is lacking for any end of it. */
export type ShownWaiting = { readonly stage: string; readonly needs: readonly ShownNeed[] }

/** What the page of a case shows; documents are undefined for those who may not see them, notes come newest first. */
export type ShownCase = {
  readonly caseNumber: string
  readonly type: string
  readonly status: string
  readonly isConfidential: boolean
  readonly mainParty: string | undefined
  readonly externalReference: string | undefined
  readonly accountReference: string | undefined
  readonly receivedOn: string
  readonly targetOn: string | undefined
  readonly team: string | undefined
  readonly owner: string | undefined
  /** Who has got it, and by which rule, where one decided. */
  readonly assignedByRule: string | undefined
  /** The page on which it is assigned, for those who may. */
  readonly assignAddress: string | undefined
  readonly deadlines: readonly DeadlineLine[]
  readonly clock: ShownClock
  readonly waiting: readonly ShownWaiting[]
  readonly answers: readonly ShownAnswer[]
  /** Where the answers are changed, for those who may. */
  readonly detailsAddress: string | undefined
  readonly people: readonly ShownPerson[]
  readonly banner: Banner | undefined
  /** What wants looking at, each linked to its part of the page. */
  readonly attention: readonly { readonly text: string; readonly href: string }[]
  readonly csrfToken: string
  readonly openFlags: readonly OpenFlag[]
  readonly settledFlags: readonly SettledFlag[]
  readonly documents: readonly ShownDocument[] | undefined
  /** The page with what is drafted to be sent, and its clearance. */
  readonly answersAddress: string
  /** The page with what a request for information costs, and what is withheld and why, where it is one. */
  readonly informationAddress: string | undefined
  /** The page that says where it stands. */
  readonly progressAddress: string
  /** The page with its points and remedies, where it can have any. */
  readonly complaintAddress: string | undefined
  /** The page that says who may know of it, for those who decide that. */
  readonly accessAddress: string | undefined
  readonly addNoteAddress: string | undefined
  readonly notes: readonly ShownNote[]
}
