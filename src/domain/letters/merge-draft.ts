import type { Draft } from './draft-queries.ts'
import { merge } from './merge.ts'

/** A letter as it would be sent, and what there is nothing to put in the place of. */
export interface MergedLetter {
  readonly subject: string | null
  readonly body: string
  readonly missing: readonly string[]
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
  }
}
