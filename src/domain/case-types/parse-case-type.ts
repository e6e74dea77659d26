import {
  collectFaults,
  completeProcedure,
  contradictions,
  flagOf,
  givenProcedureOf,
  listOf,
  objectOf,
  shorthandShape,
  textLike,
  textOf,
  usualStatus,
  wordOf,
  type LostPart,
  type Reader,
} from '#domain/procedure-reading/index.ts'
import type { ActionForm, CaseType, Field } from './case-type.ts'
import { fieldKinds } from './field-kinds.ts'
import type { FormSection, ShownWhen } from './shown-fields.ts'

const fieldId = textLike(
  /^[A-Za-z][A-Za-z0-9_.-]{0,99}$/,
  'must begin with a letter and hold letters, digits, dots, hyphens and underscores only',
)
const groupName = textLike(/^[A-Za-z][A-Za-z0-9]{0,99}$/, 'must be letters and digits')

const sectionId = textLike(
  /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/,
  'must be letters, digits, hyphens and underscores, 60 at most',
)

const whenShape = objectOf({ field: fieldId, equals: textOf, isOneOf: listOf(textOf) }, 'field')
const shownWhenOf: Reader<ShownWhen> = (value, path, faults) => {
  const read = whenShape(value, path, faults)
  if (read?.field === undefined) return undefined
  const { field: asked, equals, isOneOf } = read
  if (equals !== undefined && isOneOf) {
    faults.add(path, 'must have either equals or isOneOf')
    return undefined
  }
  const values = equals === undefined ? isOneOf : [equals]
  return Object.freeze(values ? { field: asked, values } : { field: asked })
}

const sectionShape = objectOf(
  { id: sectionId, title: textOf, hint: textOf, when: shownWhenOf },
  'id',
)
const section: Reader<FormSection> = (value, path, faults) => {
  const read = sectionShape(value, path, faults)
  if (read?.id === undefined) return undefined
  return Object.freeze({ title: read.id, ...read, id: read.id })
}

const fieldShape = objectOf(
  {
    id: fieldId,
    label: textOf,
    hint: textOf,
    kind: wordOf(fieldKinds),
    list: textOf,
    values: listOf(textOf),
    isRequired: flagOf,
    isPublished: flagOf,
    isSensitive: flagOf,
    section: sectionId,
    when: shownWhenOf,
  },
  'id',
)
const field: Reader<Field> = (value, path, faults) => {
  const read = fieldShape(value, path, faults)
  if (read?.id === undefined) return undefined
  return Object.freeze<Field>({
    label: read.id,
    kind: 'text',
    isRequired: false,
    isPublished: false,
    ...read,
    id: read.id,
  })
}

const actionShape = objectOf(
  { id: textOf, synonym: groupName, label: textOf, fields: listOf(field), isAmendment: flagOf },
  'id',
  'synonym',
)
const action: Reader<ActionForm> = (value, path, faults) => {
  const read = actionShape(value, path, faults)
  if (read?.id === undefined || read.synonym === undefined) return undefined
  const { id, synonym } = read
  return Object.freeze({ label: synonym, fields: [], isAmendment: false, ...read, id, synonym })
}

const caseTypeShape = objectOf(
  {
    name: textOf,
    label: textOf,
    synonyms: listOf(textOf),
    formIds: listOf(textOf),
    form: groupName,
    title: objectOf(
      { prefix: (value) => (typeof value === 'string' ? value : undefined), field: fieldId },
      'field',
    ),
    team: textOf,
    organisation: textOf,
    status: textOf,
    rating: textOf,
    ratings: listOf(textOf),
    isConfidential: flagOf,
    isExternalIdUnique: flagOf,
    sections: listOf(section),
    fields: listOf(field),
    actions: listOf(action),
    procedure: givenProcedureOf,
    ...shorthandShape,
  },
  'name',
)

/** A definition read: the case type, or everything that is wrong with it. */
export type ParsedCaseType = { readonly caseType: CaseType } | Misread

/** What is wrong with a definition's form, and what could be read of it all the same. */
export interface Misread {
  readonly faults: readonly string[]
  readonly rest?: { readonly caseType: CaseType; readonly lost: readonly LostPart[] }
}

const fallbacks = {
  synonyms: [],
  formIds: [],
  ratings: [],
  isConfidential: false,
  isExternalIdUnique: false,
  sections: [],
  fields: [],
  actions: [],
} as const

type Read = NonNullable<ReturnType<typeof caseTypeShape>>

/** Reads a case type's definition from JSON: a frozen case type, or all faults of its form. */
export function parseCaseType(definition: unknown): ParsedCaseType {
  const faults = collectFaults()
  const read = caseTypeShape(definition, '', faults)
  for (const [member, fault] of read ? contradictions(read) : []) {
    faults.add(member, fault)
    faults.lose(member, definition)
  }
  if (read?.name === undefined) return { faults: faults.all }
  const caseType = Object.freeze(toCaseType(read, read.name))
  return faults.all.length > 0
    ? { faults: faults.all, rest: { caseType, lost: faults.lost } }
    : { caseType }
}

function toCaseType(read: Read, name: string): CaseType {
  const { target: _, stages: _stages, tasks: _tasks, ...rest } = read
  const procedure = completeProcedure(read)
  return {
    ...fallbacks,
    label: name,
    form: name.replaceAll(/[^A-Za-z0-9]/g, ''),
    ...rest,
    ...(read.title?.field === undefined
      ? {}
      : { title: Object.freeze({ prefix: '', ...read.title }) }),
    name,
    procedure,
    status: procedure.tracks[0]?.stages[0]?.status ?? usualStatus,
  } as CaseType
}
