import { choice, longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import {
  codedPartParameters,
  line,
  namesIn,
  partSaving,
  saveCodedPart,
} from '#domain/stage-drafts/index.ts'

/** Adds a way in which cases can end otherwise than by an outcome of their last stage, or changes one. */
export const saveDraftEnding = operation({
  name: 'savecaseending',
  summary: 'Add or change a way in which a case can end',
  ...partSaving,
  parameters: {
    ...codedPartParameters,
    label: required(line, 'Name'),
    kind: required(choice('closed', 'withdrawn', 'rejected', 'returned'), 'Kind of end'),
    status: optional(line, 'Status'),
    customerStatus: optional(line, 'Status as the customer reads it'),
    requires: optional(longText, 'Fields that must be filled'),
  },
  examples: [
    {
      TypeDraft: '45',
      Version: '1',
      InList: 'endings',
      Code: 'moved-away',
      Label: 'Moved away',
      Kind: 'closed',
      Requires: 'Street',
    },
    {
      TypeDraft: '46',
      Version: '1',
      DraftPart: 'endings/withdrawn',
      Label: 'Given up',
      Kind: 'withdrawn',
    },
  ],

  handle: (task) => {
    const { label, kind, status, customerStatus, requires } = task.input
    return saveCodedPart(task, 'endings', {
      label,
      kind,
      status,
      customerStatus,
      requires: namesIn(requires),
    })
  },
})
