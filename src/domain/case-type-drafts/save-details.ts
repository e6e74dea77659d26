import { changedMeanwhile, versionSeen } from '#domain/seen/index.ts'
import { flag, longText, text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { compact, linesOf } from './definition.ts'
import { changedDraft, changeDraft, draftNamed } from './draft.ts'
import { flawed, unknownTypeDraft } from './errors.ts'

const line = text({ max: 500 })

interface SaidOfTitle {
  readonly titleField?: string
  readonly titlePrefix?: string
}

/** The title is made of one field; what stands before it is parted from it by a space. */
function titleOf({ titleField: field, titlePrefix: prefix }: SaidOfTitle): unknown {
  if (field !== undefined)
    return prefix === undefined ? { field } : { prefix: `${prefix.trim()} `, field }
  if (prefix !== undefined) throw flawed('TitleField', 'Select the field that stands after it')
  return undefined
}

/** Changes what a draft says of the case type as a whole. */
export const saveDraftDetails = operation({
  name: 'savecasetypedetails',
  summary: 'Change what is said of a case type as a whole',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: {
    typeDraft: draftNamed,
    version: versionSeen,
    label: required(line, 'Name that people read'),
    synonyms: optional(longText, 'Other names'),
    formIds: optional(longText, 'Form ids'),
    team: optional(line, 'Team that gets its cases'),
    ratings: optional(longText, 'Ratings'),
    rating: optional(line, 'Rating of a new case'),
    titleField: optional(line, 'Field of which the title of a case is made'),
    titlePrefix: optional(line, 'What stands before it'),
    isConfidential: optional(flag, 'Its cases are confidential'),
    isExternalIdUnique: optional(flag, 'A repeat with the same reference opens no second case'),
  },
  errors: [unknownTypeDraft, changedMeanwhile],
  returns: changedDraft,
  examples: [{ TypeDraft: '18', Version: '1', Label: 'Street light', Team: 'HOUSING' }],

  handle: (task) =>
    changeDraft(task, (definition) => {
      const { label, team, rating, isConfidential, isExternalIdUnique, ...rest } = task.input
      const said = {
        label,
        synonyms: linesOf(rest.synonyms),
        formIds: linesOf(rest.formIds),
        team,
        ratings: linesOf(rest.ratings),
        rating,
        title: titleOf(rest),
        isConfidential: isConfidential || undefined,
        isExternalIdUnique: isExternalIdUnique || undefined,
      }
      for (const name of Object.keys(said)) delete definition[name]
      Object.assign(definition, compact(said))
    }),
})
