import { reply } from '#kernel/answer.ts'
import { choice, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownStaff } from './errors.ts'
import {
  handOver,
  personToTake,
  takerParameters,
  teamToTake,
  type HandedOver,
} from './hand-over.ts'
import { memberToChange } from './member.ts'

/** Gives all open work of somebody to another person, or to the queue of a team. */
export const handOverLoad = operation({
  name: 'handoverload',
  summary: 'Hand over all open work of somebody',
  effect: 'write',
  permission: 'staff.manage',
  isWebOnly: true,
  parameters: {
    userName: required(shortText, 'Person'),
    to: required(choice('person', 'team'), 'Who takes the work'),
    ...takerParameters,
  },
  errors: [unknownStaff],
  returns: reply<Record<keyof HandedOver, number>>('handoverloadresponse', {
    cases: 'cases',
    tasks: 'tasks',
    stay: 'stay',
  }),
  examples: [{ UserName: 'leaver', To: 'team', TeamCode: 'HOUSING' }],

  async handle({ input, db, actor, now, record }) {
    const from = await memberToChange(db, actor, input.userName)
    const taker = await (input.to === 'person'
      ? personToTake(db, input, from)
      : teamToTake(db, input))
    const handed = await handOver(db, { from, taker, actor, now })
    record(undefined, { userId: from.userId, to: toldOf(taker), ...handed })
    return { ...handed }
  },
})

const toldOf = (taker: Awaited<ReturnType<typeof teamToTake>>) =>
  'person' in taker ? { userId: taker.person.userId } : taker
