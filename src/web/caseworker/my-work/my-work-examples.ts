import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import type { MyWork } from './my-work.view.ts'
import type { WorkLine } from './work-in-words.ts'

const one: WorkLine = {
  caseNumber: '1001',
  address: '/cases/1001',
  label: 'Ms <Ada> Example',
  caseType: 'Housing repair',
  status: 'Being investigated',
  why: 'Your case',
  due: { mark: 'Late', summary: 'Due 6 May 2031, 3 working days late' },
  isChanged: true,
  isConfidential: false,
}
const lines: readonly WorkLine[] = [
  one,
  {
    ...one,
    caseNumber: '1002',
    address: '/cases/1002/progress',
    label: 'x'.repeat(80),
    why: `Okafor, Ife is away, you stand in. Task: ${'y'.repeat(60)}`,
    due: { mark: 'Due soon', summary: 'Due 12 May 2031, today' },
    isChanged: false,
    isConfidential: true,
  },
  {
    ...one,
    caseNumber: '1003',
    address: '/cases/1003/answers',
    label: '',
    why: 'Answer to clear: <Reply>',
    due: { mark: 'Clock stopped', summary: 'No date while it is stopped' },
  },
  { ...one, caseNumber: '1004', address: '/cases/1004', due: undefined },
]
const model: MyWork = {
  at: { path: '/', query: {} },
  counts: { all: 4, late: 1, today: 1, thisWeek: 1, changed: 3, unassigned: 1001 },
  rows: lines,
  next: undefined,
  queue: '/queues?Team=HOUSING&Holder=nobody',
  mayListRemedies: true,
}
const none = { all: 0, late: 0, today: 0, thisWeek: 0, changed: 0, unassigned: 0 }

/** Examples of the page, by what they show. */
export const myWorkExamples: Examples<View<MyWork>> = {
  'work of every kind': [model],
  'a page between others, narrowed down': [
    {
      ...model,
      at: {
        path: '/',
        query: { Kind: ['case', 'task'], Due: ['late'], After: ['1001.0.2031-05-06'] },
      },
      next: '1003.0.infinity',
    },
  ],
  'nothing to do': [{ ...model, counts: none, rows: [], queue: undefined, mayListRemedies: false }],
  'nothing that matches': [
    { ...model, at: { path: '/', query: { Due: ['today'], Kind: ['<b>'] } }, rows: [] },
  ],
}
