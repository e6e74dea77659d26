/** The lists of values that an organisation configures, and what each is for. */
export const lists = {
  parameter: 'Parameters that are switched on',
  'contact method': 'Preferred means of contact',
  'contact time': 'Times at which a call is welcome',
  'contact language': 'Preferred languages',
  'customer category': 'Kinds of customer',
  'request method': 'Channels by which requests arrive',
  'note type': 'Kinds of note',
  'document category': 'Categories of documents',
  'account type': 'Types of account',
  'party role': 'Further roles of parties, such as Applicant',
  'case attribute': 'Further attributes of a case, such as Case.Jurisdiction',
  classification: 'Classifications, in groups',
  'complaint exclusion': 'Reasons for not taking on a complaint, or a point of one',
  gender: 'Equality monitoring: gender',
  'ethnic origin': 'Equality monitoring: ethnic origin',
  sexuality: 'Equality monitoring: sexuality',
  faith: 'Equality monitoring: faith',
  'age group': 'Equality monitoring: age group',
  disability: 'Equality monitoring: disability',
} as const

export type List = keyof typeof lists

/** Lists whose values programs and stored data go by: such a value keeps its name. */
const lastingLists: ReadonlySet<string> = new Set<List>([
  'parameter',
  'account type',
  'party role',
  'case attribute',
])

/** Can the values of a list be renamed? */
export const isRenamable = (list: string): boolean => !lastingLists.has(list)

/** One value of a list; its group matters to classifications only. */
export interface Option {
  readonly list: string
  readonly value: string
  readonly label: string | null
  readonly groupName: string
  readonly position: number
}

/** A value as an administrator looks after it. */
export interface KeptOption extends Option {
  readonly optionId: number
  /** Other words that callers send for it. */
  readonly synonyms: readonly string[]
  /** May programs send it? */
  readonly isAccepted: boolean
  /** Is it offered no longer? Cases that hold it keep it. */
  readonly isRetired: boolean
}

/** The configured lists of one organisation, ready for matching. */
export interface Options {
  /** The values that are offered, in their order. */
  readonly all: readonly Option[]
  /**
   * The configured spelling of a value or of a synonym, without regard to case and outer space; undefined where
   * the list does not hold it. A list without any value takes every text as it is.
   */
  match(list: List, value: string): string | undefined
  /** True where the list holds the value; a list without values holds nothing. */
  has(list: List, value: string): boolean
  /** Whether what a list does not hold is refused; undefined where the organisation's own choice goes for it. */
  isStrict(list: List): boolean | undefined
}

/** A value as it is matched; what is not said of it is usual. */
export type Matchable = Option & Partial<KeptOption>

/** The word as words are compared: without regard to case and outer space. */
export const fold = (value: string): string => value.trim().toLowerCase()

/** Options made ready for matching, with the lists that are held to in a way of their own. */
export function optionsOf(
  kept: readonly Matchable[],
  strictness: ReadonlyMap<string, boolean> = new Map(),
): Options {
  const all = kept.filter(({ isRetired }) => !isRetired)
  // a list whose values are all retired holds nothing, but does not take every text
  const byList = new Map(kept.map(({ list }) => [list, new Map<string, string>()]))
  for (const [word, { list, value }] of [...all.flatMap(synonymsOf), ...all.map(nameOf)])
    byList.get(list)?.set(fold(word), value)
  return Object.freeze({
    all,
    match: (list: List, value: string) => {
      const values = byList.get(list)
      return values ? values.get(fold(value)) : value.trim()
    },
    has: (list: List, value: string) => byList.get(list)?.has(fold(value)) ?? false,
    isStrict: (list: List) => strictness.get(list),
  })
}

const synonymsOf = (option: Matchable) =>
  (option.synonyms ?? []).map((word) => [word, option] as const)
const nameOf = (option: Matchable) => [option.value, option] as const

/** The values as programs may send them: those that are not accepted from them count as retired. */
export const acceptedOf = (kept: readonly KeptOption[]): readonly KeptOption[] =>
  kept.map((option) => (option.isAccepted ? option : { ...option, isRetired: true }))
