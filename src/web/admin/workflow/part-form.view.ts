import { boxesField, draftForm } from '#web/admin/case-types/draft-form.ts'
import type { Box } from '#web/admin/case-types/draft-form.ts'
import { exampleDraft } from '#web/admin/case-types/shown-draft.ts'
import type { ShownDraft } from '#web/admin/case-types/shown-draft.ts'
import { emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { workflowAddress } from './addresses.ts'
import { partInput } from './part-input.ts'
import type { PartField } from './part-input.ts'
import { deadlineFields } from './part-fields.ts'
import { assignmentFields } from './rule-fields.ts'

/** A stage, or a part of one, that is added or changed. */
export type PartForm = {
  readonly draft: ShownDraft
  readonly heading: string
  readonly fields: readonly PartField[]
  readonly boxes?: readonly Box[]
}

/** The page on which a stage, or a part of one, is added or changed. */
export const partFormView: FormView<PartForm> = ({ draft, heading, fields, boxes }, form) =>
  draftForm(
    {
      draft,
      heading,
      submit: 'Save',
      back: { href: workflowAddress(draft.draft), text: 'Back to the workflow' },
      known: fields.map(({ label, value = '' }) => ({ what: label, text: value })),
      fields: html`${fields.map((field) => partInput(field, form))}
      ${boxes && boxesField('What it is', boxes, form)}`,
    },
    form,
  )

const stage = exampleDraft.caseType.procedure.tracks[0]?.stages[0]
const form = emptyForm('/admin/case-types/drafts/14/workflow/stages/report/deadlines/respond')
const model: PartForm = {
  draft: exampleDraft,
  heading: 'Deadline Visit',
  fields: deadlineFields(exampleDraft, stage?.deadlines[0]),
  boxes: [{ name: 'IsTarget', label: 'It is the target of the case', isTicked: true }],
}

/** Examples of the page, by what they show. */
export const partFormExamples: Examples<FormView<PartForm>> = {
  'a deadline to change': [model, form],
  'a rule to add, which lacks its name': [
    {
      draft: exampleDraft,
      heading: 'Add a rule',
      fields: assignmentFields(exampleDraft, undefined),
    },
    { ...form, flaws: [{ parameter: 'Name', kind: 'missing', message: 'Enter name' }] },
  ],
  'a deadline that somebody else has changed meanwhile': [
    model,
    {
      ...form,
      typed: { Name: 'Visit <soon>', Days: '3', Version: '2' },
      flaws: [{ parameter: 'Version', kind: 'invalid', message: 'Somebody has changed this' }],
    },
  ],
}
