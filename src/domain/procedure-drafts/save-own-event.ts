import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { codedPartParameters, line, partSaving, saveCodedPart } from '#domain/stage-drafts/index.ts'

/** Adds an event that can be recorded of cases of a draft, or changes what it is called. */
export const saveDraftEvent = operation({
  name: 'savecaseevent',
  summary: 'Add or change an event that can be recorded of a case',
  ...partSaving,
  parameters: { ...codedPartParameters, name: required(line, 'Name') },
  examples: [
    { TypeDraft: '47', Version: '1', InList: 'events', Code: 'visited', Name: 'Site visited' },
  ],

  handle: (task) => saveCodedPart(task, 'events', { name: task.input.name }),
})
