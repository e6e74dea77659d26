import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import type { ShownCase, ShownDocument } from './shown-case.ts'

const bare: ShownCase = {
  caseNumber: '1001',
  type: 'Complaint',
  status: 'Open',
  isConfidential: false,
  mainParty: undefined,
  externalReference: undefined,
  accountReference: undefined,
  receivedOn: '6 July 2026',
  targetOn: undefined,
  team: undefined,
  owner: undefined,
  assignedByRule: undefined,
  assignAddress: '/cases/1001/assign',
  deadlines: [],
  clock: { recordAddress: undefined, correctAddress: undefined, history: [] },
  waiting: [],
  answers: [],
  detailsAddress: undefined,
  people: [],
  banner: undefined,
  attention: [],
  csrfToken: 'example',
  openFlags: [],
  settledFlags: [],
  documents: [],
  answersAddress: '/cases/1001/answers',
  informationAddress: undefined,
  progressAddress: '/cases/1001/progress',
  complaintAddress: '/cases/1001/complaint',
  accessAddress: '/cases/1001/access',
  addNoteAddress: '/cases/1001/notes/new',
  notes: [],
}

const missing: ShownDocument = {
  name: 'a-very-long-name-that-does-not-break-anywhere-at-all-and-goes-on-and-on-<plan>.pdf',
  href: undefined,
  category: 'Evidence & photographs',
  size: undefined,
  addedAt: new Date('2026-07-06T08:30:00Z'),
  standing: { text: 'Not retrieved', colour: 'red' },
  failure: 'The server files.example.org did not answer.',
  retryAddress: '/cases/1001/documents/D7/retry',
}

const stored: ShownDocument = {
  ...missing,
  name: 'Response.pdf',
  href: '/documents/D8',
  size: '4.2MB',
  standing: { text: 'Stored', colour: 'green' },
  failure: undefined,
  retryAddress: undefined,
}

const busy: ShownCase = {
  ...bare,
  waiting: [
    {
      stage: 'Stage 1 <now>',
      needs: [
        {
          text: '“Finding” must be filled in first.',
          way: { text: 'Change details', href: '/cases/1001/details' },
        },
        { text: 'The case must be classified by “Service” first.', way: undefined },
      ],
    },
  ],
  isConfidential: true,
  mainParty: 'Mrs Anwen O’Neill & Son',
  externalReference: 'WEB-' + '0'.repeat(200),
  accountReference: 'RENT/<77>',
  targetOn: '3 August 2026',
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
  detailsAddress: '/cases/1001/details',
  answers: [
    {
      question: 'What happened, in your own words, and what would you like to be done about it',
      answer: 'The <bin> was not emptied.\n\nIt happened again on Tuesday.\n' + 'x'.repeat(300),
    },
    { question: 'When did it happen', answer: '3 July 2026 at 9:30am' },
    { question: 'q'.repeat(200), answer: 'Yes' },
  ],
  people: [
    {
      role: 'Customer',
      known: [
        { what: 'Name', text: 'Mrs Anwen O’Neill & Son' },
        { what: 'Address', text: '1 High Street\nFlat 2\nLeeds\nLS1 1AA' },
        { what: 'Email', text: `${'a'.repeat(200)}@example.org` },
        { what: 'Phone', text: '0113 496 0123' },
      ],
      record: {
        name: 'Mrs Anwen O’Neill & Son',
        address: '/people/1',
        alerts: [{ what: 'Visit in <pairs>', text: 'A dog' }],
      },
    },
    { role: 'Witness 1', known: [] },
  ],
  attention: [
    { href: '#flags', text: '2 values did not fit' },
    { href: '#documents', text: '1 document could not be retrieved' },
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
  documents: [
    missing,
    stored,
    { ...stored, name: 'Waiting', standing: { text: 'Waiting to be retrieved', colour: 'yellow' } },
    { ...stored, name: 'Kept', standing: { text: 'Kept as a link', colour: 'grey' } },
  ],
  notes: [
    {
      kind: 'Telephone call',
      author: 'Bryn Caseworker',
      addedAt: new Date('2026-07-06T13:05:00Z'),
      text: 'Rang the customer.\nThey will send <photographs>.',
      isShownToCustomer: true,
    },
    {
      kind: 'General',
      author: 'Web form',
      addedAt: new Date('2026-07-03T08:30:00Z'),
      text: 'https://example.org/a-very-long-address/that-does-not-break/anywhere/at/all/and/goes/on/and/on',
      isShownToCustomer: false,
    },
  ],
}

/** Examples of the page of a case, by what they show. */
export const showCaseExamples: Examples<View<ShownCase>> = {
  'a case with nothing on it': [bare],
  'a case with much to be looked at': [busy],
  'a case just given a note': [{ ...busy, banner: { text: 'Note added', isSuccess: true } }],
  'a document that did not come again': [
    { ...busy, banner: { text: 'plan.pdf could not be retrieved', isSuccess: false } },
  ],
  'a case whose flags are settled, for somebody who may only look': [
    {
      ...busy,
      attention: [],
      openFlags: [],
      documents: undefined,
      addNoteAddress: undefined,
    },
  ],
  'a case that somebody may only look at': [
    {
      ...busy,
      openFlags: busy.openFlags.map((flag) => ({ ...flag, settleAddress: undefined })),
      documents: [{ ...missing, retryAddress: undefined }],
      assignAddress: undefined,
      addNoteAddress: undefined,
    },
  ],
}
