import type { Standing, Way } from '#web/caseworker/complaint/shown-complaint.ts'
import type { Known } from '#web/forms/case-form.ts'

/** An earlier wording of an answer. */
export type EarlierVersion = { readonly heading: string; readonly text: string }

/** An answer as the page shows it: how it stands, what is known of it, what the reader can do with it. */
export type ShownAnswer = {
  readonly number: number
  readonly title: string
  readonly standing: Standing
  readonly text: string
  readonly known: readonly Known[]
  readonly earlier: readonly EarlierVersion[]
  readonly ways: readonly Way[]
}

/** What the page with a case's answers shows; the address is undefined for who may not draft one. */
export type ShownAnswers = {
  readonly caseNumber: string
  readonly banner: string | undefined
  readonly isClosed: boolean
  readonly answers: readonly ShownAnswer[]
  readonly draftAddress: string | undefined
}
