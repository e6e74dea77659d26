import { compact, linesOf, type Members } from '#domain/case-type-drafts/index.ts'
import { chosen } from '#kernel/kind.ts'
import { choice, longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { line, partParameters, partSaving, savePart } from '#domain/stage-drafts/index.ts'

/** Adds a rule that says who gets a case to a draft, or changes one. */
export const saveDraftAssignment = operation({
  name: 'saveassignmentrule',
  summary: 'Add or change a rule that says who gets a case',
  ...partSaving,
  parameters: {
    ...partParameters,
    name: required(line, 'Name'),
    field: optional(line, 'Field'),
    fieldValues: optional(longText, 'Answers to the field'),
    classificationGroup: optional(line, 'Classification'),
    classificationValues: optional(longText, 'Values of the classification'),
    postcodes: optional(longText, 'Beginnings of postcodes'),
    languages: optional(longText, 'Languages'),
    ratings: optional(longText, 'Ratings'),
    stages: optional(longText, 'Stages'),
    team: required(chosen(line), 'Team'),
    toUser: optional(line, 'Person'),
    skill: optional(line, 'Skill'),
    by: optional(choice('previous worker', 'least work', 'turn'), 'Who of the team'),
  },
  examples: [
    {
      TypeDraft: '52',
      Version: '1',
      InList: 'assignment',
      Name: 'Leaks and drains',
      Field: 'Street',
      FieldValues: 'High Street\nLow Street',
      Team: 'HOUSING',
      By: 'turn',
    },
    {
      TypeDraft: '53',
      Version: '1',
      DraftPart: 'assignment/In%20the%20north',
      Name: 'Up north',
      Postcodes: 'EH1\nEH2',
      Team: 'HOUSING',
    },
  ],

  handle: (task) => {
    const { name, team, toUser: user, skill, by } = task.input
    return savePart(
      task,
      { lists: ['assignment'], named: 'name', name, parameter: 'Name' },
      { when: whenOf(task.input), to: compact({ team, user, skill, by }) },
    )
  },
})

interface Asked {
  readonly field?: string
  readonly fieldValues?: string
  readonly classificationGroup?: string
  readonly classificationValues?: string
  readonly postcodes?: string
  readonly languages?: string
  readonly ratings?: string
  readonly stages?: string
}

/** What must be so of a case for a rule to take it; what is left blank is not asked. */
const whenOf = ({ field, fieldValues, classificationGroup: group, ...asked }: Asked): Members =>
  compact({
    field: field === undefined ? undefined : { field, values: linesOf(fieldValues) },
    classification:
      group === undefined ? undefined : { group, values: linesOf(asked.classificationValues) },
    postcodes: linesOf(asked.postcodes),
    languages: linesOf(asked.languages),
    ratings: linesOf(asked.ratings),
    stages: linesOf(asked.stages),
  })
