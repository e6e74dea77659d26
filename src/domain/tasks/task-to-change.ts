import { inWords } from '#domain/calendar/index.ts'
import type { Flaw, Refusal } from '#kernel/refusal.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import type { Reading } from '#platform/statement.ts'
import { taskCannotBeCompleted, unknownTask } from './errors.ts'
import { findTaskByNumber, type CaseTask } from './queries.ts'

type Refused = typeof unknownTask | typeof taskCannotBeCompleted

interface Changing {
  readonly db: Reading
  readonly subject: { readonly caseId: number }
  readonly input: { readonly taskNumber: number }
  readonly refuse: (kind: Refused, flaws?: readonly Flaw[]) => Refusal
}

/** The task of a case that is to be changed; refuses where there is none, or says who has done it already. */
export async function openTask({ db, subject, input, refuse }: Changing): Promise<CaseTask> {
  const { taskNumber } = input
  const found = await findTaskByNumber(db, { caseId: subject.caseId, taskNumber })
  if (!found) throw refuse(unknownTask)
  if (found.completedAt === null) return found
  const when = inWords(writeLocalDate(found.completedAt))
  const message = `${found.completedBy ?? 'Somebody'} settled “${found.title}” on ${when}`
  throw refuse(taskCannotBeCompleted, [{ parameter: 'TaskNumber', kind: 'invalid', message }])
}
