import { resetFactors, type FactorsReset } from '#domain/second-factors/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { flawed, unknownStaff } from './errors.ts'
import { memberToChange } from './member.ts'

/** Removes somebody's second factors, who has lost them, and signs them out; they are told by mail. */
export const resetPersonFactors = operation({
  name: 'resetpersonfactors',
  summary: 'Remove the second factors of somebody who has lost them',
  effect: 'write',
  permission: 'staff.manage',
  isWebOnly: true,
  parameters: { userName: required(shortText, 'Person') },
  errors: [unknownStaff],
  returns: reply<Record<keyof FactorsReset, number>>('resetpersonfactorsresponse', {
    factors: 'factors',
    sessionsEnded: 'sessionsended',
  }),
  examples: [{ UserName: 'leaver' }],

  async handle({ input, db, actor, now, record }) {
    const { userId, userName } = await memberToChange(db, actor, input.userName)
    if (actor.kind === 'user' && actor.id === userId)
      throw flawed('UserName', 'Remove your own on the page of your account')
    const by = actorLabel(actor)
    const reset = await resetFactors(db, { userId, userName, by, now })
    record(undefined, { userId, ...reset })
    return { ...reset }
  },
})
