import type { Call, Caller } from './shown-call.ts'

const empty = { value: '', mark: 'empty' }

/** A form with every kind of field. */
export const exampleTold: Call['told'] = {
  caseTypes: [
    { name: 'Repair', label: 'Repair' },
    { name: 'Noise', label: 'Noise <at night>' },
  ],
  caseType: { name: 'Repair', label: 'Repair' },
  fields: [
    {
      id: 'Details',
      label: 'What happened',
      kind: 'long text',
      isRequired: true,
      choices: undefined,
      ...empty,
    },
    {
      id: 'Since',
      label: 'Since when',
      kind: 'date',
      isRequired: false,
      choices: undefined,
      ...empty,
      showing: { when: { field: 'Details' }, words: 'Only where “What happened” is answered' },
    },
    {
      id: 'At',
      label: 'At what time',
      hint: 'By the <clock>',
      kind: 'date-time',
      isRequired: false,
      choices: undefined,
      ...empty,
    },
    {
      id: 'Urgent',
      label: 'Is it urgent',
      kind: 'flag',
      isRequired: false,
      choices: undefined,
      ...empty,
    },
    {
      id: 'Room',
      label: 'Which room',
      kind: 'list',
      isRequired: false,
      choices: [{ value: 'Kitchen', label: 'Kitchen' }],
      ...empty,
    },
    {
      id: 'Other',
      label: 'Anything else',
      kind: 'list',
      isRequired: false,
      choices: undefined,
      ...empty,
    },
    {
      id: 'Rooms',
      label: 'How many rooms',
      kind: 'number',
      isRequired: false,
      choices: undefined,
      ...empty,
      section: {
        id: 'home',
        title: 'The <home>',
        hint: 'As it is now',
        showing: {
          when: { field: 'Room', values: ['Kitchen'] },
          words: 'Only where “Which room” is Kitchen',
        },
      },
    },
  ],
  methods: ['Letter', 'Telephone'],
}

/** Somebody who calls, with an alert and an open case. */
export const exampleCaller: Caller = {
  number: '1',
  name: 'Ms Ife Okafor',
  address: '/people/1',
  facts: ['12 Elm Road', 'Leeds'],
  alerts: [{ what: 'Visit in pairs', text: 'A dog' }],
  openCases: [{ text: 'Case 1001: Damp', href: '/cases/1001', more: 'New' }],
}
