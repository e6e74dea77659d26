import type { ShownResults } from './shown-results.ts'

/** Results that show all there is to show. */
export const exampleResults: ShownResults = {
  cases: [
    {
      heading: 'Case 1001',
      address: '/cases/1001',
      label: 'Window <broken>',
      status: 'New',
      isClosed: false,
      facts: ['Repair', 'Okafor, Ife', 'received 3 March 2026', 'Housing'],
      why: 'Same name: Okafor, Ife',
      excerpt: [],
    },
    {
      heading: 'Case 1002',
      address: '/cases/1002',
      label: 'Damp',
      status: 'Closed',
      isClosed: true,
      facts: ['Repair', 'received 2 March 2026'],
      why: 'In a note',
      excerpt: [
        { text: 'Rang Ms ', isMarked: false },
        { text: 'Okafor', isMarked: true },
      ],
    },
  ],
  hasMoreCases: true,
  people: [
    {
      name: 'Ms Ife Okafor',
      address: '/people/1',
      facts: ['12 Elm Road', 'Leeds', 'LS1 2AB', 'x'.repeat(100)],
      why: 'The name looks like what you typed',
    },
  ],
  hasMorePeople: true,
  accounts: [{ text: 'RENT R-20455', href: '/accounts/1', facts: ['2 Elm <Road>', 'Open'] }],
}
