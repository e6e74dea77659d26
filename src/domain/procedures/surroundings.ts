/** A language of an organisation's list. */
export interface Language {
  readonly value: string
  readonly label: string | null
}

/** What a procedure may refer to outside itself. What is not known is not checked. */
export interface ProcedureSurroundings {
  /** The fields of the case type, with their values where they are the form's own. */
  readonly fields: readonly { readonly id: string; readonly values?: readonly string[] }[]
  readonly ratings: readonly string[]
  /** By group; a group without values takes every text. */
  readonly classifications?: ReadonlyMap<string, readonly string[]> | undefined
  /** The organisation's list of languages; where it is empty every language is known. */
  readonly languages?: readonly Language[] | undefined
  readonly teamCodes?: readonly string[] | undefined
  readonly templateCodes?: readonly string[] | undefined
  /** Of those who can sign in. */
  readonly userNames?: readonly string[] | undefined
  /** Skills that somebody has. */
  readonly skills?: readonly string[] | undefined
}

const fold = (text: string): string => text.trim().toLowerCase()

/** Tells whether a text is among others, whatever the case and the space around it. */
export const isAmong = (all: readonly string[], sought: string): boolean =>
  all.some((each) => fold(each) === fold(sought))

/** The texts that stand more than once. */
export function repeatedOf(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return [...new Set(texts.filter((text) => seen.has(fold(text)) || !seen.add(fold(text))))]
}
