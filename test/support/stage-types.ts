/** A complaint in two stages, with a hazard beside it, as a case type of tests. */
export const twoStages = {
  name: 'Staged',
  team: 'CUSTREL',
  fields: [
    { id: 'Details', label: 'What happened', kind: 'long text' },
    { id: 'Finding', label: 'What was found', kind: 'text' },
  ],
  actions: [{ id: 'UF1', synonym: 'More' }],
  procedure: {
    events: [{ code: 'visited', name: 'Visited' }],
    tracks: [
      {
        code: 'main',
        name: 'Complaint',
        stages: [
          {
            code: 'first',
            name: 'Stage 1',
            number: 1,
            status: 'At stage 1',
            deadlines: [{ code: 'respond', target: { days: 10 }, from: 'received' }],
            tasks: [
              { code: 'CALL', title: 'Call the customer', due: { days: 2 } },
              {
                code: 'DRAFT',
                title: 'Draft the answer',
                due: { days: -3, from: { deadline: 'respond' } },
                team: 'ROADS',
              },
            ],
            letters: [
              { template: 'ACK', due: { days: 5 } },
              { template: 'OUTCOME', when: 'stage ended' },
            ],
            exit: [{ kind: 'task done', task: 'CALL' }],
            outcomes: [
              { code: 'answered', label: 'Answered', leadsTo: 'closure', requires: ['Finding'] },
              { code: 'escalated', label: 'Escalated', leadsTo: 'second' },
              { code: 'dangerous', label: 'Dangerous', leadsTo: 'second', begins: ['hazard'] },
            ],
          },
          {
            code: 'second',
            name: 'Stage 2',
            number: 2,
            status: 'At stage 2',
            team: 'ROADS',
            deadlines: [{ code: 'respond', target: { days: 20 } }],
            tasks: [{ code: 'REVIEW', title: 'Review the answer' }],
            exit: [{ kind: 'worker differs', stage: 'first' }],
            outcomes: [{ code: 'upheld', label: 'Upheld', leadsTo: 'closure' }],
          },
        ],
      },
      {
        code: 'hazard',
        name: 'Hazard',
        stages: [
          {
            code: 'investigate',
            name: 'Investigation',
            deadlines: [{ code: 'look', target: { days: 5 } }],
            tasks: [
              { code: 'REPORT', title: 'Report', due: { days: 2, from: { event: 'visited' } } },
            ],
            outcomes: [{ code: 'safe', label: 'Made safe', leadsTo: 'track end' }],
          },
        ],
      },
      {
        code: 'emergency',
        name: 'Emergency',
        stages: [
          {
            code: 'make-safe',
            name: 'Make safe',
            deadlines: [{ code: 'safe', name: 'Make safe', rule: 'AWAAB_EMERGENCY' }],
            outcomes: [{ code: 'safe', label: 'Made safe', leadsTo: 'track end' }],
          },
        ],
      },
    ],
    endings: [
      { code: 'withdrawn', label: 'Withdrawn', kind: 'withdrawn' },
      { code: 'duplicate', label: 'Duplicate', kind: 'closed', requires: ['Details'] },
    ],
    reopenings: [
      { code: 'again', label: 'Look again', stage: 'first', withinDays: 28, later: 'refused' },
      { code: 'review', label: 'Review', stage: 'second', withinDays: 28 },
    ],
    latePapers: { reopensWithinDays: 14, reopening: 'again', later: 'linked case' },
  },
}

/** The letters that it raises. */
export const itsLetters = [
  {
    code: 'ACK',
    name: 'Acknowledgement',
    channel: 'email',
    subject: 'Your complaint {{case.reference}}',
    body: 'Dear {{customer.name}}\n\nWe answer by {{due.respond}}.\n\n{{team.name}}',
  },
  { code: 'OUTCOME', name: 'Outcome', channel: 'letter', body: 'We found: {{field.Finding}}.' },
]
