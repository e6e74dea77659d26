import type { Known } from '#web/forms/case-form.ts'

/** A state in a word or two, and the colour of its tag. */
export type Standing = { readonly text: string; readonly colour: string }

/** A link to a form: what it does. */
export type Way = { readonly text: string; readonly href: string }

/** A point as the page shows it: how it stands, what is known of it, what can be done with it. */
export type ShownPoint = {
  readonly number: number
  readonly standing: Standing
  readonly known: readonly Known[]
  readonly ways: readonly Way[]
}

/** A remedy as the page shows it; `reopenAddress` where it can be taken back that it is done or not needed. */
export type ShownRemedy = {
  readonly number: number
  readonly what: string
  readonly description: string
  readonly due: string
  readonly isLate: boolean
  readonly owner: string
  readonly cost: string | undefined
  readonly standing: Standing
  readonly outcome: string | undefined
  readonly ways: readonly Way[]
  readonly reopenAddress: string | undefined
}

/** A lesson or an exclusion as the page shows it. */
export type ShownEntry = {
  readonly heading: string
  readonly standing: Standing | undefined
  readonly known: readonly Known[]
}

/** What the page with a complaint's points and remedies shows; addresses are undefined for who may only look. */
export type ShownComplaint = {
  readonly caseNumber: string
  readonly banner: string | undefined
  readonly csrfToken: string
  readonly summary: string
  readonly points: readonly ShownPoint[]
  readonly addPointAddress: string | undefined
  /** Why no point can be added, for who might add one else. */
  readonly whyNoPoint: string | undefined
  readonly remedies: readonly ShownRemedy[]
  readonly addRemedyAddress: string | undefined
  readonly lessons: readonly ShownEntry[]
  readonly recordLessonAddress: string | undefined
  readonly exclusions: readonly ShownEntry[]
  readonly refuseAddress: string | undefined
}
