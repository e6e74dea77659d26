import { caseTypeVersion } from '#domain/case-types/index.ts'
import { pageOf, place, several, startOf } from '#domain/lists/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { choice } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { dueBetween, dueChoices, dueTeller, endOfWeek } from './due.ts'
import { countWork, listWork } from './my-work-queries.ts'

/** What work there is: a case of one's own, a task, an answer to clear. */
export const workKinds = ['case', 'task', 'answer'] as const

const pageLength = 50
/** More are not counted: a list says so. */
export const mostCounted = 1001

/** What the reader has to do and why it is theirs, late first, and how much of it there is. */
export const getMyWork = operation({
  name: 'getmywork',
  summary: 'Show what you have to do',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case.view',
  parameters: {
    kinds: optional(several(choice(...workKinds)), 'Kinds of work', 'Kind'),
    due: optional(choice(...dueChoices), 'When it is due'),
    changed: optional(choice('since'), 'Changed since you last looked'),
    after: optional(place, 'Where the page before ended'),
  },
  errors: [],
  returns: 'content',
  examples: [{}, { Kind: 'task', Due: 'week', After: '1001.0.2026-05-21' }],

  async handle({ input, db, actor, now }) {
    const { permissions } = actor
    const today = writeLocalDate(now)
    const weekEnd = endOfWeek(today)
    const reader = readerOf(actor, today)
    const [{ teams, ...counts }, found, tell] = await Promise.all([
      countWork(db, { ...reader, weekEnd, most: mostCounted }),
      listWork(db, {
        ...reader,
        kinds: input.kinds ?? null,
        ...dueBetween(input.due, { today, weekEnd }),
        isChangedOnly: input.changed !== undefined,
        ...(input.after ?? startOf('asc')),
        limit: pageLength + 1,
      }),
      dueTeller(db, today),
    ])
    const { rows, next } = pageOf(found, pageLength)
    const shown = rows.map(async ({ caseTypeId, version, kind, ...row }) => ({
      ...row,
      kind: workKinds.find((each) => each === kind) ?? 'case',
      caseType: (await caseTypeVersion(db, { caseTypeId, version })).label,
      due: tell(row),
    }))
    return {
      counts,
      work: await Promise.all(shown),
      next,
      /** The codes of the reader's teams, where they may see their queues. */
      teams: permissions.has('case.queue.view') ? teams : [],
      mayListRemedies: permissions.has('case.remedy.list'),
    }
  },
})

const readerOf = ({ kind, id, permissions }: Actor, today: string) => ({
  userId: kind === 'user' ? id : 0,
  today,
  mayClear: permissions.has('case.answer.clear'),
})
