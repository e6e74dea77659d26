/** The words under which the interface answers (contract 1.3, 5.2), with those that it has beyond the contract. */
export const wireWords = [
  'token',
  'createcase',
  'addcasenotes',
  'updateexternalid',
  'updatecustomer',
  'getreport',
  'updateaccount',
  'getcasedetails',
  'getcaseattribute',
  'getcasedocuments',
  'getcasecontactdetails',
  'getcasecorrespondence',
  'getrecentcaselist',
  'getcases',
  'createaction',
  'updatecase',
  'uploaddocuments',
  'getdeadlines',
  'download',
] as const

/** One word of the interface; `download` stands for the address of a document (contract 6.9). */
export type WireWord = (typeof wireWords)[number]

/** Tells whether a text is a word of the interface, in the spelling of the contract. */
export function isWireWord(text: string): text is WireWord {
  return known.has(text)
}

/** Services of our own, which iCasework does not have. */
export const extensions: ReadonlySet<WireWord> = new Set(['getdeadlines'])

const known: ReadonlySet<string> = new Set(wireWords)
