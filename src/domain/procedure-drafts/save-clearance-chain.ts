import { changedDraft, unknownDraftPart, unknownTypeDraft } from '#domain/case-type-drafts/index.ts'
import { changedMeanwhile } from '#domain/remedies/index.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { code, line, partParameters, savePart } from '#domain/stage-drafts/index.ts'

/** Adds a clearance chain to a draft, or changes what it is called; its steps are parts of their own. */
export const saveDraftClearance = operation({
  name: 'saveclearancechain',
  summary: 'Add or change a chain of those who clear an answer',
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
    { TypeDraft: '48', Version: '1', InList: 'clearances', Code: 'director', Name: 'Director' },
  ],

  handle: (task) => {
    const { code: coded, name } = task.input
    return savePart(
      task,
      { lists: ['clearances'], named: 'code', name: coded, parameter: 'Code' },
      { name },
    )
  },
})
