import { lockOwnOrganisation } from '#domain/organisations/index.ts'
import { recordChange } from '#domain/change-log/index.ts'
import { refuseOthersChange, seenMark } from '#domain/seen/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { choice } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { listName } from './option-kinds.ts'
import { deleteStrictness, listStrictness, upsertStrictness } from './queries.ts'

/** The ways to hold to a list: as the organisation does to all, or in one of its own. */
const ways = ['usual', 'strict', 'lenient'] as const
export type WayOfHolding = (typeof ways)[number]

const wayOf = (isStrict: boolean | undefined): WayOfHolding => {
  if (isStrict === undefined) return 'usual'
  return isStrict ? 'strict' : 'lenient'
}

/** Says whether what a list does not hold is refused, or kept and flagged on the case. */
export const setOptionList = operation({
  name: 'setoptionlist',
  summary: 'Say how strictly a list is held to',
  effect: 'write',
  permission: 'organisation.options',
  isWebOnly: true,
  parameters: {
    list: required(listName, 'List'),
    ...seenMark,
    holding: required(choice(...ways), 'What happens to other words'),
  },
  errors: [],
  returns: reply<{ list: string }>('setoptionlistresponse', { list: 'list' }),
  examples: [{ List: 'contact method', Holding: 'strict' }],

  async handle({ input: { list, holding, seen }, db, actor, now, record }) {
    await lockOwnOrganisation(db, {})
    const held = (await listStrictness(db, {})).find((each) => each.list === list)
    const before = wayOf(held?.isStrict)
    refuseOthersChange(seen, before)
    if (holding === 'usual') await deleteStrictness(db, { list })
    else await upsertStrictness(db, { list, isStrict: holding === 'strict' })
    const change = {
      kind: 'list' as const,
      subject: list,
      before: { 'other words': before },
      after: { 'other words': holding },
    }
    recordChange(db, change, { by: actorLabel(actor), now })
    record(undefined, { list, before, after: holding })
    return { list }
  },
})
