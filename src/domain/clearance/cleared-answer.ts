import type { Reading } from '#platform/statement.ts'
import { listAnswersToSend } from './answer-queries.ts'

/**
 * What a case is answered with, as a letter says it: its answers in their order, under their titles where there are
 * several. Undefined while one that is to be sent is not cleared as it reads now.
 */
export async function clearedAnswer(db: Reading, caseId: number): Promise<string | undefined> {
  const answers = await listAnswersToSend(db, { caseId })
  const [only] = answers
  if (!only || answers.some(({ isCleared }) => !isCleared)) return undefined
  if (answers.length === 1) return only.body
  return answers.map(({ title, body }) => `${title}\n\n${body}`).join('\n\n')
}
