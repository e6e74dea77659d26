import { integer } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { findBulkChange, listBulkLines } from './bulk-queries.ts'
import { unknownBulkChange } from './errors.ts'
import { checkMay } from './kept.ts'

/** The number of something that was done to several cases. */
export const bulkChangeNumber = integer({ min: 1, max: 999_999_999_999 })

/** What the reader did to several cases, and what became of each. */
export const getBulkChange = operation({
  name: 'getbulkchange',
  summary: 'Show what became of each of several cases',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case.queue.view',
  parameters: { bulkChange: required(bulkChangeNumber, 'What was done') },
  errors: [unknownBulkChange],
  returns: 'content',
  examples: [{ BulkChange: '83' }],

  async handle({ input: { bulkChange: bulkChangeId }, db, actor, refuse }) {
    const userId = actor.kind === 'user' ? actor.id : 0
    const isManager = actor.permissions.has('staff.manage')
    const found = await findBulkChange(db, { userId, bulkChangeId, isManager })
    if (!found) throw refuse(unknownBulkChange)
    checkMay(actor, found.kind)
    const lines = await listBulkLines(db, { bulkChangeId })
    return {
      bulkChangeId,
      kind: found.kind,
      what: found.what?.replace('\n', ': ') ?? null,
      isUndone: found.undoneAt !== null,
      lines: lines.map(toldLine),
    }
  },
})

type Line = Awaited<ReturnType<typeof listBulkLines>>[number]

const toldLine = ({ caseId, result, undone, why, team, person }: Line) => ({
  caseId,
  result,
  undone,
  why,
  team,
  person,
})
