/** What can be merged into a letter, and what it stands for. */
export const mergeFields = Object.freeze({
  'case.reference': 'the number of the case',
  'case.label': 'what the case is called',
  'case.type': 'the type of the case',
  'case.receivedOn': 'the day on which the case was received, in words',
  'customer.name': 'the name of the customer',
  'officer.name': 'the name of whoever has the case',
  'team.name': 'the name of the team that has the case',
  'organisation.name': 'the name of the organisation',
  answer: 'the answer to the case, once it is cleared',
  today: 'the day on which the letter is sent, in words',
})

/** The beginnings of fields that a case has of its own: `due.CODE` of a deadline, `field.ID` of its form. */
export const mergePrefixes = Object.freeze({
  'due.': 'the day on which the deadline of that code is due, in words',
  'field.': 'the answer to the field of that id',
})

const mark = /\{\{\s*([^{}]*?)\s*\}\}/g

/** The names that a text has between double braces, each once. */
export const namesToMerge = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(mark)].map(([, name = '']) => name)),
]

// beginning with a letter, so that a citation such as [2027] is none; no link either
const placeholder = /\[\p{L}[^[\]]*\](?!\()/gu
const editorial = new Set(['[sic]', '[redacted]'])

/** What a text has between square brackets for somebody to write there, such as `[Answer]`, each once. */
export const placeholdersIn = (text: string): readonly string[] =>
  [...new Set(text.match(placeholder))].filter((each) => !editorial.has(each.toLowerCase()))

/** Is a name one that can be merged into some letter? */
export const isMergeField = (name: string): boolean =>
  Object.hasOwn(mergeFields, name) ||
  Object.keys(mergePrefixes).some(
    (prefix) => name.startsWith(prefix) && name.length > prefix.length,
  )

/** A text with what it names put in, once and as it is, and the names for which there is nothing. */
export interface Merged {
  readonly text: string
  readonly missing: readonly string[]
}

/** Puts values into a text; a name for which there is none stays as it stands. */
export function merge(text: string, values: ReadonlyMap<string, string>): Merged {
  const missing = namesToMerge(text).filter((name) => !values.get(name))
  return {
    text: text.replaceAll(mark, (whole, name: string) => values.get(name) || whole),
    missing,
  }
}
