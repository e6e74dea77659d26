import { changedMeanwhile, versionSeen } from '#domain/seen/index.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { changedDraft, changeDraft, draftNamed } from './draft.ts'
import { unknownTypeDraft, unknownDraftPart } from './errors.ts'
import { partPath, placeOf } from './part-path.ts'

/** Removes a part of a draft; the audit keeps what it was. */
export const removeDraftPart = operation({
  name: 'removecasetypepart',
  summary: 'Remove a part of a case type',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: {
    typeDraft: draftNamed,
    version: versionSeen,
    draftPart: required(partPath, 'The part'),
  },
  errors: [unknownTypeDraft, changedMeanwhile, unknownDraftPart],
  returns: changedDraft,
  examples: [{ TypeDraft: '15', Version: '1', DraftPart: 'fields/Street' }],

  handle: (task) =>
    changeDraft(task, (definition) => {
      const { list, at } = placeOf(definition, task.input.draftPart)
      list.splice(at, 1)
    }),
})
