import type { SourceName } from './report-source.ts'

/** What must be so of a row, by a column of the catalogue. A closed set: nobody writes SQL. */
export type Criterion =
  | { readonly column: string; readonly test: 'empty' | 'filled' }
  | { readonly column: string; readonly test: 'equals' | 'differs'; readonly value: string }
  | { readonly column: string; readonly test: 'in'; readonly values: readonly string[] }
  /** Inclusive limits, for numbers, dates and date-times. */
  | { readonly column: string; readonly test: 'since' | 'until'; readonly value: string }

/** By which column rows are ordered; where all are equal the oldest comes first. */
export interface Order {
  readonly column: string
  readonly isDescending?: boolean
}

/** A report as it is stored: what it is over, its columns by their dotted names, and which rows it has. */
export interface ReportDefinition {
  readonly source: SourceName
  readonly columns: readonly string[]
  readonly criteria: readonly Criterion[]
  readonly order: readonly Order[]
}
