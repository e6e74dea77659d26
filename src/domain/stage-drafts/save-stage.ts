import {
  changeDraft,
  flawed,
  listAt,
  overwrite,
  placeOf,
  stageLists,
  unknownDraftPart,
  type Members,
  type PartPath,
} from '#domain/case-type-drafts/index.ts'
import { integer } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { Refusal } from '#kernel/refusal.ts'
import { code, line, partParameters, partSaving } from './stage-part.ts'

/** Adds a stage to a track of a draft, or changes one; it ends the case, or its track, until it is said otherwise. */
export const saveDraftStage = operation({
  name: 'savestage',
  summary: 'Add or change a stage of a case type',
  ...partSaving,
  parameters: {
    ...partParameters,
    code: optional(code, 'Code'),
    name: required(line, 'Name'),
    number: optional(integer({ min: 1, max: 4 }), 'Number in the API'),
    status: optional(line, 'Status'),
    customerStatus: optional(line, 'Status as the customer reads it'),
    team: optional(line, 'Team'),
  },
  examples: [
    { TypeDraft: '39', Version: '1', DraftPart: 'stages/first', Name: 'At first', Number: '1' },
    { TypeDraft: '40', Version: '1', InList: 'stages', Code: 'third', Name: 'At last' },
  ],

  handle: (task) =>
    changeDraft(task, (definition) => {
      const { draftPart, inList = ['stages'], code: coded } = task.input
      const { name, number, status, customerStatus, team } = task.input
      const said = { name, number, status, customerStatus, team }
      if (draftPart !== undefined) {
        if (draftPart.at(-2) !== 'stages') throw new Refusal(unknownDraftPart)
        const { list, at, item } = placeOf(definition, draftPart)
        list[at] = overwrite(item, said)
        return
      }
      if (inList.at(-1) !== 'stages') throw new Refusal(unknownDraftPart)
      if (coded === undefined) throw flawed('Code', 'Enter what it is called')
      addStage(definition, inList, { code: coded, ...said })
    }),
})

function addStage(definition: Members, inList: PartPath, stage: Members & { code: string }): void {
  const list = listAt(definition, inList)
  const [main = [], ...others] = stageLists(definition)
  if ([main, ...others].flat().some((each) => each['code'] === stage.code))
    throw flawed('Code', `There is a stage ${stage.code} already`)
  const leadsTo = list === main ? 'closure' : 'track end'
  list.push(overwrite({}, { ...stage, outcomes: [{ code: 'done', label: 'Done', leadsTo }] }))
}
