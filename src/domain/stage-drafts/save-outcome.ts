import { chosen } from '#kernel/kind.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { longText } from '#kernel/kinds.ts'
import { codedPartParameters, line, namesIn, partSaving, saveCodedPart } from './stage-part.ts'

/** Adds an outcome to a stage of a draft, or changes one. */
export const saveDraftOutcome = operation({
  name: 'savestageoutcome',
  summary: 'Add or change an outcome of a stage',
  ...partSaving,
  parameters: {
    ...codedPartParameters,
    label: required(line, 'Name'),
    leadsTo: required(chosen(line), 'What it leads to'),
    begins: optional(longText, 'Tracks that begin with it'),
    requires: optional(longText, 'Fields that must be filled'),
  },
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
    const { label, leadsTo, begins, requires } = task.input
    const stage = /^stage (.+)$/.exec(leadsTo)?.[1]
    return saveCodedPart(task, 'outcomes', {
      label,
      leadsTo: stage === undefined ? leadsTo : { stage },
      begins: namesIn(begins),
      requires: namesIn(requires),
    })
  },
})
