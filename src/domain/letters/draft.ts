import { inWords } from '#domain/calendar/index.ts'
import { changedMeanwhile, conflict } from '#domain/seen/index.ts'
import { integer } from '#kernel/kinds.ts'
import { refusal, type Flaw, type Refusal } from '#kernel/refusal.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import type { Reading } from '#platform/statement.ts'
import { findDraft, type Draft } from './draft-queries.ts'

export const unknownLetter = refusal('unknownLetter', 'There is no such letter on this case')
export const letterSettled = refusal(
  'letterSettled',
  'This letter has been sent or dropped already',
)

/** The number of a draft. */
export const letterNumber = integer({ min: 1, max: Number.MAX_SAFE_INTEGER })

type Refused = typeof unknownLetter | typeof letterSettled | typeof changedMeanwhile

interface Changing {
  readonly db: Reading
  readonly subject: { readonly caseId: number }
  readonly input: { readonly letter: number; readonly version: number }
  readonly refuse: (kind: Refused, flaws?: readonly Flaw[]) => Refusal
}

/** The letter that is to be changed, if it waits and nobody has changed it since it was seen; else refuses. */
export async function draftToChange({ db, subject, input, refuse }: Changing): Promise<Draft> {
  const found = await findDraft(db, { caseId: subject.caseId, letter: input.letter })
  if (!found) throw refuse(unknownLetter)
  const settled = whatBecameOf(found)
  if (settled !== undefined)
    throw refuse(letterSettled, [{ parameter: 'Letter', kind: 'invalid', message: settled }])
  if (found.version !== input.version) throw refuse(changedMeanwhile, conflict)
  return found
}

/**
 * The letter that is to be sent: one that waits, or one whose mail may not have come, if nobody has changed it since
 * it was seen; else refuses.
 */
export async function draftToSend(task: Changing): Promise<Draft> {
  const { db, subject, input, refuse } = task
  const found = await findDraft(db, { caseId: subject.caseId, letter: input.letter })
  if (!found || !isUndelivered(found)) return draftToChange(task)
  if (found.version !== input.version) throw refuse(changedMeanwhile, conflict)
  return found
}

const doubtful = new Set<string | null>(['failed', 'uncertain', 'dropped'])

/** Was a letter sent by a mail that nobody has, or of which nobody knows? */
export const isUndelivered = ({ mailState }: Pick<Draft, 'mailState'>): boolean =>
  doubtful.has(mailState)

/** What became of a letter that waits no more; undefined of one that waits. */
function whatBecameOf({ sentAt, droppedAt, changedBy, name }: Draft): string | undefined {
  const at = sentAt ?? droppedAt
  if (at === null) return undefined
  const did = sentAt ? 'sent' : 'dropped'
  return `${changedBy ?? 'Somebody'} ${did} “${name}” on ${inWords(writeLocalDate(at))}`
}
