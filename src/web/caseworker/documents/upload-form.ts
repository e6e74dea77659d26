import { button } from '#web/components/button.ts'
import { checkboxes } from '#web/components/checkboxes.ts'
import { fileUpload } from '#web/components/file-upload.ts'
import { insetText } from '#web/components/inset-text.ts'
import { select } from '#web/components/select.ts'
import { warningText } from '#web/components/warning-text.ts'
import { assets } from '#web/layout/assets.ts'
import { csrfField, messageOf } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { sizeInWords } from '#platform/files/size-in-words.ts'

/** What a form that carries files is made of. */
export type UploadForm = {
  /** Where to go on when all is sent, and what the link there says. */
  readonly next: string
  readonly nextText: string
  readonly fields: Html
  /** One file takes the place of something; of several each is filed. */
  readonly takes: 'one' | 'several'
  readonly mostBytes: number
  readonly submit: string
}

/** The form that carries files: they are last, so that all else arrives before them. */
export const uploadForm = (upload: UploadForm, form: Form): Html =>
  html`<form
      id="upload"
      data-next="${upload.next}"
      data-next-text="${upload.nextText}"
      action="${form.action}"
      method="post"
      enctype="multipart/form-data"
      novalidate
    >
      ${csrfField(form.csrfToken)} ${upload.fields} ${files(upload, form)}
      <ul class="govuk-list" id="upload-files"></ul>
      <p class="govuk-body" id="upload-told" role="status"></p>
      ${button({ text: upload.submit, preventDoubleClick: true })}
    </form>
    <script type="module" src="${assets.uploadFiles.address}"></script>`

const files = ({ takes, mostBytes }: UploadForm, form: Form): Html => {
  const most = `${sizeInWords(mostBytes)} or smaller.`
  return fileUpload({
    name: 'Files',
    label: { text: takes === 'one' ? 'File' : 'Files', classes: 'govuk-label--m' },
    hint: {
      text:
        takes === 'one'
          ? `Choose a file, or drop it on the box. It must be ${most}`
          : `You can choose several files at once, or drop them on the box. Each must be ${most}`,
    },
    multiple: takes === 'several',
    classes: 'app-drop',
    errorMessage: messageOf(form, 'Files'),
  })
}

/** The files that were added although others sent with them were not. */
export const addedFiles = (names: readonly string[]): Html =>
  insetText({
    html: html`<p class="govuk-body">These were added. Do not send them again:</p>
      <ul class="govuk-list govuk-list--bullet">
        ${names.map((name) => html`<li class="app-entry__text">${name}</li>`)}
      </ul>`,
  })

/** The choice of a category, where there are any. */
export const categoryField = (categories: readonly string[], form: Form): Html | undefined =>
  categories.length === 0
    ? undefined
    : select({
        name: 'Category',
        label: { text: 'Category', classes: 'govuk-label--m' },
        items: [
          { value: '', text: 'None' },
          ...categories.map((value) => ({ value, text: value })),
        ],
        value: form.typed['Category'],
      })

/** The box that lets the customer see what is added, with what that means. */
export const releaseField = (form: Form, what: string): Html =>
  html`<div class="app-shown-to-customer">
    ${checkboxes({
      name: 'SelfServiceAccess',
      fieldset: { legend: { text: `Who can see ${what}`, classes: 'govuk-fieldset__legend--m' } },
      items: [
        {
          value: 'true',
          text: `The customer can see ${what}`,
          checked: form.typed['SelfServiceAccess'] === 'true',
        },
      ],
    })}
    ${warningText({
      text: `If you tick this, the customer can open ${what} when they check the progress of their case.`,
    })}
  </div>`
