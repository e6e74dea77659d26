/** The lists of values that an organisation configures, and what each is for. */
export const lists = {
  parameter: 'Parameters that are switched on',
  'contact method': 'Preferred means of contact',
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

/** One value of a list; its group matters to classifications only. */
export interface Option {
  readonly list: string
  readonly value: string
  readonly label: string | null
  readonly groupName: string
  readonly position: number
}

/** The configured lists of one organisation, ready for matching. */
export interface Options {
  readonly all: readonly Option[]
  /**
   * The configured spelling of a value, without regard to case and outer space; undefined where the list
   * does not hold it. A list without any value takes every text as it is.
   */
  match(list: List, value: string): string | undefined
  /** True where the list holds the value; a list without values holds nothing. */
  has(list: List, value: string): boolean
}

const fold = (value: string): string => value.trim().toLowerCase()

/** Options made ready for matching. */
export function optionsOf(all: readonly Option[]): Options {
  const byList = new Map<string, Map<string, string>>()
  for (const { list, value } of all) {
    const values = byList.get(list) ?? new Map<string, string>()
    byList.set(list, values.set(fold(value), value))
  }
  return Object.freeze({
    all,
    match: (list: List, value: string) => {
      const values = byList.get(list)
      return values ? values.get(fold(value)) : value.trim()
    },
    has: (list: List, value: string) => byList.get(list)?.has(fold(value)) ?? false,
  })
}
