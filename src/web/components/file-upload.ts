import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { field } from './form-group.ts'
import type { FieldOptions } from './form-group.ts'
import { attributes, classes, translations } from './options.ts'
import type { Attributes, Options, Styled } from './options.ts'

/** The published options of the file upload. */
export type FileUploadOptions = { readonly name: string } & FieldOptions &
  Styled &
  Options<{
    disabled: boolean
    multiple: boolean
    javascript: boolean
    wrapperClasses: string
    wrapperAttributes: Attributes
    chooseFilesButtonText: string
    noFileChosenText: string
    multipleFilesChosenText: Attributes
    dropInstructionText: string
    enteredDropZoneText: string
    leftDropZoneText: string
  }>

/** GOV.UK file upload; with `javascript` it becomes a zone to drop files on where scripts run. */
export const fileUpload = (options: FileUploadOptions): Html =>
  field(options.id || options.name, options, (describedBy) => {
    const element = fileInput(options, describedBy)
    return options.javascript ? dropZone(options, element) : element
  })

const fileInput = (options: FileUploadOptions, describedBy: string | undefined): Html =>
  html`<input
    class="${classes(
      'govuk-file-upload',
      options.classes,
      options.errorMessage && 'govuk-file-upload--error',
    )}"
    type="file"
    ${attributes({
      id: options.id || options.name,
      name: options.name,
      'aria-describedby': describedBy,
      ...options.attributes,
    })}
    ${options.disabled && html` disabled`}
    ${options.multiple && html` multiple`}
  />`

const dropZone = (options: FileUploadOptions, inner: Html): Html =>
  html`<div
    class="${classes('govuk-file-upload-wrapper', options.wrapperClasses)}"
    data-module="govuk-file-upload"
    ${attributes({
      ...translations('choose-files-button', options.chooseFilesButtonText),
      ...translations('no-file-chosen', options.noFileChosenText),
      ...translations('multiple-files-chosen', options.multipleFilesChosenText),
      ...translations('drop-instruction', options.dropInstructionText),
      ...translations('entered-drop-zone', options.enteredDropZoneText),
      ...translations('left-drop-zone', options.leftDropZoneText),
      ...options.wrapperAttributes,
    })}
  >
    ${inner}
  </div>`
