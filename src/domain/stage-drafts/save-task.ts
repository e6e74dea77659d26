import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import {
  codedPartParameters,
  dueOf,
  dueParameters,
  line,
  partSaving,
  saveCodedPart,
} from './stage-part.ts'

/** Adds a task to a stage of a draft, or changes one. */
export const saveDraftTask = operation({
  name: 'savestagetask',
  summary: 'Add or change a task that a stage raises',
  ...partSaving,
  parameters: {
    ...codedPartParameters,
    title: required(line, 'Title'),
    team: optional(line, 'Team'),
    ...dueParameters,
  },
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
    const { title, team } = task.input
    return saveCodedPart(task, 'tasks', { title, team, due: dueOf(task.input) })
  },
})
