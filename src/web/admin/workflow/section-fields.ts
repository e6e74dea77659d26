import type { FormSection } from '#domain/case-types/index.ts'
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
