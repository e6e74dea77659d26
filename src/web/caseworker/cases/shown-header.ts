import type { ShownDeadline } from '#domain/clock/index.ts'

/** A page of a case that its navigation leads to. */
export type CasePart =
  | 'overview'
  | 'details'
  | 'timeline'
  | 'documents'
  | 'notes'
  | 'links'
  | 'progress'
  | 'answers'
  | 'complaint'
  | 'information'
  | 'access'

/** What every page of a case says of it at the top. */
export type ShownHeader = {
  readonly caseNumber: string
  readonly type: string
  readonly status: string
  readonly isConfidential: boolean
  readonly mainParty: string | undefined
  readonly due: Pick<ShownDeadline, 'mark' | 'summary'> | undefined
  readonly closedOn: string | undefined
  readonly rating: string | undefined
  /** Who has it. */
  readonly holder: string
  /** What must be known of its people beforehand. */
  readonly alerts: readonly string[]
  /** Who else has it open. */
  readonly others: readonly string[]
  readonly parts: readonly {
    readonly name: CasePart
    readonly text: string
    readonly href: string
  }[]
}
