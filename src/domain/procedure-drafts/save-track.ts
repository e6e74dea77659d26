import { choice } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { codedPartParameters, line, partSaving, saveCodedPart } from '#domain/stage-drafts/index.ts'

/** Adds a track of stages that runs beside the others to a draft, or changes one; a new track begins with one stage. */
export const saveDraftTrack = operation({
  name: 'savetrack',
  summary: 'Add or change a track of stages',
  ...partSaving,
  parameters: {
    ...codedPartParameters,
    name: required(line, 'Name'),
    begins: required(choice('opening', 'by hand'), 'When it begins'),
  },
  examples: [
    {
      TypeDraft: '54',
      Version: '1',
      InList: 'tracks',
      Code: 'hazard',
      Name: 'Hazard',
      Begins: 'by hand',
    },
    {
      TypeDraft: '55',
      Version: '1',
      DraftPart: 'tracks/main',
      Name: 'Complaint',
      Begins: 'opening',
    },
  ],

  handle: (task) => {
    const { draftPart, code: coded, name, begins } = task.input
    const outcomes = [{ code: 'done', label: 'Done', leadsTo: 'track end' }]
    const stages = [{ code: `${coded}-1`, name, outcomes }]
    return saveCodedPart(
      task,
      'tracks',
      draftPart === undefined ? { name, begins, stages } : { name, begins },
    )
  },
})
