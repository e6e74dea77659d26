/** A document that a call names by its address (contract 6.0.3). */
export interface NewDocument {
  /** Its place in the display order. */
  readonly position: number
  readonly name: string
  readonly mediaType: string | null
  readonly url: string
  readonly isUrlPublic: boolean
  /** Its content is to be fetched and kept even though its address is public. */
  readonly loadsContent: boolean
  readonly category: string | null
  readonly isInSummary: boolean
}
