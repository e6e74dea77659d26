import { linkInWords, linkKinds } from '#domain/case-links/index.ts'
import { input } from '#web/components/input.ts'
import { radios } from '#web/components/radios.ts'
import { textarea } from '#web/components/textarea.ts'
import type { Examples } from '#web/layout/examples.ts'
import { framedForm } from '#web/layout/form-frame.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** The case that is linked, and where its links are shown. */
export type LinkCase = { readonly caseNumber: string; readonly linksAddress: string }

/** The page on which a case is linked with another. */
export const linkCaseView: FormView<LinkCase> = ({ caseNumber, linksAddress }, form) =>
  framedForm(
    {
      caseNumber,
      heading: 'Link with another case',
      submit: 'Link cases',
      back: { href: linksAddress, text: 'Back to links' },
      fields: html`${kindField(caseNumber, form)} ${otherField(form)} ${reasonField(form)}`,
    },
    form,
  )

const kindField = (caseNumber: string, form: Form): Html =>
  radios({
    name: 'How',
    fieldset: {
      legend: {
        text: `How case ${caseNumber} hangs together with it`,
        classes: 'govuk-fieldset__legend--m',
      },
    },
    value: form.typed['How'],
    errorMessage: messageOf(form, 'How'),
    items: linkKinds.map((kind) => ({ value: kind, text: `${linkInWords(kind)} the other case` })),
  })

const otherField = (form: Form): Html =>
  input({
    name: 'OtherCase',
    label: { text: 'Number of the other case', classes: 'govuk-label--m' },
    inputmode: 'numeric',
    classes: 'govuk-input--width-10',
    value: form.typed['OtherCase'],
    errorMessage: messageOf(form, 'OtherCase'),
  })

const reasonField = (form: Form): Html =>
  textarea({
    name: 'Reason',
    label: { text: 'Reason (optional)' },
    hint: { text: 'Both cases show it to those who may see them.' },
    rows: 3,
    value: form.typed['Reason'],
    errorMessage: messageOf(form, 'Reason'),
  })

const model: LinkCase = { caseNumber: '1001', linksAddress: '/cases/1001/links' }
const form: Form = {
  action: '/cases/1001/links/new',
  csrfToken: 'example',
  typed: {},
  flaws: [],
}

/** Examples of the page, by what they show. */
export const linkCaseExamples: Examples<FormView<LinkCase>> = {
  'an empty form': [model, form],
  'a case that is not there': [
    model,
    {
      ...form,
      typed: { How: 'part', OtherCase: '9' },
      flaws: [
        {
          parameter: 'OtherCase',
          kind: 'invalid',
          message: 'There is no case of that number',
        },
      ],
    },
  ],
}
