import type { Flaw } from '#kernel/refusal.ts'
import type { Draft } from './draft-queries.ts'
import { merge, placeholdersIn } from './merge.ts'

/** A letter as it would be sent, and what there is nothing to put in the place of. */
export interface MergedLetter {
  readonly subject: string | null
  readonly body: string
  readonly missing: readonly string[]
  /** What keeps it from being sent, each under the field in which it stands. */
  readonly gaps: readonly Flaw[]
}

/** Puts values into the subject and the text of a letter. */
export function mergeDraft(
  { subject, body }: Pick<Draft, 'subject' | 'body'>,
  values: ReadonlyMap<string, string>,
): MergedLetter {
  const merged = { subject: merge(subject ?? '', values), body: merge(body, values) }
  return {
    subject: subject === null ? null : merged.subject.text,
    body: merged.body.text,
    missing: [...new Set([...merged.subject.missing, ...merged.body.missing])],
    gaps: [
      ...gapsIn('Subject', subject ?? '', merged.subject.missing),
      ...gapsIn('Body', body, merged.body.missing),
    ],
  }
}

// placeholders are looked for before merging: brackets that a customer or a cleared answer has are meant
const gapsIn = (parameter: string, text: string, missing: readonly string[]): readonly Flaw[] =>
  [...missing.map(nothingFor), ...placeholdersIn(text).map(stillThere)].map((message) => ({
    parameter,
    kind: 'invalid',
    message,
  }))

const nothingFor = (name: string): string =>
  name === 'answer'
    ? noAnswer
    : `There is nothing to put in place of {{${name}}}: amend the letter first`

const noAnswer =
  'There is no cleared answer to put in place of {{answer}}: have each answer that is to be sent cleared, or amend the letter and write the answer there'

const stillThere = (placeholder: string): string =>
  `${placeholder} is still to be written: amend the letter, and put the words in its place`
