import type { Procedure } from '#domain/procedures/index.ts'
import type { FieldKind } from './field-kinds.ts'
import type { FormSection, ShownWhen } from './shown-fields.ts'

/** One question of a form, under an id that never changes. */
export interface Field {
  readonly id: string
  readonly label: string
  /** What helps to answer, under the question. */
  readonly hint?: string
  readonly kind: FieldKind
  /** Of a field of kind `list`: the organisation's list that holds its values. */
  readonly list?: string
  /** Of a field of kind `list`: its values, where they are the form's own. */
  readonly values?: readonly string[]
  readonly isRequired: boolean
  /** May the answer leave the house: in the disclosure log and to the customer? */
  readonly isPublished: boolean
  /** Absent is no: is the answer such that the history of a case must not repeat it? */
  readonly isSensitive?: boolean
  /** The id of the section in which it stands. */
  readonly section?: string
  /** Absent: it is always shown. */
  readonly when?: ShownWhen
}

/** A form that is filed on a case that exists already. */
export interface ActionForm {
  readonly id: string
  readonly synonym: string
  readonly label: string
  readonly fields: readonly Field[]
  /** May it be filed through createcase with `CaseId` (contract 6.1)? */
  readonly isAmendment: boolean
}

/** How a case is labelled where the caller gives no label: a prefix and the answer to a field. */
export interface CaseTitle {
  readonly prefix: string
  readonly field: string
}

/** What a case may be, as configured; it never changes once it is published. */
export interface CaseType {
  readonly name: string
  readonly label: string
  readonly synonyms: readonly string[]
  readonly formIds: readonly string[]
  /** The form's name within the group `CaseDetails‹Form›` (contract 6.7). */
  readonly form: string
  readonly title?: CaseTitle
  /** The code of the team that gets the cases. */
  readonly team?: string
  /** What createcase answers as `organisation` (contract 6.1). */
  readonly organisation?: string
  /** In which a case is opened: that of the procedure's first stage. */
  readonly status: string
  readonly rating?: string
  readonly ratings: readonly string[]
  readonly isConfidential: boolean
  /** Does a repeat with the same ExternalId answer with the case that is there? */
  readonly isExternalIdUnique: boolean
  readonly sections: readonly FormSection[]
  readonly fields: readonly Field[]
  readonly actions: readonly ActionForm[]
  /** What its cases go through. */
  readonly procedure: Procedure
}

/** A case type as it is stored: which one, and which of its versions. */
export interface CaseTypeVersion extends CaseType {
  readonly caseTypeId: number
  readonly version: number
}

const fold = (name: string): string => name.trim().toLowerCase()

/** Every name by which a caller may mean the case type. */
export const namesOf = ({ name, label, synonyms, formIds }: CaseType): readonly string[] => [
  name,
  label,
  ...synonyms,
  ...formIds,
]

/** The case type of that name, label, form synonym or form id, whatever the case and the space around it. */
export function findCaseType<T extends CaseType>(
  types: readonly T[],
  sought: string,
): T | undefined {
  const wanted = fold(sought)
  return (
    types.find(({ name }) => fold(name) === wanted) ??
    types.find((type) => namesOf(type).some((name) => fold(name) === wanted))
  )
}

/** The form of that id, synonym or label that can be filed on a case of the type. */
export function findForm({ actions }: CaseType, sought: string): ActionForm | undefined {
  const wanted = fold(sought)
  return actions.find(({ id, synonym, label }) =>
    [id, synonym, label].some((n) => fold(n) === wanted),
  )
}
