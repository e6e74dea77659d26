import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { assignedMeanwhile, flawed } from './errors.ts'
import { getHolder, giveCase } from './giving-queries.ts'
import { assignedMeanwhileFlaw, seenOf } from './holder.ts'
import { placeFor, targetOf, targetParameters } from './target.ts'

const notTheirs = 'Select somebody who may work on this case'

/** Gives a case to oneself, to another person, or to the queue of a team. */
export const assignCase = operation({
  name: 'assigncase',
  summary: 'Assign a case',
  effect: 'write',
  permission: 'case.assign',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    ...targetParameters,
    reason: optional(shortText, 'Reason'),
    seen: optional(shortText, 'Who had the case when you opened the page'),
  },
  errors: [unknownCase, assignedMeanwhile],
  returns: reply<{ caseId: number }>('assigncaseresponse', { caseId: 'caseid' }),
  examples: [
    { CaseId: '1001', To: 'person', UserName: 'sdee', Reason: 'Knows the customer' },
    { CaseId: '1001', To: 'team', TeamCode: 'HOUSING' },
  ],

  async handle({ input, db, actor, now, subject: { caseId }, refuse, record }) {
    const holder = await getHolder(db, { caseId })
    if (input.seen !== undefined && input.seen !== seenOf(holder))
      throw refuse(assignedMeanwhile, assignedMeanwhileFlaw)
    const wanted = await targetOf(db, input, actor)
    const target = await placeFor(db, wanted, { caseId, ...holder })
    if ('why' in target) throw flawed(wanted.parameter, target.why ?? notTheirs)
    const actorId = actor.kind === 'user' ? actor.id : null
    const doing = { rule: null, author: actor.name, actorId, isByHand: true, now }
    await giveCase(db, { caseId, ...target, reason: input.reason ?? null, ...doing })
    record(caseId, target)
    return { caseId }
  },
})
