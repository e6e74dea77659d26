/** JSON Schema, as it goes into OpenAPI. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** What reading a text as a kind came to. The fault completes the sentence "‹Label› …". */
export type KindResult<T> = { readonly value: T } | { readonly fault: string }

/** A kind of value: how it is read from text, described, and tried in tests. */
export interface Kind<T> {
  readonly name: string
  readonly schema: JsonSchema
  readonly read: (text: string) => KindResult<T>
  readonly good: readonly string[]
  readonly bad: readonly string[]
  /** Is it chosen among what is offered, so that nobody is told to type it? */
  readonly isChosen?: true
}

export const kind = <T>(definition: Kind<T>): Kind<T> => Object.freeze(definition)

/** A kind of which a page offers all there is. */
export const chosen = <T>(offered: Kind<T>): Kind<T> => kind({ ...offered, isChosen: true })
