import { exampleEntries } from '#web/caseworker/timeline/shown-entry.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import type { ShownCase } from './shown-case.ts'

const bare: ShownCase = {
  caseNumber: '1001',
  externalReference: undefined,
  account: undefined,
  receivedOn: '6 July 2026',
  targetOn: undefined,
  tags: undefined,
  team: undefined,
  owner: undefined,
  assignedByRule: undefined,
  deadlines: [],
  clock: { recordAddress: undefined, correctAddress: undefined, history: [] },
  waiting: [],
  banner: undefined,
  attention: [],
  csrfToken: 'example',
  merges: [],
  openFlags: [],
  settledFlags: [],
  next: [],
  done: [],
  timelineAddress: '/cases/1001/timeline',
  ways: [{ text: 'Add a note', href: '/cases/1001/notes/new' }],
}

const busy: ShownCase = {
  ...bare,
  merges: [
    {
      caseNumber: '1002',
      href: '/cases/1002',
      isIntoOther: false,
      told: 'By Okafor, Ife on 6 July 2026: sent <twice>',
      undoAddress: '/cases/1002/merged/1001/undo',
    },
    {
      caseNumber: undefined,
      href: undefined,
      isIntoOther: true,
      told: 'By Okafor, Ife on 6 July 2026: sent twice',
      undoAddress: undefined,
    },
  ],
  waiting: [
    {
      stage: 'Stage 1 <now>',
      needs: [
        {
          text: '“Finding” must be filled in first.',
          way: { text: 'Change details', href: '/cases/1001/details/change' },
        },
        { text: 'The case must be classified by “Service” first.', way: undefined },
      ],
    },
  ],
  externalReference: 'WEB-' + '0'.repeat(200),
  account: { text: 'RENT <77>', href: '/accounts/1' },
  targetOn: '3 August 2026',
  tags: 'Noise: Music, Service: <Housing>',
  team: 'Customer relations',
  owner: 'Caseworker, Bryn',
  assignedByRule: 'Assigned to Caseworker, Bryn by the rule <Welsh> speakers',
  deadlines: [
    {
      name: 'Answer',
      mark: 'Due soon',
      summary: 'Due 6 July 2026, 3 working days left',
      isSetByHand: true,
      href: '/cases/1001/deadlines/respond',
    },
    {
      name: 'd'.repeat(200),
      mark: 'Late',
      summary: 'Due 3 July 2026, 1 working day late',
      isSetByHand: false,
      href: '/cases/1001/deadlines/acknowledge',
    },
  ],
  clock: {
    recordAddress: '/cases/1001/clock/events/new',
    correctAddress: '/cases/1001/clock/receipt',
    history: [
      {
        what: 'Clarification asked for, 6 July 2026',
        reason: 'Which <depot> is meant',
        by: 'Okafor, Ife',
        at: new Date('2026-07-06T13:05:00Z'),
        withdrawn: undefined,
        withdrawAddress: '/cases/1001/clock/events/7/withdraw',
      },
      {
        what: `Fees notice given, ${'9'.repeat(200)}`,
        reason: undefined,
        by: 'Okafor, Ife',
        at: new Date('2026-07-06T13:00:00Z'),
        withdrawn: 'Withdrawn by Okafor, Ife on 6 July 2026 at 2:02pm: on the wrong case',
        withdrawAddress: undefined,
      },
    ],
  },
  attention: [
    { href: '#flags', text: '2 values did not fit' },
    { href: '/cases/1001/documents', text: '1 document could not be retrieved' },
  ],
  openFlags: [
    {
      label: 'Customer contact method',
      text: 'By <pigeon>\nor smoke',
      raisedAt: new Date('2026-07-06T08:30:00Z'),
      settleAddress: '/cases/1001/flags/1/settle',
    },
    {
      label: 'Where did it happen',
      text: 'x'.repeat(300),
      raisedAt: new Date('2026-07-06T08:30:00Z'),
      settleAddress: '/cases/1001/flags/2/settle',
    },
  ],
  settledFlags: [
    {
      label: 'Request method',
      text: 'Fax',
      settledAt: new Date('2026-07-06T13:05:00Z'),
      settledBy: 'Caseworker, Bryn',
    },
  ],
  next: [
    {
      what: `Ring <the> customer ${'x'.repeat(200)}`,
      due: 'Due 3 July 2026',
      isLate: true,
      who: 'Caseworker, Bryn',
      href: '/cases/1001/progress#tasks',
    },
    {
      what: 'Send letter: Acknowledgement',
      due: undefined,
      isLate: false,
      who: undefined,
      href: '/cases/1001/progress#letters',
    },
  ],
  done: exampleEntries,
}

/** Examples of the overview of a case, by what they show. */
export const showCaseExamples: Examples<View<ShownCase>> = {
  'a case with nothing on it': [bare],
  'a case with much to be looked at': [busy],
  'a case just assigned': [{ ...busy, banner: { text: 'Case assigned', isSuccess: true } }],
  'a case that somebody may only look at': [
    {
      ...busy,
      attention: [],
      openFlags: busy.openFlags.map((flag) => ({ ...flag, settleAddress: undefined })),
      ways: [],
    },
  ],
}
