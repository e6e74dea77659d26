import type { DetailField } from '#domain/details/index.ts'
import { emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import type { ChangeDetails } from './change-details.view.ts'

const field = (given: Pick<DetailField, 'id' | 'label'> & Partial<DetailField>): DetailField => ({
  kind: 'text',
  isRequired: false,
  choices: undefined,
  value: '',
  mark: `mark of ${given.id}`,
  ...given,
})

const fields: readonly DetailField[] = [
  field({
    id: 'Story',
    label: 'What is <wrong>',
    hint: 'In the words of the customer',
    kind: 'long text',
    isRequired: true,
    value: 'Lid <off>\n\nand gone',
  }),
  field({ id: 'Street', label: 'Which street', value: 'High Street' }),
  field({ id: 'Seen', label: 'When was it seen', kind: 'date', value: '2026-05-21' }),
  field({ id: 'At', label: 'When was it told', kind: 'date-time', value: '2026-05-21T10:15:00' }),
  field({ id: 'Empty', label: 'Is it empty', kind: 'flag' }),
  field({ id: 'Safe', label: 'Is it safe', kind: 'flag', isRequired: true, value: 'No' }),
  field({
    id: 'Colour',
    label: 'Colour',
    kind: 'list',
    choices: [{ value: 'green', label: 'Green' }],
    value: 'A colour no more listed',
  }),
  field({ id: 'Cost', label: 'Cost', kind: 'decimal', value: '12.50' }),
]
const model: ChangeDetails = { caseNumber: '1001', fields }
const form = emptyForm('/cases/1001/details')

/** Examples of the page, by what they show. */
export const changeDetailsExamples: Examples<FormView<ChangeDetails>> = {
  'a form with a field of each kind': [model, form],
  'a form that is not filled in as it must be': [
    model,
    {
      ...form,
      typed: { 'Field.Story': '', 'Field.Seen': 'soon' },
      flaws: [
        {
          parameter: 'Field.Story',
          kind: 'missing',
          message: '“What is <wrong>” must be filled in',
        },
        {
          parameter: 'Field.Seen',
          kind: 'invalid',
          message: '“When was it seen” must be a real date',
        },
      ],
    },
  ],
  'a form that somebody else has changed meanwhile': [
    model,
    {
      ...form,
      typed: {
        'Field.Story': 'The lid is gone',
        'Seen.Story': 'another',
        'Field.Street': 'Low Street',
        'Seen.Street': 'another',
        'Field.Cost': '13',
        'Seen.Cost': 'mark of Cost',
      },
      flaws: [
        {
          parameter: 'Seen',
          kind: 'invalid',
          message: 'Okafor, Ife has changed “What is <wrong>”, “Which street”: look at both',
        },
        {
          parameter: 'Field.Story',
          kind: 'invalid',
          message: '“What is <wrong>” was changed by somebody else too: choose what stays',
        },
      ],
    },
  ],
  'a kind of case without a form': [{ ...model, fields: [] }, form],
}
