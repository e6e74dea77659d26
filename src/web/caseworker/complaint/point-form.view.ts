import type { Stored } from '#web/forms/case-form.ts'
import { areaField, emptyForm, lineField } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { complaintForm } from './complaint-form.ts'

/** A point as its form shows it; nothing is stored of one that is to be added. */
export type PointForm = {
  readonly caseNumber: string
  readonly point?: Stored & {
    readonly number: number
    readonly description: string
    readonly service: string | undefined
  }
}

/** The page on which a point of complaint is added or amended. */
export const pointFormView: FormView<PointForm> = ({ caseNumber, point }, form) =>
  complaintForm(
    {
      caseNumber,
      heading: point ? `Amend point ${point.number}` : 'Add a point of complaint',
      submit: point ? 'Save' : 'Add point',
      stored: point,
      fields: html`${areaField(
        {
          name: 'Description',
          label: 'What the complaint is about',
          hint: 'One point, as the customer would put it',
          value: point?.description,
        },
        form,
      )}
      ${lineField({ name: 'Service', label: 'Service concerned (optional)', value: point?.service }, form)}`,
    },
    form,
  )

const stored: PointForm = {
  caseNumber: '1001',
  point: {
    number: 2,
    version: 3,
    changedBy: 'Okafor, Ife',
    changedAt: new Date('2026-07-06T13:05:00Z'),
    known: [
      { what: 'What it is about', text: 'Nobody came.\nTwice.' },
      { what: 'Service', text: 'Repairs & maintenance' },
    ],
    description: 'Nobody came.\nTwice.',
    service: 'Repairs & maintenance',
  },
}

const form = emptyForm('/cases/1001/complaint/points/2/amend')

/** Examples of the page, by what they show. */
export const pointFormExamples: Examples<FormView<PointForm>> = {
  'a new point': [{ caseNumber: '1001' }, form],
  'a point that is there': [stored, form],
  'a point without a text': [
    { caseNumber: '1001' },
    {
      ...form,
      typed: { Description: '' },
      flaws: [
        {
          parameter: 'Description',
          kind: 'missing',
          message: 'Enter what the complaint is about',
        },
      ],
    },
  ],
  'a point that somebody else has changed': [
    stored,
    {
      ...form,
      typed: { Description: 'Nobody <came>', Service: '', Version: '2' },
      flaws: [
        {
          parameter: 'Version',
          kind: 'invalid',
          message: 'Somebody has changed this since you opened it',
        },
      ],
    },
  ],
}
