import type { FilterGroup } from '#web/lists/list.ts'

/** When something is due, as every list of work is narrowed down by it. */
export const dueFilter: FilterGroup = {
  name: 'Due',
  heading: 'When it is due',
  isOne: true,
  choices: [
    { value: 'late', text: 'Late' },
    { value: 'today', text: 'Due today' },
    { value: 'week', text: 'Due this week' },
  ],
}

/** What the reader's own work can be narrowed down by. */
export const workFilters: readonly FilterGroup[] = [
  {
    name: 'Kind',
    heading: 'Kind of work',
    choices: [
      { value: 'case', text: 'Cases' },
      { value: 'task', text: 'Tasks' },
      { value: 'answer', text: 'Answers to clear' },
    ],
  },
  dueFilter,
  {
    name: 'Changed',
    heading: 'What is new',
    choices: [{ value: 'since', text: 'Changed since you last looked' }],
  },
]
