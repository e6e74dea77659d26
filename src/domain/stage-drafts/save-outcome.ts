import { changedDraft, unknownDraftPart, unknownTypeDraft } from '#domain/case-type-drafts/index.ts'
import { changedMeanwhile } from '#domain/remedies/index.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { longText } from '#kernel/kinds.ts'
import { code, line, namesIn, partParameters, savePart } from './stage-part.ts'

/** Adds an outcome to a stage of a draft, or changes one. */
export const saveDraftOutcome = operation({
  name: 'savestageoutcome',
  summary: 'Add or change an outcome of a stage',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: {
    ...partParameters,
    code: optional(code, 'Code'),
    label: required(line, 'Name'),
    leadsTo: required(line, 'What it leads to'),
    requires: optional(longText, 'Fields that must be filled'),
  },
  errors: [unknownTypeDraft, changedMeanwhile, unknownDraftPart],
  returns: changedDraft,
  examples: [
    {
      TypeDraft: '35',
      Version: '1',
      DraftPart: 'stages/first/outcomes/on',
      Label: 'Go on',
      LeadsTo: 'stage second',
    },
    {
      TypeDraft: '36',
      Version: '1',
      InList: 'stages/second/outcomes',
      Code: 'gone',
      Label: 'Gone',
      LeadsTo: 'closure',
    },
  ],

  handle: (task) => {
    const { code: name, label, leadsTo, requires } = task.input
    const stage = /^stage (.+)$/.exec(leadsTo)?.[1]
    return savePart(
      task,
      { lists: ['outcomes'], named: 'code', name, parameter: 'Code' },
      {
        label,
        leadsTo: stage === undefined ? leadsTo : { stage },
        requires: namesIn(requires),
      },
    )
  },
})
