import { findSubject } from '#domain/access/index.ts'
import { getHolder, giveCase } from '#domain/assignment/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import type { Writing } from '#platform/statement.ts'
import { listBulkLines, lockBulkChange, markUndone, type UndoneLine } from './bulk-queries.ts'
import { bulkChangeUndone, unknownBulkChange } from './errors.ts'
import { bulkChangeNumber } from './get-bulk-change.ts'

/** Puts several cases back where they were, but for those that somebody has moved since. */
export const undoBulkChange = operation({
  name: 'undobulkchange',
  summary: 'Undo what was done to several cases',
  effect: 'write',
  permission: 'case.assign',
  isWebOnly: true,
  parameters: { bulkChange: required(bulkChangeNumber, 'What was done') },
  errors: [unknownBulkChange, bulkChangeUndone],
  returns: reply<{ bulkChangeId: number }>('undobulkchangeresponse', {
    bulkChangeId: 'bulkchangeid',
  }),
  examples: [{ BulkChange: '84' }],

  async handle({ input: { bulkChange: bulkChangeId }, db, actor, now, refuse, record }) {
    const userId = actor.kind === 'user' ? actor.id : 0
    const found = await lockBulkChange(db, { userId, bulkChangeId })
    if (!found) throw refuse(unknownBulkChange)
    if (found.isUndone) throw refuse(bulkChangeUndone)
    const lines: UndoneLine[] = []
    for (const line of await listBulkLines(db, { bulkChangeId }))
      if (line.result === 'done')
        lines.push({ caseId: line.caseId, undone: await putBack(db, line, { actor, now }) })
    void markUndone(db, { bulkChangeId, lines, now })
    const cases = lines.filter(({ undone }) => undone === 'done').map(({ caseId }) => caseId)
    record(undefined, { bulkChangeId, cases })
    return { bulkChangeId }
  },
})

type Line = Awaited<ReturnType<typeof listBulkLines>>[number]

async function putBack(
  db: Writing,
  { caseId, ...line }: Line,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<UndoneLine['undone']> {
  const subject = await findSubject(db, { reference: { caseId }, isWriting: true })
  if (!subject) return 'not there'
  const holder = await getHolder(db, { caseId })
  const isHere = holder.teamId === line.toTeamId && holder.userId === line.toUserId
  if (subject.isClosed || !isHere) return 'changed since'
  const actorId = actor.kind === 'user' ? actor.id : null
  const doing = { rule: null, author: actor.name, actorId, isByHand: true, now }
  const before = { teamId: line.fromTeamId, userId: line.fromUserId }
  await giveCase(db, { caseId, ...before, reason: 'Undone by whoever assigned it', ...doing })
  return 'done'
}
