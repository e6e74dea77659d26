import type { Examples } from '#web/layout/examples.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import type { AssignCase } from './assign-case.view.ts'

const model: AssignCase = {
  caseNumber: '1001',
  caseAddress: '/cases/1001',
  holder: 'Assigned to Okafor, Ife by the rule <Welsh> & roads',
  seen: 'ROADS/sdee',
  mayTake: true,
  people: [
    { value: 'sdee', text: 'Okafor, Ife · Roads · 3 open cases · away until 20 March 2026' },
    { value: 'x', text: `${'x'.repeat(80)} · Roads · 0 open cases` },
  ],
  teams: [{ value: 'ROADS', text: 'Roads & pavements' }],
  unassignAddress: '/cases/1001/unassign',
}
const empty: Form = { action: '/cases/1001/assign', csrfToken: 'example', typed: {}, flaws: [] }

/** Examples of the page, by what they show. */
export const assignCaseExamples: Examples<FormView<AssignCase>> = {
  'a case that somebody has': [model, empty],
  'a case that nobody has, and a reader who cannot take it': [
    { ...model, holder: 'Not assigned', seen: '/', mayTake: false, unassignAddress: undefined },
    empty,
  ],
  'a person who is not named': [
    model,
    {
      ...empty,
      typed: { To: 'person', Reason: 'Knows <b>them</b>' },
      flaws: [{ parameter: 'UserName', kind: 'missing', message: 'Select a person' }],
    },
  ],
  'a case that somebody else has assigned meanwhile': [
    model,
    {
      ...empty,
      typed: { To: 'me', Seen: 'ROADS/' },
      flaws: [{ parameter: 'Seen', kind: 'invalid', message: 'Somebody has assigned this case' }],
    },
  ],
}
