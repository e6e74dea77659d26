import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { codedPartParameters, line, partSaving, saveCodedPart } from '#domain/stage-drafts/index.ts'

/** Adds a clearance chain to a draft, or changes what it is called; its steps are parts of their own. */
export const saveDraftClearance = operation({
  name: 'saveclearancechain',
  summary: 'Add or change a chain of those who clear an answer',
  ...partSaving,
  parameters: { ...codedPartParameters, name: required(line, 'Name') },
  examples: [
    { TypeDraft: '48', Version: '1', InList: 'clearances', Code: 'director', Name: 'Director' },
  ],

  handle: (task) => saveCodedPart(task, 'clearances', { name: task.input.name }),
})
