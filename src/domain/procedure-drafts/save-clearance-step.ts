import { chosen } from '#kernel/kind.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { codedPartParameters, line, partSaving, saveCodedPart } from '#domain/stage-drafts/index.ts'

/** Adds a step to a clearance chain of a draft, or changes one: what it is called, and which team takes it. */
export const saveDraftClearanceStep = operation({
  name: 'saveclearancestep',
  summary: 'Add or change a step of a clearance chain',
  ...partSaving,
  parameters: {
    ...codedPartParameters,
    name: required(line, 'Name'),
    team: required(chosen(line), 'Team'),
  },
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
    const { name, team } = task.input
    return saveCodedPart(task, 'steps', { name, team })
  },
})
