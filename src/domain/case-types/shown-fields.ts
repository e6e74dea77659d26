import type { Field } from './case-type.ts'

/** When a field or a section is shown: where another field is answered, or where its answer is one of some. */
export interface ShownWhen {
  readonly field: string
  /** Absent: any answer. */
  readonly values?: readonly string[]
}

/** Fields of a form that stand together under a title. */
export interface FormSection {
  readonly id: string
  readonly title: string
  readonly hint?: string
  readonly when?: ShownWhen
}

/** What a form asks. */
export interface AskedForm {
  readonly fields: readonly Field[]
  readonly sections?: readonly FormSection[]
}

/** What must be so for a field to be shown: what it asks for itself, and what its section does. */
export const conditionsOf = (
  { when, section }: Pick<Field, 'when' | 'section'>,
  { sections = [] }: Pick<AskedForm, 'sections'>,
): readonly ShownWhen[] =>
  [when, sections.find(({ id }) => id === section)?.when].filter((each) => each !== undefined)

const fold = (text: string): string => text.trim().toLowerCase()

const holds = ({ values }: ShownWhen, answer: string): boolean =>
  answer !== '' && (values === undefined || values.some((value) => fold(value) === fold(answer)))

/** The ids of the fields that are shown, given what the others hold; what is hidden counts as not answered. */
export function shownFields(
  form: AskedForm,
  answerTo: (id: string) => string | undefined,
): ReadonlySet<string> {
  const { fields, sections = [] } = form
  if (![...fields, ...sections].some(({ when }) => when)) return new Set(fields.map(({ id }) => id))
  const known = new Map<string, boolean>()
  const isShown = (id: string): boolean => {
    const before = known.get(id)
    if (before !== undefined) return before
    // of fields that wait for one another each is shown
    known.set(id, true)
    const field = fields.find((each) => each.id === id)
    const conditions = field ? conditionsOf(field, form) : []
    const found = conditions.every(
      (when) => isShown(when.field) && holds(when, answerTo(when.field) ?? ''),
    )
    known.set(id, found)
    return found
  }
  return new Set(fields.map(({ id }) => id).filter(isShown))
}

/** When something is shown, with words for whoever fills in the form. */
export interface Showing {
  readonly when: ShownWhen
  readonly words: string
}

/** A condition with its words. */
export function showingOf(when: ShownWhen, fields: readonly Field[]): Showing {
  const { field, values } = when
  const label = fields.find(({ id }) => id === field)?.label ?? field
  const answer = values === undefined ? 'is answered' : `is ${values.join(' or ')}`
  return { when, words: `Only where “${label}” ${answer}` }
}

/** Where a field of a form stands, and when it is shown. */
export interface PlacedField {
  readonly showing?: Showing
  readonly section?: Omit<FormSection, 'when'> & { readonly showing?: Showing }
}

/** The fields of a form in the order in which they are asked: those of no section first; each with its place. */
export function placedFields(form: AskedForm): readonly { field: Field; place: PlacedField }[] {
  const { fields, sections = [] } = form
  const placed = (of: readonly Field[], section?: FormSection) =>
    of.map((field) => ({
      field,
      place: {
        ...(field.when ? { showing: showingOf(field.when, fields) } : {}),
        ...(section ? { section: shownSection(section, fields) } : {}),
      },
    }))
  const known = new Set(sections.map(({ id }) => id))
  return [
    ...placed(fields.filter(({ section }) => section === undefined || !known.has(section))),
    ...sections.flatMap((section) =>
      placed(
        fields.filter((field) => field.section === section.id),
        section,
      ),
    ),
  ]
}

function shownSection({ when, ...section }: FormSection, fields: readonly Field[]) {
  return { ...section, ...(when ? { showing: showingOf(when, fields) } : {}) }
}
