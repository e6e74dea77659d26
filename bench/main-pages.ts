/** A page that people open all day, and what its requests may be. */
export interface Page {
  readonly name: string
  readonly requests: readonly PageRequest[]
}

/** What a browser asks for; with a form that is sent. */
export interface PageRequest {
  readonly path: string
  readonly form?: Readonly<Record<string, string>>
}

/** People and things of an organisation. */
export interface Sample {
  readonly emails: readonly string[]
  /** The numbers of people. */
  readonly people: readonly string[]
  /** Surnames. */
  readonly names: readonly string[]
  /** How many cases there are, from 1. */
  readonly cases: number
}

const get = (...paths: readonly string[]): readonly PageRequest[] => paths.map((path) => ({ path }))

/** The main pages, for somebody whose forms carry the token. */
export const pagesOf = (sample: Sample, csrfToken: string): readonly Page[] => [
  { name: 'my work', requests: get('/') },
  { name: 'a queue', requests: get('/queues') },
  {
    name: 'a queue, filtered',
    requests: get(
      '/queues?Due=late',
      '/queues?Due=today',
      '/queues?Owner=nobody',
      '/queues?Sort=due&Order=down',
    ),
  },
  { name: 'a case', requests: get(...casesOf(sample, (caseId) => `/cases/${caseId}`)) },
  {
    name: 'its details',
    requests: get(...casesOf(sample, (caseId) => `/cases/${caseId}/details`)),
  },
  {
    name: 'a search',
    requests: soughtIn(sample).map((Text) => ({ path: '/search', form: { csrfToken, Text } })),
  },
  { name: 'a person', requests: get(...sample.people.map((each) => `/people/${each}`)) },
  { name: 'the audit', requests: get('/admin/audit') },
  {
    name: 'the audit, filtered',
    requests: get(
      '/admin/audit?Outcome=refused',
      '/admin/audit?Operation=createcase',
      '/admin/audit?Who=nobody+at+all',
      `/admin/audit?CaseNumber=${middle(sample)}`,
    ),
  },
  {
    name: 'a call',
    requests: [
      { path: '/calls/new' },
      { path: '/calls/caller', form: { csrfToken, Text: sample.names[0] ?? 'Bell' } },
      { path: `/calls/new?Customer=${sample.people[0] ?? 1}&CaseType=Complaint` },
    ],
  },
]

const some = 40
const middle = ({ cases }: Sample): number => Math.ceil(cases / 2)

const casesOf = ({ cases }: Sample, address: (caseId: number) => string): readonly string[] =>
  Array.from({ length: Math.min(some, cases) }, (_, at) =>
    address(Math.ceil(((at + 1) * cases) / Math.min(some, cases))),
  )

/** A number, a name, one that is misspelt, words, an address, and what is nowhere. */
const soughtIn = (sample: Sample): readonly string[] => [
  `C${middle(sample)}`,
  `REQ-${middle(sample)}`,
  `person${middle(sample)}@example.org`,
  'ZX4 5AB',
  ...sample.names.slice(0, 8),
  ...sample.names.slice(0, 4).map((name) => `${name.slice(0, 2)}${name.slice(3)}h`),
  'damp in the bedroom',
  'noise at night',
  'nothing has words like these quixotic',
]
