import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { choice } from '#kernel/kinds.ts'
import { code, dueOf, dueParameters, partParameters, partSaving, savePart } from './stage-part.ts'

/** Adds a letter to a stage of a draft, or changes when it is raised. */
export const saveDraftLetter = operation({
  name: 'savestageletter',
  summary: 'Add or change a letter that a stage raises',
  ...partSaving,
  parameters: {
    ...partParameters,
    // not the name of a letter of a case, which other operations take
    letterCode: optional(code, 'Letter'),
    when: required(choice('stage started', 'stage ended'), 'When it is drafted'),
    ...dueParameters,
  },
  examples: [
    { TypeDraft: '33', Version: '1', DraftPart: 'stages/first/letters/ACK', When: 'stage ended' },
    {
      TypeDraft: '34',
      Version: '1',
      InList: 'stages/second/letters',
      LetterCode: 'ACK',
      When: 'stage started',
    },
  ],

  handle: (task) => {
    const { letterCode: name, when } = task.input
    return savePart(
      task,
      { lists: ['letters'], named: 'template', name, parameter: 'LetterCode' },
      { when, due: dueOf(task.input) },
    )
  },
})
