import { chosen } from '#kernel/kind.ts'
import { choice, integer } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import {
  code,
  codedPartParameters,
  line,
  partSaving,
  saveCodedPart,
} from '#domain/stage-drafts/index.ts'

/** Adds a way in which closed cases of a draft open again, or changes one. */
export const saveDraftReopening = operation({
  name: 'savecasereopening',
  summary: 'Add or change a way in which a closed case opens again',
  ...partSaving,
  parameters: {
    ...codedPartParameters,
    label: required(line, 'Name'),
    stage: required(chosen(code), 'Stage at which it opens again'),
    withinDays: optional(integer({ min: 1, max: 3650 }), 'Within how many days'),
    later: required(choice('linked case', 'refused'), 'What happens later'),
  },
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
    const { label, stage, withinDays, later } = task.input
    return saveCodedPart(task, 'reopenings', { label, stage, track: undefined, withinDays, later })
  },
})
