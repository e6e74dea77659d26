import type { Way } from '#web/caseworker/complaint/shown-complaint.ts'
import type { Known } from '#web/forms/case-form.ts'

/** Something of a request as the page shows it, and what can be done with it. */
export type ShownItem = {
  readonly heading: string
  readonly known: readonly Known[]
  readonly ways: readonly Way[]
}

/** A part of the page: its items, what it says where there are none, and the way to add one. */
export type ShownSection = {
  readonly heading: string
  readonly summary: readonly string[]
  readonly none: string
  readonly items: readonly ShownItem[]
  readonly add: readonly Way[]
}

/** What the page with a request for information shows. */
export type ShownInformation = {
  readonly caseNumber: string
  readonly banner: string | undefined
  /** What is lacking before an answer may be sent. */
  readonly lacking: readonly string[]
  readonly isOverLimit: boolean
  readonly sections: readonly ShownSection[]
}
