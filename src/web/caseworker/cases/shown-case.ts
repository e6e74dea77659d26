import type { AccountLine } from '#web/caseworker/accounts/account-link.ts'
import type { ShownClock } from '#web/caseworker/deadlines/clock-history.ts'
import type { DeadlineLine } from '#web/caseworker/deadlines/shown-deadlines.ts'
import type { ShownMerge } from '#web/caseworker/merging/shown-merging.ts'
import type { PartyRecord } from '#web/caseworker/people/party-record.ts'
import type { ShownEntry } from '#web/caseworker/timeline/shown-entry.ts'
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

/** A document as the page shows it; `href` leads to its own page, `retryAddress` is where it may be fetched again. */
export type ShownDocument = {
  readonly name: string
  readonly href: string
  readonly category: string | undefined
  readonly size: string | undefined
  readonly addedAt: Date
  readonly addedBy: string
  readonly versions: number
  /** Can the customer see it? */
  readonly isReleased: boolean
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

/** Something that waits to be done on a case, and where it is done. */
export type ShownNext = {
  readonly what: string
  readonly due: string | undefined
  readonly isLate: boolean
  readonly who: string | undefined
  readonly href: string
}

/** What the overview of a case shows beside what every page of it does. */
export type ShownCase = {
  readonly caseNumber: string
  readonly externalReference: string | undefined
  /** The account it concerns; undefined where it concerns none. */
  readonly account: AccountLine | undefined
  readonly receivedOn: string
  readonly targetOn: string | undefined
  /** Its classifications. */
  readonly tags: string | undefined
  readonly team: string | undefined
  readonly owner: string | undefined
  /** Who has got it, and by which rule, where one decided. */
  readonly assignedByRule: string | undefined
  readonly deadlines: readonly DeadlineLine[]
  readonly clock: ShownClock
  readonly waiting: readonly ShownWaiting[]
  readonly next: readonly ShownNext[]
  /** What was done last, the newest first. */
  readonly done: readonly ShownEntry[]
  readonly timelineAddress: string
  readonly banner: Banner | undefined
  /** What wants looking at, each linked to where it is. */
  readonly attention: readonly { readonly text: string; readonly href: string }[]
  readonly csrfToken: string
  readonly merges: readonly ShownMerge[]
  readonly openFlags: readonly OpenFlag[]
  readonly settledFlags: readonly SettledFlag[]
  /** What the reader may do with the case as a whole. */
  readonly ways: readonly { readonly text: string; readonly href: string }[]
}
