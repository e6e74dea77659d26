import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { getHolder, giveCase } from './giving-queries.ts'

/** Puts a case back into the queue of its team; one that nobody has stays where it is. */
export const unassignCase = operation({
  name: 'unassigncase',
  summary: 'Put a case back into its team’s queue',
  effect: 'write',
  permission: 'case.assign',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, reason: optional(shortText, 'Reason') },
  errors: [unknownCase],
  returns: reply<{ caseId: number }>('unassigncaseresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001', Reason: 'On leave from Monday' }],

  async handle({ input, db, actor, now, subject: { caseId }, record }) {
    const { teamId } = await getHolder(db, { caseId })
    const doing = { rule: null, author: actor.name, actorId: null, isByHand: true, now }
    await giveCase(db, { caseId, teamId, userId: null, reason: input.reason ?? null, ...doing })
    record(caseId, { teamId })
    return { caseId }
  },
})
