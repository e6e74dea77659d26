import { changedDraft, unknownDraftPart, unknownTypeDraft } from '#domain/case-type-drafts/index.ts'
import { changedMeanwhile } from '#domain/remedies/index.ts'
import { choice, integer } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { code, line, partParameters, savePart } from '#domain/stage-drafts/index.ts'

/** Adds a way in which closed cases of a draft open again, or changes one. */
export const saveDraftReopening = operation({
  name: 'savecasereopening',
  summary: 'Add or change a way in which a closed case opens again',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: {
    ...partParameters,
    code: optional(code, 'Code'),
    label: required(line, 'Name'),
    stage: required(code, 'Stage at which it opens again'),
    withinDays: optional(integer({ min: 1, max: 3650 }), 'Within how many days'),
    later: required(choice('linked case', 'refused'), 'What happens later'),
  },
  errors: [unknownTypeDraft, changedMeanwhile, unknownDraftPart],
  returns: changedDraft,
  examples: [
    {
      TypeDraft: '51',
      Version: '1',
      InList: 'reopenings',
      Code: 'appeal',
      Label: 'Appeal',
      Stage: 'second',
      WithinDays: '28',
      Later: 'refused',
    },
  ],

  handle: (task) => {
    const { code: coded, label, stage, withinDays, later } = task.input
    return savePart(
      task,
      { lists: ['reopenings'], named: 'code', name: coded, parameter: 'Code' },
      { label, stage, track: undefined, withinDays, later },
    )
  },
})
