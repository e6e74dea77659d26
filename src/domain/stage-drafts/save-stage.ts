import {
  changedDraft,
  changeDraft,
  draftNamed,
  flawed,
  overwrite,
  partPath,
  placeOf,
  stageLists,
  unknownDraftPart,
  unknownTypeDraft,
} from '#domain/case-type-drafts/index.ts'
import { changedMeanwhile, versionSeen } from '#domain/remedies/index.ts'
import { integer } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { Refusal } from '#kernel/refusal.ts'
import { code, line } from './stage-part.ts'

/** Adds a stage to the main track of a draft, or changes one; it ends the case until it is said otherwise. */
export const saveDraftStage = operation({
  name: 'savestage',
  summary: 'Add or change a stage of a case type',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: {
    typeDraft: draftNamed,
    version: versionSeen,
    draftPart: optional(partPath, 'The stage that is changed'),
    code: optional(code, 'Code'),
    name: required(line, 'Name'),
    number: optional(integer({ min: 1, max: 4 }), 'Number in the API'),
    status: optional(line, 'Status'),
    customerStatus: optional(line, 'Status as the customer reads it'),
    team: optional(line, 'Team'),
  },
  errors: [unknownTypeDraft, changedMeanwhile, unknownDraftPart],
  returns: changedDraft,
  examples: [
    { TypeDraft: '39', Version: '1', DraftPart: 'stages/first', Name: 'At first', Number: '1' },
    { TypeDraft: '40', Version: '1', Code: 'third', Name: 'At last' },
  ],

  handle: (task) =>
    changeDraft(task, (definition) => {
      const { draftPart, code: coded, name, number, status, customerStatus, team } = task.input
      const said = { name, number, status, customerStatus, team }
      if (draftPart !== undefined) {
        if (draftPart[0] !== 'stages' || draftPart.length !== 2) throw new Refusal(unknownDraftPart)
        const { list, at, item } = placeOf(definition, draftPart)
        list[at] = overwrite(item, said)
        return
      }
      if (coded === undefined) throw flawed('Code', 'Enter what it is called')
      const [main = [], ...others] = stageLists(definition)
      if ([main, ...others].flat().some((stage) => stage['code'] === coded))
        throw flawed('Code', `There is a stage ${coded} already`)
      const outcomes = [{ code: 'done', label: 'Done', leadsTo: 'closure' }]
      main.push(overwrite({}, { code: coded, ...said, outcomes }))
    }),
})
