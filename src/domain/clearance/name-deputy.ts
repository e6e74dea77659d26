import { typedDate } from '#domain/remedies/index.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { findPerson, setDeputy } from './deputy-queries.ts'

const flaw = (parameter: string, message: string): Refusal =>
  new Refusal(invalidInput, [{ parameter, kind: 'invalid', message }])

/** Lets somebody take the actor's steps of clearances in their place, for as long as is said. */
export const nameDeputy = operation({
  name: 'namedeputy',
  summary: 'Name a deputy of mine',
  effect: 'write',
  permission: 'case.answer.clear',
  isWebOnly: true,
  parameters: {
    userName: required(shortText, 'Your deputy'),
    from: optional(typedDate, 'The first day'),
    until: optional(typedDate, 'The last day'),
  },
  errors: [],
  returns: reply<{ userName: string }>('namedeputyresponse', { userName: 'username' }),
  examples: [{ UserName: 'kfox', From: '2026-05-18', Until: '2026-05-29' }],

  async handle({ input, db, actor, now, record }) {
    const { userName, from: fromOn = writeLocalDate(now), until: untilOn = null } = input
    if (untilOn !== null && untilOn < fromOn)
      throw flaw('Until', 'The last day must not be before the first')
    const deputy = await findPerson(db, { userName })
    if (actor.kind !== 'user' || !deputy || deputy.userId === actor.id)
      throw flaw('UserName', 'Select somebody else who works here')
    const deputyId = deputy.userId
    void setDeputy(db, { userId: actor.id, deputyId, fromOn, untilOn })
    record(undefined, { deputyId, fromOn, untilOn })
    return { userName }
  },
})
