import type { Flaw } from '#kernel/refusal.ts'
import type { TableCell } from '#web/components/table.ts'
import type { Interpolation } from '#web/layout/html.ts'

/** A column of a list. */
export type Column<Row> = {
  /** What addresses call it. */
  readonly name: string
  readonly heading: string
  readonly cell: (row: Row) => TableCell
  readonly isSortable?: boolean
  /** May the reader leave it out? */
  readonly isOptional?: boolean
}

/** Something a list can be narrowed down by: any of its choices, or one, or what somebody types. */
export type FilterGroup = {
  /** The operation's parameter. */
  readonly name: string
  readonly heading: string
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly isOne?: boolean
  /** Is it typed? Then there are no choices. */
  readonly isTyped?: boolean
  readonly hint?: string
}

/** What can be done with several rows at once: their boxes are sent to the address of whichever button is pressed. */
export type Selection<Row> = {
  readonly name: string
  readonly valueOf: (row: Row) => string
  /** What a box is called, such as "Select case 1001". */
  readonly labelOf: (row: Row) => string
  readonly buttons: readonly { readonly text: string; readonly address: string }[]
}

/** A list as every page of lists shows it: filters, table, ways to the pages before and after. */
export type List<Row> = {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  /** The column by which it is sorted where the address does not say, with `-` before it for the other direction. */
  readonly sort?: string
  readonly filters: readonly FilterGroup[]
  /** What is wrong with what was typed to narrow it down. */
  readonly flaws?: readonly Flaw[]
  readonly rows: readonly Row[]
  /** How much there is, such as "12 cases". */
  readonly results: string
  /** Where the next page begins. */
  readonly next: string | undefined
  /** What to say and to do where there is nothing at all. */
  readonly empty: Interpolation
  readonly selection?: Selection<Row> | undefined
}
