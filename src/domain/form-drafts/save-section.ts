import { code, line, partParameters, partSaving, savePart } from '#domain/stage-drafts/index.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { whenOf, whenParameters } from './shown-when.ts'

/** Adds a section to the form of a draft, or changes one: its title, and when it is shown. */
export const saveDraftSection = operation({
  name: 'savecasetypesection',
  summary: 'Add or change a section of the form of a case type',
  ...partSaving,
  parameters: {
    ...partParameters,
    code: optional(code, 'Code'),
    title: required(line, 'Title'),
    hint: optional(line, 'Hint'),
    ...whenParameters,
  },
  examples: [
    {
      TypeDraft: '57',
      Version: '1',
      InList: 'sections',
      Code: 'place',
      Title: 'The place',
      WhenField: 'Street',
      WhenValues: 'High Street',
    },
  ],

  handle: (task) => {
    const { code: id, title, hint } = task.input
    return savePart(
      task,
      { lists: ['sections'], named: 'id', name: id, parameter: 'Code' },
      { title, hint, when: whenOf(task.input) },
    )
  },
})
