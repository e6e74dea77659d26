import { recordChange } from '#domain/change-log/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { choice } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownOption } from './errors.ts'
import { optionToChange } from './find-option.ts'
import { optionParameter } from './option-kinds.ts'
import { updatePositions } from './queries.ts'

/** Moves a value one place up or down among those of its list (and group) that are offered. */
export const moveOption = operation({
  name: 'moveoption',
  summary: 'Move a value of a list up or down',
  effect: 'write',
  permission: 'organisation.options',
  isWebOnly: true,
  parameters: { ...optionParameter, direction: required(choice('up', 'down'), 'Direction') },
  errors: [unknownOption],
  returns: reply<{ optionId: number }>('moveoptionresponse', { optionId: 'option' }),
  examples: [{ Option: '71001', Direction: 'up' }],

  async handle({ input, db, actor, now, record }) {
    const { option, all } = await optionToChange(db, input.option)
    const { optionId, list, groupName } = option
    const before = all
      .filter((each) => each.list === list && each.groupName === groupName && !each.isRetired)
      .map((each) => each.optionId)
    const after = moved(before, optionId, input.direction === 'up' ? -1 : 1)
    await updatePositions(db, { optionIds: after })
    const order = (ids: readonly number[]) => ({
      order: ids.map((id) => all.find((each) => each.optionId === id)?.value ?? '').join(', '),
    })
    const subject = groupName === '' ? list : `${list}, ${groupName}`
    recordChange(
      db,
      { kind: 'list', subject, before: order(before), after: order(after) },
      { by: actorLabel(actor), now },
    )
    record(undefined, { list, group: groupName, option: optionId, before, after })
    return { optionId }
  },
})

/** The numbers with one of them a place further; as they are where there is no place. */
function moved(ids: readonly number[], id: number, step: 1 | -1): readonly number[] {
  const at = ids.indexOf(id)
  const other = ids[at + step]
  if (at < 0 || other === undefined) return ids
  return ids.with(at, other).with(at + step, id)
}
