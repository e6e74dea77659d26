import { findSubject } from '#domain/access/index.ts'
import {
  getHolder,
  giveCase,
  placeFor,
  targetOf,
  targetParameters,
} from '#domain/assignment/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import type { Writing } from '#platform/statement.ts'
import type { BulkLine } from './bulk-queries.ts'
import { chosenCases, distinct } from './chosen.ts'
import { keepDone } from './kept.ts'

/** Gives several cases to oneself, to another person or to a team, and keeps what became of each. */
export const assignCases = operation({
  name: 'assigncases',
  summary: 'Assign several cases',
  effect: 'write',
  permission: 'case.assign',
  isWebOnly: true,
  parameters: {
    cases: chosenCases,
    ...targetParameters,
    reason: optional(shortText, 'Reason'),
  },
  errors: [],
  returns: reply<{ bulkChangeId: number }>('assigncasesresponse', { bulkChangeId: 'bulkchangeid' }),
  examples: [{ Case: '1001\n1002', To: 'team', TeamCode: 'HOUSING', Reason: 'Moved teams' }],

  async handle({ input, db, actor, now, record }) {
    const target = await targetOf(db, input, actor)
    const giving = { target, reason: input.reason ?? null, actor, now }
    const lines: BulkLine[] = []
    // one after another, in the order of their numbers: two who do this at once wait for each other, not for ever
    for (const caseId of distinct(input.cases)) lines.push(await giveOne(db, caseId, giving))
    const done = { kind: 'assign', what: null, lines } as const
    const { made, cases } = await keepDone(db, done, { actor, now })
    record(undefined, { ...made, cases })
    return made
  },
})

interface Giving {
  readonly target: Awaited<ReturnType<typeof targetOf>>
  readonly reason: string | null
  readonly actor: Actor
  readonly now: Date
}

async function giveOne(
  db: Writing,
  caseId: number,
  { target, reason, actor, now }: Giving,
): Promise<BulkLine> {
  const subject = await findSubject(db, { reference: { caseId }, isWriting: true })
  if (!subject) return { caseId, result: 'not there' }
  if (subject.isClosed) return { caseId, result: 'closed' }
  const holder = await getHolder(db, { caseId })
  const place = await placeFor(db, target, { caseId, teamId: holder.teamId })
  if ('why' in place)
    return { caseId, result: 'not allowed', ...(place.why === null ? {} : { why: place.why }) }
  const actorId = actor.kind === 'user' ? actor.id : null
  const doing = { rule: null, author: actor.name, actorId, isByHand: true, now }
  const given = await giveCase(db, { caseId, ...place, reason, ...doing })
  return {
    caseId,
    result: given.length > 0 ? 'done' : 'as it was',
    fromTeamId: holder.teamId,
    fromUserId: holder.userId,
    toTeamId: place.teamId,
    toUserId: place.userId,
  }
}
