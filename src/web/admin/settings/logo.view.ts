import { uploadForm } from '#web/caseworker/documents/upload-form.ts'
import { emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { lookAddress } from './look.view.ts'

/** Whether there is a logo already, and how large one may be. */
export type LogoModel = { readonly hasLogo: boolean; readonly mostBytes: number }

/** The page on which the organisation is given a logo. */
export const logoView: FormView<LogoModel> = ({ hasLogo, mostBytes }, form) => ({
  title: formTitle('Logo: Look of the pages', form),
  back: { href: lookAddress, text: 'Back to the look of the pages' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)}
      <span class="govuk-caption-l">Look of the pages</span>
      <h1 class="govuk-heading-l">Logo</h1>
      <p class="govuk-body">
        A PNG, JPEG or WebP picture. It is shown beside the name on each page, 40 pixels high, upon
        the colour of the header. ${hasLogo && 'It takes the place of the one that is shown now.'}
      </p>
      ${uploadForm(
        {
          next: lookAddress,
          nextText: 'See the look of the pages',
          fields: html``,
          takes: 'one',
          mostBytes,
          submit: 'Save logo',
        },
        form,
      )}
    </div>
  </div>`,
})

/** Examples of the page, by what they show. */
export const logoExamples: Examples<FormView<LogoModel>> = {
  'no file chosen': [
    { hasLogo: true, mostBytes: 200_000 },
    {
      ...emptyForm(`${lookAddress}/logo`),
      flaws: [{ parameter: 'Files', kind: 'missing', message: 'Choose a file' }],
    },
  ],
}
