import { radios } from '#web/components/radios.ts'
import { textarea } from '#web/components/textarea.ts'
import { adminForm } from '#web/admin/admin-form.ts'
import { dateField, emptyForm, lineField } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { calendarsAddress } from './addresses.ts'
import { agreePage, isToBeAgreed } from './agree-page.ts'
import { examplePreview, previewPart, type Preview } from './preview-part.ts'

/** What is to be changed, and what it comes to once that can be told. */
export type CalendarForm = {
  readonly change: 'import' | 'close'
  readonly preview: Preview | undefined
}

/** The page on which days are brought in or closed: first what is wanted, then what it moves, to be agreed. */
export const calendarFormView: FormView<CalendarForm> = ({ change, preview }, form) =>
  preview && isToBeAgreed(form) ? checkPage(change, preview, form) : askPage(change, form)

const headings = { import: 'Bring in days', close: 'Close days' }
const back = { href: calendarsAddress, text: 'Back to calendars' }

const askPage = (change: CalendarForm['change'], form: Form) =>
  adminForm(
    {
      caption: 'Calendars',
      heading: headings[change],
      back,
      submit: 'Show what moves',
      fields: change === 'import' ? feedField(form) : closureFields(form),
    },
    form,
  )

const feedField = (form: Form): Html =>
  textarea({
    name: 'Feed',
    label: { text: 'Text of the file', classes: 'govuk-label--s' },
    hint: {
      text: 'Bank holidays: paste the whole of www.gov.uk/bank-holidays.json, or a file in the same form. Days on which Parliament sits: write House of Commons on the first line, then a line for each day, or for a week such as 4/1/2027..7/1/2027. Days are added and never dropped; what was retired here stays retired.',
    },
    value: form.typed['Feed'],
    errorMessage: messageOf(form, 'Feed'),
    rows: 15,
    spellcheck: false,
  })

const closureFields = (form: Form): Html =>
  html`${dateField({ name: 'From', label: 'First day' }, form)}
  ${dateField({ name: 'To', label: 'Last day (optional)' }, form)}
  ${radios({
    name: 'Kind',
    idPrefix: 'Kind',
    fieldset: { legend: { text: 'Who is closed', classes: 'govuk-fieldset__legend--s' } },
    items: [
      {
        value: 'local',
        text: 'The organisation',
        hint: { text: 'Moves nothing that statute or a regulator sets' },
      },
      {
        value: 'school',
        text: 'Its school',
        hint: { text: 'Moves only what rules for schools set' },
      },
    ],
    value: form.typed['Kind'],
    errorMessage: messageOf(form, 'Kind'),
  })}
  ${lineField({ name: 'Name', label: 'What it is called', hint: 'Such as Winter shutdown' }, form)}`

const checkPage = (change: CalendarForm['change'], preview: Preview, form: Form) =>
  agreePage(
    {
      caption: headings[change],
      before: previewPart(preview),
      submit: 'Agree and change the calendar',
    },
    form,
  )

const form = emptyForm(`${calendarsAddress}/close`)

/** Examples of the page, by what they show. */
export const calendarFormExamples: Examples<FormView<CalendarForm>> = {
  'a feed with faults': [
    { change: 'import', preview: undefined },
    {
      ...form,
      typed: { Feed: '<html>' },
      flaws: [{ parameter: 'Feed', kind: 'invalid', message: 'This is not a JSON object' }],
    },
  ],
  'days to close': [{ change: 'close', preview: undefined }, form],
  'what moves': [
    { change: 'close', preview: examplePreview },
    {
      ...form,
      typed: { Name: 'A <new> day' },
      flaws: [{ parameter: 'Agreed', kind: 'missing', message: 'Agree to what moves' }],
    },
  ],
}
