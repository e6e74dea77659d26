import { changedDraft, unknownDraftPart, unknownTypeDraft } from '#domain/case-type-drafts/index.ts'
import { changedMeanwhile } from '#domain/remedies/index.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { code, line, partParameters, savePart } from '#domain/stage-drafts/index.ts'

/** Adds a step to a clearance chain of a draft, or changes one: what it is called, and which team takes it. */
export const saveDraftClearanceStep = operation({
  name: 'saveclearancestep',
  summary: 'Add or change a step of a clearance chain',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: {
    ...partParameters,
    code: optional(code, 'Code'),
    name: required(line, 'Name'),
    team: required(line, 'Team'),
  },
  errors: [unknownTypeDraft, changedMeanwhile, unknownDraftPart],
  returns: changedDraft,
  examples: [
    {
      TypeDraft: '49',
      Version: '1',
      InList: 'clearances/lawyers/steps',
      Code: 'sign',
      Name: 'Signature',
      Team: 'HOUSING',
    },
    {
      TypeDraft: '50',
      Version: '1',
      DraftPart: 'clearances/lawyers/steps/read',
      Name: 'Reading',
      Team: 'HOUSING',
    },
  ],

  handle: (task) => {
    const { code: coded, name, team } = task.input
    return savePart(
      task,
      { lists: ['steps'], named: 'code', name: coded, parameter: 'Code' },
      { name, team },
    )
  },
})
