import { changedDraft, unknownDraftPart, unknownTypeDraft } from '#domain/case-type-drafts/index.ts'
import { changedMeanwhile } from '#domain/remedies/index.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { code, dueOf, dueParameters, line, partParameters, savePart } from './stage-part.ts'

/** Adds a task to a stage of a draft, or changes one. */
export const saveDraftTask = operation({
  name: 'savestagetask',
  summary: 'Add or change a task that a stage raises',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: {
    ...partParameters,
    code: optional(code, 'Code'),
    title: required(line, 'Title'),
    team: optional(line, 'Team'),
    ...dueParameters,
  },
  errors: [unknownTypeDraft, changedMeanwhile, unknownDraftPart],
  returns: changedDraft,
  examples: [
    { TypeDraft: '31', Version: '1', DraftPart: 'stages/first/tasks/CALL', Title: 'Call back' },
    {
      TypeDraft: '32',
      Version: '1',
      InList: 'stages/second/tasks',
      Code: 'SEE',
      Title: 'See it',
      Days: '2',
    },
  ],

  handle: (task) => {
    const { code: name, title, team } = task.input
    return savePart(
      task,
      { lists: ['tasks'], named: 'code', name, parameter: 'Code' },
      { title, team, due: dueOf(task.input) },
    )
  },
})
