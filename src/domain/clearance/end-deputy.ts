import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { deleteDeputy } from './deputy-queries.ts'
import { unknownDeputy } from './errors.ts'

/** Ends that somebody is the actor's deputy. */
export const endDeputy = operation({
  name: 'enddeputy',
  summary: 'End that somebody is my deputy',
  effect: 'write',
  permission: 'case.answer.clear',
  isWebOnly: true,
  parameters: { userName: required(shortText, 'Your deputy') },
  errors: [unknownDeputy],
  returns: reply<{ userName: string }>('enddeputyresponse', { userName: 'username' }),
  examples: [{ UserName: 'lgray' }],

  async handle({ input: { userName }, db, actor, refuse, record }) {
    if (actor.kind !== 'user') throw refuse(unknownDeputy)
    const [ended] = await deleteDeputy(db, { userId: actor.id, userName })
    if (!ended) throw refuse(unknownDeputy)
    record(undefined, ended)
    return { userName }
  },
})
