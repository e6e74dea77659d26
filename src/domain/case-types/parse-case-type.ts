import type { ActionForm, CaseType, Field } from './case-type.ts'
import { fieldKinds } from './field-kinds.ts'
import {
  collectFaults,
  flagOf,
  listOf,
  numberOf,
  objectOf,
  textLike,
  textOf,
  wordOf,
} from './shape.ts'
import type { Reader } from './shape.ts'

const fieldId = textLike(
  /^[A-Za-z][A-Za-z0-9_.-]{0,99}$/,
  'must begin with a letter and hold letters, digits, dots, hyphens and underscores only',
)
const groupName = textLike(/^[A-Za-z][A-Za-z0-9]{0,99}$/, 'must be letters and digits')
const days = numberOf(0, 3650)
const units = wordOf(['calendar', 'working'])

const fieldShape = objectOf(
  {
    id: fieldId,
    label: textOf,
    kind: wordOf(fieldKinds),
    list: textOf,
    values: listOf(textOf),
    isRequired: flagOf,
    isPublished: flagOf,
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
    target: objectOf({ days, unit: units }, 'days', 'unit'),
    stages: listOf(
      objectOf({ stage: numberOf(1, 4), name: textOf, days, unit: units }, 'stage', 'days', 'unit'),
    ),
    fields: listOf(field),
    actions: listOf(action),
    tasks: listOf(objectOf({ code: textOf, title: textOf, dueInDays: days }, 'code', 'title')),
  },
  'name',
)

/** A definition read: the case type, or everything that is wrong with it. */
export type ParsedCaseType =
  { readonly caseType: CaseType } | { readonly faults: readonly string[] }

const fallbacks = {
  synonyms: [],
  formIds: [],
  status: 'New case',
  ratings: [],
  isConfidential: false,
  isExternalIdUnique: false,
  stages: [],
  fields: [],
  actions: [],
  tasks: [],
} as const

/** Reads a case type's definition from JSON: a frozen case type, or all faults of its form. */
export function parseCaseType(definition: unknown): ParsedCaseType {
  const faults = collectFaults()
  const read = caseTypeShape(definition, '', faults)
  if (faults.all.length > 0 || read?.name === undefined) return { faults: faults.all }
  const { name } = read
  const caseType = {
    ...fallbacks,
    label: name,
    form: name.replaceAll(/[^A-Za-z0-9]/g, ''),
    ...read,
    ...(read.title ? { title: Object.freeze({ prefix: '', ...read.title }) } : {}),
    stages: (read.stages ?? []).map((stage) =>
      Object.freeze({ name: `Stage ${stage.stage}`, ...stage }),
    ),
    name,
  }
  // every member that the shape requires has been seen, or there would be a fault
  return { caseType: Object.freeze(caseType) as CaseType }
}
