import { adminForm } from '#web/admin/admin-form.ts'
import { emptyForm, lineField } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { calendarsAddress, retireDayAddress } from './addresses.ts'
import { examplePreview, previewPart, type Preview } from './preview-part.ts'

/** A day that is to be retired, and what that moves; nothing where it is no day off any more. */
export type RetiringDay = {
  readonly day: string
  readonly calendar: string
  readonly preview: Preview | undefined
}

/** The page on which a day is retired. */
export const retireDayView: FormView<RetiringDay> = ({ day, calendar, preview }, form) =>
  adminForm(
    {
      caption: `Calendar ${calendar}`,
      heading: `Retire ${day}`,
      back: { href: calendarsAddress, text: 'Back to calendars' },
      submit: 'Agree and retire the day',
      isWarning: true,
      before: html`<p class="govuk-body" id="Day">
          It counts as a working day from now on, or as one on which the House does not sit, and
          stays on record as retired.
        </p>
        ${preview && previewPart(preview)}`,
      fields: lineField(
        { name: 'Reason', label: 'Reason', hint: 'Such as Proclamation withdrawn' },
        form,
      ),
    },
    form,
  )

/** Examples of the page, by what they show. */
export const retireDayExamples: Examples<FormView<RetiringDay>> = {
  'a day that moves deadlines': [
    { day: '9 May 2031', calendar: 'Scotland', preview: examplePreview },
    emptyForm(retireDayAddress('scotland', '2031-05-09')),
  ],
}
