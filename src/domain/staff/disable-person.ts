import { recordChange } from '#domain/change-log/index.ts'
import { disableUser } from '#domain/people/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { choice, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { flawed, unknownStaff } from './errors.ts'
import {
  handOver,
  personToTake,
  takerParameters,
  teamToTake,
  type HandedOver,
} from './hand-over.ts'
import { memberToChange, signingIn } from './member.ts'

const nothing: HandedOver = { cases: 0, tasks: 0, stay: 0 }

/** Lets somebody sign in no longer, ends their sessions, and gives their open work to whoever is named. */
export const disablePerson = operation({
  name: 'disableperson',
  summary: 'Let somebody sign in no longer',
  effect: 'write',
  permission: 'staff.manage',
  isWebOnly: true,
  parameters: {
    userName: required(shortText, 'Person'),
    to: required(choice('person', 'team', 'nobody'), 'Who takes their open work'),
    ...takerParameters,
  },
  errors: [unknownStaff],
  returns: reply<Record<keyof HandedOver, number>>('disablepersonresponse', {
    cases: 'cases',
    tasks: 'tasks',
    stay: 'stay',
  }),
  examples: [{ UserName: 'quitter', To: 'nobody' }],

  async handle({ input, db, actor, now, record }) {
    const from = await memberToChange(db, actor, input.userName)
    if (actor.kind === 'user' && actor.id === from.userId)
      throw flawed('UserName', 'Ask a colleague to disable you')
    const taker =
      input.to === 'person'
        ? await personToTake(db, input, from)
        : input.to === 'team' && (await teamToTake(db, input))
    const handed = taker ? await handOver(db, { from, taker, actor, now }) : nothing
    const disabled = await disableUser(db, { email: from.email, now })
    if (disabled.length > 0)
      recordChange(db, signingIn(from.userName, false), { by: actorLabel(actor), now })
    record(undefined, { userId: from.userId, isDisabled: disabled.length > 0, ...handed })
    return { ...handed }
  },
})
