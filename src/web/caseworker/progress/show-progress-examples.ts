import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import type { ShownProgress } from './shown-progress.ts'

const bare: ShownProgress = {
  caseNumber: '1001',
  banner: undefined,
  csrfToken: 'example',
  status: 'New case',
  summary: 'With nobody.',
  tracks: [
    {
      name: 'Main',
      stages: [],
      outcomes: [],
      moveAddress: undefined,
      beginAddress: '/cases/1001/progress/begin/main',
      lackingToBegin: [],
    },
  ],
  tasks: [],
  addTaskAddress: '/cases/1001/progress/tasks/new',
  letters: [],
  addLetterAddress: '/cases/1001/progress/letters/new',
  endAddress: '/cases/1001/progress/end',
  reopenAddress: undefined,
}

const busy: ShownProgress = {
  ...bare,
  status: 'At stage 2',
  summary: 'With Okafor, Ife, Customer relations.',
  tracks: [
    {
      name: 'Complaint',
      stages: [
        {
          name: 'Stage 1',
          standing: { text: 'Done', colour: 'green' },
          told: 'Escalated on 6 July 2026 at 2:05pm by Okafor, Ife, in time',
          details: `The customer wants <more>.\n${'x'.repeat(300)}`,
        },
        {
          name: 'Stage 2',
          standing: { text: 'Now', colour: 'blue' },
          told: 'Due 3 August 2026',
          details: undefined,
        },
        {
          name: 'Remedies',
          standing: { text: 'Not begun', colour: 'grey' },
          told: '',
          details: undefined,
        },
      ],
      outcomes: [
        {
          label: 'Upheld',
          leadsTo: 'The case is closed',
          lacking: [
            {
              text: '“Finding” must be filled in first.',
              way: { text: 'Change details', href: '/cases/1001/details' },
            },
            { text: '1 remedy is not done yet.', way: undefined },
          ],
        },
        { label: 'More to do', leadsTo: 'Leads to “Remedies”', lacking: [] },
      ],
      moveAddress: '/cases/1001/progress/move/main',
      beginAddress: undefined,
      lackingToBegin: [],
    },
    {
      name: 'Hazard',
      stages: [],
      outcomes: [],
      moveAddress: undefined,
      beginAddress: undefined,
      lackingToBegin: [{ text: '“Visited” must be recorded first.', way: undefined }],
    },
  ],
  tasks: [
    {
      title: `Call the <customer> ${'x'.repeat(100)}`,
      due: '7 July 2026',
      isLate: true,
      owner: 'Okafor, Ife',
      outcome: undefined,
      ways: [
        { text: 'Settle', href: '/cases/1001/progress/tasks/7/settle' },
        { text: 'Give to somebody', href: '/cases/1001/progress/tasks/7/give' },
      ],
      undoAddress: undefined,
    },
    {
      title: 'Ask the surveyor',
      due: 'No date',
      isLate: false,
      owner: 'Nobody',
      outcome: 'Done, 6 July 2026 at 2:05pm by Okafor, Ife',
      ways: [],
      undoAddress: '/cases/1001/progress/tasks/8/undo',
    },
  ],
  letters: [
    {
      name: 'Acknowledgement',
      due: '13 July 2026',
      isLate: false,
      outcome: undefined,
      ways: [{ text: 'Send', href: '/cases/1001/progress/letters/7/send' }],
    },
    {
      name: 'Holding letter',
      due: 'No date',
      isLate: false,
      outcome: 'Dropped, 6 July 2026 at 2:05pm by Okafor, Ife: told on the telephone',
      ways: [],
    },
  ],
}

/** Examples of the page, by what they show. */
export const showProgressExamples: Examples<View<ShownProgress>> = {
  'a case that has not begun': [bare],
  'a case at its second stage': [busy],
  'a case just moved on': [{ ...busy, banner: 'Case moved on' }],
  'a closed case, for somebody who may only look': [
    {
      ...busy,
      status: 'Withdrawn',
      summary: 'Closed on 6 July 2026. Moved <away>',
      tracks: busy.tracks.map((track) => ({ ...track, outcomes: [], moveAddress: undefined })),
      tasks: busy.tasks.map((task) => ({ ...task, ways: [], undoAddress: undefined })),
      addTaskAddress: undefined,
      letters: undefined,
      addLetterAddress: undefined,
      endAddress: undefined,
      reopenAddress: '/cases/1001/progress/reopen',
    },
  ],
}
