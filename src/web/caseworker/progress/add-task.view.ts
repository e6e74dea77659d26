import { dateField, emptyForm, lineField, ownerFields } from '#web/forms/fields.ts'
import type { Owners } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { progressForm } from './form-frame.ts'

/** The page on which a task is added, or given to somebody; its title is there where it is given. */
export type AddTask = {
  readonly caseNumber: string
  readonly title: string | undefined
  readonly owners: Owners
}

/** The page on which a task is added to a case, or given to somebody. */
export const addTaskView: FormView<AddTask> = ({ caseNumber, title, owners }, form) =>
  progressForm(
    {
      caseNumber,
      heading: title === undefined ? 'Add a task' : `Give to somebody: ${title}`,
      submit: title === undefined ? 'Add task' : 'Give task',
      whole: ['TaskNumber'],
      fields: html`${
        title === undefined &&
        html`${lineField({ name: 'Title', label: 'What is to be done' }, form)}
        ${dateField({ name: 'Due', label: 'To be done by (optional)' }, form)}`
      }
      ${ownerFields(owners, { isRequired: title !== undefined }, form)}`,
    },
    form,
  )

const model: AddTask = {
  caseNumber: '1001',
  title: undefined,
  owners: {
    people: [{ value: 'sdee', text: 'Okafor, Ife' }],
    teams: [{ value: 'HOUSING', text: 'Customer relations' }],
  },
}
const form = emptyForm('/cases/1001/progress/tasks/new')

/** Examples of the page, by what they show. */
export const addTaskExamples: Examples<FormView<AddTask>> = {
  'a new task': [model, form],
  'a task without a title': [
    model,
    {
      ...form,
      typed: { Due: 'soon' },
      flaws: [
        { parameter: 'Title', kind: 'missing', message: 'Enter what is to be done' },
        { parameter: 'Due', kind: 'invalid', message: 'To be done by must be a real date' },
      ],
    },
  ],
  'a task that is given to somebody': [
    { ...model, title: 'Call the <customer>' },
    {
      ...form,
      flaws: [{ parameter: 'UserName', kind: 'missing', message: 'Select a person or a team' }],
    },
  ],
}
