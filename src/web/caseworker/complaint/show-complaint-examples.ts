import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import type { ShownComplaint, ShownPoint, ShownRemedy } from './shown-complaint.ts'

const bare: ShownComplaint = {
  caseNumber: '1001',
  banner: undefined,
  csrfToken: 'example',
  summary: '0 points to answer · 0 open remedies',
  points: [],
  addPointAddress: '/cases/1001/complaint/points/new',
  whyNoPoint: undefined,
  remedies: [],
  addRemedyAddress: '/cases/1001/complaint/remedies/new',
  lessons: [],
  recordLessonAddress: '/cases/1001/complaint/lessons/new',
  exclusions: [],
  refuseAddress: '/cases/1001/complaint/exclusions/new',
}

const point: ShownPoint = {
  number: 1,
  standing: { text: 'Not answered in stage 2', colour: 'yellow' },
  known: [
    { what: 'What it is about', text: 'The roof leaks.\nIt has for <months>.' },
    { what: 'Service', text: 'Repairs & maintenance' },
    { what: 'Added', text: '6 July 2026 at 2:05pm by Okafor, Ife, in stage 1' },
    { what: 'Answer in stage 1', text: `Upheld\n${'x'.repeat(300)}\n7 July 2026 by Okafor, Ife` },
  ],
  ways: [
    { text: 'Answer', href: '/cases/1001/complaint/points/1/answer' },
    { text: 'Amend', href: '/cases/1001/complaint/points/1/amend' },
    { text: 'Withdraw', href: '/cases/1001/complaint/points/1/withdraw' },
  ],
}

const remedy: ShownRemedy = {
  number: 1,
  what: 'Payment, for point 1',
  description: 'For the <carpet>',
  due: '21 July 2026',
  isLate: true,
  owner: 'Okafor, Ife, Customer relations',
  cost: '£1,180.25 expected',
  standing: { text: 'Open', colour: 'blue' },
  outcome: undefined,
  ways: [
    { text: 'Done', href: '/cases/1001/complaint/remedies/1/done' },
    { text: 'Not needed', href: '/cases/1001/complaint/remedies/1/drop' },
  ],
  reopenAddress: undefined,
}

const settled: ShownRemedy = {
  ...remedy,
  number: 2,
  description: 'x'.repeat(200),
  isLate: false,
  cost: undefined,
  standing: { text: 'Not needed', colour: 'grey' },
  outcome: 'Moved away\nNoted by Okafor, Ife',
  ways: [],
  reopenAddress: '/cases/1001/complaint/remedies/2/reopen',
}

const busy: ShownComplaint = {
  ...bare,
  summary: 'Stage 2 · 1 point to answer · 1 open remedy, 1 late',
  points: [
    point,
    { ...point, number: 2, standing: { text: 'Withdrawn', colour: 'grey' }, known: [] },
  ],
  addPointAddress: undefined,
  whyNoPoint: 'Stage 1 has been answered. Open a new case for a further issue.',
  remedies: [remedy, settled],
  lessons: [
    {
      heading: 'Lesson 1',
      standing: { text: 'May be published', colour: 'green' },
      known: [{ what: 'What was learnt', text: 'Ring first' }],
    },
  ],
  exclusions: [
    {
      heading: `Point 3: ${'Over 12 months old '.repeat(10)}`,
      standing: { text: 'Ombudsman’s details not given', colour: 'red' },
      known: [{ what: 'Reason in words', text: 'It ended in 2023' }],
    },
  ],
}

/** Examples of the page, by what they show. */
export const showComplaintExamples: Examples<View<ShownComplaint>> = {
  'a complaint with nothing on it': [bare],
  'a complaint with much on it': [busy],
  'a complaint just given a point': [{ ...busy, banner: 'Point added' }],
  'a complaint that somebody may only look at': [
    {
      ...busy,
      points: [{ ...point, ways: [] }],
      whyNoPoint: undefined,
      remedies: [{ ...remedy, ways: [] }],
      addRemedyAddress: undefined,
      recordLessonAddress: undefined,
      refuseAddress: undefined,
    },
  ],
}
