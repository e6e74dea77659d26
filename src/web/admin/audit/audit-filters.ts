import type { FilterGroup } from '#web/lists/list.ts'

/** From which day on, and to which: what every list of what happened is narrowed down by. */
export const dayFilters: readonly FilterGroup[] = [
  { name: 'From', heading: 'From', isTyped: true, choices: [], hint: 'For example, 21/05/2026' },
  { name: 'To', heading: 'To', isTyped: true, choices: [], hint: 'That day included' },
]

/** Who it was: what every list of what somebody did is narrowed down by. */
export const whoFilter: FilterGroup = {
  name: 'Who',
  heading: 'Who',
  isTyped: true,
  choices: [],
  hint: 'A part of the name of a person or a program',
}

/** What the audit can be narrowed down by. */
export const auditFilters: readonly FilterGroup[] = [
  whoFilter,
  {
    name: 'Operation',
    heading: 'Operation',
    isTyped: true,
    choices: [],
    hint: 'For example, createcase',
  },
  {
    name: 'Outcome',
    heading: 'How it ended',
    isOne: true,
    choices: [
      { value: 'done', text: 'Done' },
      { value: 'refused', text: 'Refused' },
    ],
  },
  { name: 'CaseNumber', heading: 'Case number', isTyped: true, choices: [] },
  ...dayFilters,
]
