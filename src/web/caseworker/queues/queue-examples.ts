import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import type { QueueLine } from './queue-line.ts'
import type { Queue } from './queue.view.ts'

const one: QueueLine = {
  caseNumber: '1001',
  address: '/cases/1001',
  label: 'Ms <Ada> Example',
  caseType: 'Housing repair',
  stage: 'Investigation',
  receivedOn: '2031-05-01',
  team: 'Housing & repairs',
  owner: 'Okafor, Ife',
  due: { mark: 'Late', summary: 'Due 6 May 2031, 3 working days late' },
  isConfidential: false,
}
const queue: Queue = {
  heading: 'Queues',
  banner: undefined,
  csrfToken: 'example',
  at: { path: '/queues', query: {} },
  list: {
    rows: [
      one,
      { ...one, caseNumber: '1002', label: 'x'.repeat(80), isConfidential: true, due: undefined },
    ],
    count: 1001,
    next: '1002.0.infinity',
    mayAssign: true,
    mayTag: true,
    mayClose: true,
    choices: {
      teams: [{ value: 'HOUSING', text: 'Housing & repairs' }],
      types: [{ value: 'Repair', text: 'Housing <repair>' }],
      stages: [{ value: 'first', text: 'Investigation' }],
    },
  },
  saved: [
    { text: 'Nobody has these', address: '/queues/saved/7' },
    { text: `${'y'.repeat(60)} (shared)`, address: '/queues/saved/8' },
  ],
  saveAddress: undefined,
  removeAddress: undefined,
}
const narrowed = {
  path: '/queues',
  query: { Team: ['HOUSING'], Due: ['late'], Sort: ['-received'], Column: ['-', 'received'] },
}

/** Examples of the page, by what they show. */
export const queueExamples: Examples<View<Queue>> = {
  'open cases': [queue],
  'open cases narrowed down, some columns left out': [
    { ...queue, at: narrowed, saveAddress: '/queues/save?Team=HOUSING' },
  ],
  'a saved filter of one’s own': [
    {
      ...queue,
      heading: 'Nobody <b>has</b> these',
      banner: 'Filter saved',
      at: narrowed,
      removeAddress: '/queues/saved/7/remove',
    },
  ],
  'nothing open, nothing saved': [
    {
      ...queue,
      saved: [],
      list: {
        rows: [],
        count: 0,
        next: undefined,
        mayAssign: false,
        mayTag: false,
        mayClose: false,
        choices: { teams: [], types: [], stages: [] },
      },
    },
  ],
}
