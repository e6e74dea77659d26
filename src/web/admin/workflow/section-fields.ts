import type { ActionForm, FormSection } from '#domain/case-types/index.ts'
import type { ShownDraft } from '#web/admin/case-types/shown-draft.ts'
import { whenFields } from './when-fields.ts'
import { codeField } from './field-parts.ts'
import type { Fields } from './field-parts.ts'

/** The fields of a section of the form. */
export const sectionFields = (
  { caseType }: ShownDraft,
  section: FormSection | undefined,
): Fields => [
  ...codeField(section === undefined),
  { name: 'Title', label: 'Title', value: section?.title },
  { name: 'Hint', label: 'Hint (optional)', value: section?.hint },
  ...whenFields(caseType, section),
]

/** The fields of a form that can be filed on a case. */
export const actionFormFields = (_: ShownDraft, form: ActionForm | undefined): Fields => [
  ...codeField(form === undefined),
  { name: 'Label', label: 'Name that people read (optional)', value: form?.label },
  {
    name: 'Synonym',
    label: 'Name in the API',
    hint: 'Letters and digits. Programs may file it under this name, and reports have its answers under it.',
    value: form?.synonym,
  },
]
