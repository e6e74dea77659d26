import { adminForm } from '#web/admin/admin-form.ts'
import { caseTypesAddress } from '#web/admin/case-types/addresses.ts'
import { emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { back, exampleWaiting, momentFields } from './moment-fields.ts'
import type { Waiting } from './moment-fields.ts'

/** The page on which a version that waits is given another moment. */
export const movePublicationView: FormView<Waiting> = ({ name, version, from }, form) =>
  adminForm(
    {
      caption: name,
      heading: `When version ${version} is published`,
      back,
      submit: 'Save',
      fields: momentFields(from, form),
    },
    form,
  )

const form = emptyForm(`${caseTypesAddress}/published/Allotment/moment`)

/** Examples of the page, by what they show. */
export const movePublicationExamples: Examples<FormView<Waiting>> = {
  'a version that waits, sent with a day that has passed': [
    exampleWaiting,
    {
      ...form,
      typed: { PublishOn: '1/9/2021' },
      flaws: [
        { parameter: 'PublishOn', kind: 'invalid', message: 'Enter a date and time in the future' },
      ],
    },
  ],
}
