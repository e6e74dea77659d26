import { changedDraft, unknownDraftPart, unknownTypeDraft } from '#domain/case-type-drafts/index.ts'
import { changedMeanwhile } from '#domain/remedies/index.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { code, line, partParameters, savePart } from '#domain/stage-drafts/index.ts'

/** Adds an event that can be recorded of cases of a draft, or changes what it is called. */
export const saveDraftEvent = operation({
  name: 'savecaseevent',
  summary: 'Add or change an event that can be recorded of a case',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: {
    ...partParameters,
    code: optional(code, 'Code'),
    name: required(line, 'Name'),
  },
  errors: [unknownTypeDraft, changedMeanwhile, unknownDraftPart],
  returns: changedDraft,
  examples: [
    { TypeDraft: '47', Version: '1', InList: 'events', Code: 'visited', Name: 'Site visited' },
  ],

  handle: (task) => {
    const { code: coded, name } = task.input
    return savePart(
      task,
      { lists: ['events'], named: 'code', name: coded, parameter: 'Code' },
      { name },
    )
  },
})
