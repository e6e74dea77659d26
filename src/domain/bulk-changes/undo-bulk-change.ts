import { findSubject } from '#domain/access/index.ts'
import { findStaffByNumber, getHolder, giveCase, placeFor } from '#domain/assignment/index.ts'
import { settleClock } from '#domain/clock/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import type { Writing } from '#platform/statement.ts'
import { listBulkLines, lockBulkChange, markUndone, type UndoneLine } from './bulk-queries.ts'
import { openAgain } from './close-queries.ts'
import { bulkChangeUndone, unknownBulkChange } from './errors.ts'
import { bulkChangeNumber } from './get-bulk-change.ts'
import { checkMay } from './kept.ts'
import { deleteTags, lockChosen } from './tag-queries.ts'
import { readTag } from './tag.ts'

/** Makes several cases what they were: assigned, tagged or open as before, but for those that somebody has changed since. */
export const undoBulkChange = operation({
  name: 'undobulkchange',
  summary: 'Undo what was done to several cases',
  effect: 'write',
  permission: 'case.queue.view',
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
    checkMay(actor, found.kind)
    const undoing = { ...found, bulkChangeId, actor, now }
    const done = (await listBulkLines(db, { bulkChangeId })).filter(
      ({ result }) => result === 'done',
    )
    const lines = found.kind === 'tag' ? await untag(db, done, undoing) : []
    // each of the others has a holder, stages and a clock of its own to be put back
    if (found.kind !== 'tag')
      for (const line of done)
        lines.push({ caseId: line.caseId, undone: await undoOne(db, line, undoing) })
    void markUndone(db, { bulkChangeId, lines, now })
    const cases = lines.filter(({ undone }) => undone === 'done').map(({ caseId }) => caseId)
    record(undefined, { bulkChangeId, cases })
    return { bulkChangeId }
  },
})

type Line = Awaited<ReturnType<typeof listBulkLines>>[number]

interface Undoing {
  readonly kind: string
  readonly what: string | null
  readonly bulkChangeId: number
  readonly actor: Actor
  readonly now: Date
}

async function undoOne(db: Writing, line: Line, undoing: Undoing): Promise<UndoneLine['undone']> {
  const { caseId } = line
  const subject = await findSubject(db, { reference: { caseId }, isWriting: true })
  if (!subject) return 'not there'
  if (undoing.kind === 'close') return reopenOne(db, caseId, undoing)
  if (subject.isClosed) return 'changed since'
  return putBack(db, line, undoing)
}

async function reopenOne(
  db: Writing,
  caseId: number,
  { bulkChangeId, actor, now }: Undoing,
): Promise<UndoneLine['undone']> {
  const [opened] = await openAgain(db, { caseId, bulkChangeId, author: actor.name, now })
  if (!opened) return 'changed since'
  await settleClock(db, { caseId, now })
  return 'done'
}

async function untag(
  db: Writing,
  lines: readonly Line[],
  { what, actor, now }: Undoing,
): Promise<UndoneLine[]> {
  const caseIds = lines.map(({ caseId }) => caseId)
  const there = new Map(
    (await lockChosen(db, { caseIds })).map(({ caseId, isClosed }) => [caseId, isClosed]),
  )
  const open = caseIds.filter((caseId) => there.get(caseId) === false)
  const taking = { caseIds: open, ...readTag(what ?? ''), author: actor.name, now }
  const untagged = new Set((await deleteTags(db, taking)).map(({ caseId }) => caseId))
  return caseIds.map((caseId) => ({
    caseId,
    undone: !there.has(caseId) ? 'not there' : untagged.has(caseId) ? 'done' : 'changed since',
  }))
}

async function putBack(
  db: Writing,
  { caseId, ...line }: Line,
  { actor, now }: Undoing,
): Promise<UndoneLine['undone']> {
  const holder = await getHolder(db, { caseId })
  if (holder.teamId !== line.toTeamId || holder.userId !== line.toUserId) return 'changed since'
  const actorId = actor.kind === 'user' ? actor.id : null
  const doing = { rule: null, author: actor.name, actorId, isByHand: true, now }
  const before = { teamId: line.fromTeamId, userId: line.fromUserId }
  if (!(await mayHaveBack(db, caseId, before))) return 'changed since'
  await giveCase(db, { caseId, ...before, reason: 'Undone by whoever assigned it', ...doing })
  return 'done'
}

interface Holder {
  readonly teamId: number | null
  readonly userId: number | null
}

/** May whoever had a case still work on it? They may have left, or been barred from it, since. */
async function mayHaveBack(
  db: Writing,
  caseId: number,
  { teamId, userId }: Holder,
): Promise<boolean> {
  if (userId === null) return true
  const person = await findStaffByNumber(db, { userId })
  if (!person) return false
  const target = { parameter: 'UserName', teamId, person }
  return 'userId' in (await placeFor(db, target, { caseId, teamId }))
}
