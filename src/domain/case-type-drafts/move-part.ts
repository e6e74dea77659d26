import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { choice } from '#kernel/kinds.ts'
import { changedDraft, changeDraft, draftNamed } from './draft.ts'
import { unknownTypeDraft, unknownDraftPart } from './errors.ts'
import { partPath, placeOf } from './part-path.ts'

/** Moves a part of a draft one place up or down among its like; what is first or last already stays. */
export const moveDraftPart = operation({
  name: 'movecasetypepart',
  summary: 'Move a part of a case type up or down',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: {
    typeDraft: draftNamed,
    draftPart: required(partPath, 'The part'),
    direction: required(choice('up', 'down'), 'Up or down'),
  },
  errors: [unknownTypeDraft, unknownDraftPart],
  returns: changedDraft,
  examples: [{ TypeDraft: '14', DraftPart: 'fields/Street', Direction: 'up' }],

  handle: (task) =>
    changeDraft(task, (definition) => {
      const { list, at, item } = placeOf(definition, task.input.draftPart)
      const other = task.input.direction === 'up' ? at - 1 : at + 1
      const neighbour = list[other]
      if (neighbour) [list[at], list[other]] = [neighbour, item]
    }),
})
