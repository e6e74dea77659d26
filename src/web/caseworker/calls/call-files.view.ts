import {
  addedFiles,
  categoryField,
  releaseField,
  uploadForm,
} from '#web/caseworker/documents/upload-form.ts'
import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** What is attached to a draft; `added` names the files that were added although others were not. */
export type CallFiles = {
  readonly next: string
  readonly files: readonly { readonly text: string; readonly detachAddress: string }[]
  readonly categories: readonly string[]
  readonly mostBytes: number
  readonly added: readonly string[]
  readonly banner: string | undefined
}

/** The page on which documents are attached to a call that is being recorded. */
export const callFilesView: FormView<CallFiles> = (model, form) => ({
  title: formTitle('Record a call: Attach documents', form),
  back: { href: model.next, text: 'Back to the call' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${model.banner !== undefined && notificationBanner({ text: model.banner, type: 'success' })}
      ${flawSummary(form)} ${model.added.length > 0 && addedFiles(model.added)}
      <span class="govuk-caption-l">Record a call</span>
      <h1 class="govuk-heading-l">Attach documents</h1>
      <p class="govuk-body">
        They are kept with your draft of the call, and filed with the case when you record it.
      </p>
      ${model.files.length > 0 && attachedPart(model, form)}
      ${uploadForm(
        {
          next: model.next,
          nextText: 'Go on recording the call',
          fields: html`${categoryField(model.categories, form)}
          ${releaseField(form, 'these documents')}`,
          takes: 'several',
          mostBytes: model.mostBytes,
          submit: 'Attach documents',
        },
        form,
      )}
    </div>
  </div>`,
})

const attachedPart = ({ files }: CallFiles, { csrfToken }: Form): Html =>
  html`<h2 class="govuk-heading-m">Attached already</h2>
    ${files.map(
      ({ text, detachAddress }) =>
        html`<div class="app-entry">
          <p class="govuk-body app-entry__text">${text}</p>
          <form action="${detachAddress}" method="post">
            ${csrfField(csrfToken)}
            ${button({
              html: html`Take off<span class="govuk-visually-hidden">: ${text}</span>`,
              classes: 'govuk-button--secondary',
            })}
          </form>
        </div>`,
    )}`

const form: Form = {
  action: '/calls/drafts/1/documents',
  csrfToken: 'example',
  typed: { Category: 'Evidence' },
  flaws: [{ parameter: 'Files', kind: 'invalid', message: 'Film.mov is empty' }],
}

/** Examples of the page, by what they show. */
export const callFilesExamples: Examples<FormView<CallFiles>> = {
  'files of which one was not added': [
    {
      next: '/calls/new?Draft=1',
      files: [
        {
          text: `${'x'.repeat(200)}.png, 12 KB`,
          detachAddress: '/calls/drafts/1/documents/2/remove',
        },
      ],
      categories: ['Evidence', 'Letter'],
      mostBytes: 25_000_000,
      added: ['Plan <1>.pdf'],
      banner: undefined,
    },
    form,
  ],
}
