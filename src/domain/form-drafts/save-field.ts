import {
  changedDraft,
  changeDraft,
  draftNamed,
  flawed,
  linesOf,
  listAt,
  overwrite,
  placeOf,
  unknownDraftPart,
  unknownTypeDraft,
  type Members,
} from '#domain/case-type-drafts/index.ts'
import { fieldKinds } from '#domain/case-types/index.ts'
import { changedMeanwhile, versionSeen } from '#domain/seen/index.ts'
import { kind, type Kind } from '#kernel/kind.ts'
import { choice, flag, longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required, type Input } from '#kernel/parameters.ts'
import { code, line } from '#domain/stage-drafts/index.ts'
import { whenOf, whenParameters } from './shown-when.ts'

const fieldName: Kind<string> = kind({
  name: 'name of a field',
  schema: { type: 'string' },
  read: (value) =>
    /^[A-Za-z][A-Za-z0-9_.-]{0,99}$/.test(value.trim())
      ? { value: value.trim() }
      : { fault: 'must begin with a letter and hold letters, digits, dots and hyphens only' },
  good: ['Street', 'Street.Name'],
  bad: ['1st', 'two words', 'x'.repeat(101)],
})

const parameters = {
  typeDraft: draftNamed,
  version: versionSeen,
  actionForm: optional(line, 'The form that can be filed on a case, of which it is a field'),
  field: optional(line, 'The field that is changed'),
  id: optional(fieldName, 'Name in the API'),
  label: required(line, 'Question'),
  hint: optional(line, 'Hint'),
  kind: required(choice(...fieldKinds), 'Kind of answer'),
  list: optional(line, 'List of the organisation'),
  values: optional(longText, 'Choices'),
  isRequired: optional(flag, 'Must be answered'),
  isPublished: optional(flag, 'Shown to the customer'),
  isSensitive: optional(flag, 'Kept out of the history'),
  section: optional(code, 'Section'),
  ...whenParameters,
}

/** Adds a field to a draft, or changes one; the name of a field never changes. */
export const saveDraftField = operation({
  name: 'savecasetypefield',
  summary: 'Add or change a field of a case type',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters,
  errors: [unknownTypeDraft, changedMeanwhile, unknownDraftPart],
  returns: changedDraft,
  examples: [
    { TypeDraft: '16', Version: '1', Field: 'Street', Label: 'Which street', Kind: 'text' },
    {
      TypeDraft: '17',
      Version: '1',
      Id: 'Colour',
      Label: 'Colour',
      Kind: 'list',
      Values: 'Red\nBlue',
      WhenField: 'Street',
    },
  ],

  handle: (task) =>
    changeDraft(task, (definition) => {
      const { input } = task
      if (input.field === undefined) addField(definition, input)
      else {
        const { list, at, item } = placeOf(definition, [...listOf(input), input.field])
        list[at] = overwrite(item, membersOf({ ...input, id: input.field }))
      }
    }),
})

type Given = Input<typeof parameters>

/** Where its field stands: in the form of the case, or in one that can be filed on it. */
const listOf = ({ actionForm }: Given): readonly string[] =>
  actionForm === undefined ? ['fields'] : ['actions', actionForm, 'fields']

function addField(definition: Members, input: Given): void {
  const { id } = input
  if (id === undefined) throw flawed('Id', 'Enter a name in the API')
  const fields = listAt(definition, listOf(input))
  if (fields.some((field) => String(field['id']).toLowerCase() === id.toLowerCase()))
    throw flawed('Id', `There is a field ${id} already`)
  fields.push(overwrite({}, membersOf(input)))
}

function membersOf(input: Given): Members {
  const { id, label, hint, kind: kindOfAnswer, isRequired, isPublished, isSensitive } = input
  return {
    id,
    label,
    hint,
    kind: kindOfAnswer,
    ...choicesOf(input),
    isRequired: isRequired || undefined,
    isPublished: isPublished || undefined,
    isSensitive: isSensitive || undefined,
    section: input.section,
    when: whenOf(input),
  }
}

/** A list is the organisation's or the field's own, never both. */
function choicesOf({ kind: kindOfAnswer, list, values }: Given): Members {
  if (kindOfAnswer !== 'list') return { list: undefined, values: undefined }
  const own = linesOf(values)
  if (list !== undefined && own.length > 0)
    throw flawed('Values', 'Select a list of the organisation or enter choices, not both')
  if (list === undefined && own.length === 0)
    throw flawed('Values', 'Enter the choices, one on a line, or select a list of the organisation')
  return { list, values: own }
}
