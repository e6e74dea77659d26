import { caseCell } from '#web/caseworker/my-work/case-cell.ts'
import { dueFilter } from '#web/caseworker/my-work/work-filters.ts'
import { html } from '#web/layout/html.ts'
import { dateInWords } from '#web/layout/times.ts'
import { dueCell } from '#web/lists/due-cell.ts'
import type { Column, FilterGroup, List, Selection } from '#web/lists/list.ts'
import { assignCasesAddress, closeCasesAddress, tagCasesAddress } from './addresses.ts'
import type { QueueLine } from './queue-line.ts'

type Choices = FilterGroup['choices']

/** What the list of the queue is made of. */
export type QueueRows = {
  readonly rows: readonly QueueLine[]
  readonly count: number
  readonly next: string | undefined
  readonly mayAssign: boolean
  readonly mayTag: boolean
  readonly mayClose: boolean
  readonly choices: { readonly teams: Choices; readonly types: Choices; readonly stages: Choices }
}

/** The list of open cases. */
export const queueList = ({ rows, count, next, choices, ...may }: QueueRows): List<QueueLine> => ({
  caption: 'Open cases',
  columns,
  sort: 'due',
  filters: filtersOf(choices),
  rows,
  results: `Showing ${rows.length} of ${counted(count)}`,
  next,
  empty: html`There are no open cases. Cases are shown here from the moment they are opened.`,
  selection: selectionFor(may),
})

type May = Pick<QueueRows, 'mayAssign' | 'mayTag' | 'mayClose'>

/** The boxes before the cases, for whoever may do something to several at once. */
const selectionFor = ({ mayAssign, mayTag, mayClose }: May): Selection<QueueLine> | undefined => {
  const buttons = [
    ...(mayAssign ? [{ text: 'Assign selected cases', address: assignCasesAddress }] : []),
    ...(mayTag ? [{ text: 'Tag selected cases', address: tagCasesAddress }] : []),
    ...(mayClose ? [{ text: 'Close selected cases', address: closeCasesAddress }] : []),
  ]
  return buttons.length === 0
    ? undefined
    : {
        name: 'Case',
        valueOf: ({ caseNumber }) => caseNumber,
        labelOf: ({ caseNumber }) => `Select case ${caseNumber}`,
        buttons,
      }
}

const most = 1000

const counted = (count: number): string => {
  if (count > most) return `more than ${most.toLocaleString('en-GB')} cases`
  return count === 1 ? '1 case' : `${count.toLocaleString('en-GB')} cases`
}

const wrapped = 'app-list__what'

const columns: readonly Column<QueueLine>[] = [
  { name: 'due', heading: 'Due', cell: ({ due }) => dueCell(due), isSortable: true },
  { name: 'case', heading: 'Case', cell: caseCell },
  {
    name: 'type',
    heading: 'Type',
    cell: ({ caseType }) => ({ text: caseType, classes: wrapped }),
    isOptional: true,
  },
  {
    name: 'stage',
    heading: 'Stage',
    cell: ({ stage }) => ({ text: stage, classes: wrapped }),
    isOptional: true,
  },
  {
    name: 'received',
    heading: 'Received',
    cell: ({ receivedOn }) => ({ text: dateInWords(receivedOn) }),
    isSortable: true,
    isOptional: true,
  },
  {
    name: 'team',
    heading: 'Team',
    cell: ({ team }) => ({ text: team, classes: wrapped }),
    isOptional: true,
  },
  {
    name: 'owner',
    heading: 'Who has it',
    cell: ({ owner }) => ({ text: owner, classes: wrapped }),
    isOptional: true,
  },
]

const days = ['10', '20', '40', '60'] as const

const filtersOf = ({ teams, types, stages }: QueueRows['choices']): readonly FilterGroup[] =>
  [
    { name: 'Team', heading: 'Team', choices: teams },
    {
      name: 'Holder',
      heading: 'Who has it',
      isOne: true,
      choices: [
        { value: 'nobody', text: 'Nobody' },
        { value: 'me', text: 'Me' },
      ],
    },
    dueFilter,
    { name: 'Type', heading: 'Case type', choices: types },
    { name: 'Stage', heading: 'Stage', choices: stages },
    {
      name: 'Age',
      heading: 'Age',
      isOne: true,
      choices: days.map((value) => ({ value, text: `${value} days or more` })),
    },
  ].filter(({ choices }) => choices.length > 0)
