import { invalidInput, Refusal, type Flaw } from '#kernel/refusal.ts'
import { findExemption, type Exemption } from './exemptions.ts'

const refused = (...flaws: readonly Flaw[]): Refusal => new Refusal(invalidInput, flaws)

/** The exemption of a code; one that is not in the catalogue is a flaw of its field. */
export function exemptionNamed(code: string): Exemption {
  const found = findExemption(code)
  if (found) return found
  const message = 'Select an exemption from the list'
  throw refused({ parameter: 'Exemption', kind: 'invalid', message })
}

interface SentTest {
  readonly interestFor?: string
  readonly interestAgainst?: string
  readonly balance?: string
}

const questions = [
  ['interestFor', 'InterestFor', 'Enter the public interest in disclosing'],
  ['interestAgainst', 'InterestAgainst', 'Enter the public interest in withholding'],
  ['balance', 'Balance', 'Select where the balance lies'],
] as const

/** A public-interest test: whole, or not made yet. Half of one, or one that there is none of, is refused. */
export function wholeTest(sent: SentTest, isQualified: boolean) {
  const missing = questions.filter(([key]) => sent[key] === undefined)
  if (missing.length === questions.length)
    return { interestFor: null, interestAgainst: null, balance: null }
  if (!isQualified) {
    const message = 'Leave the public interest out: this exemption is absolute'
    throw refused({ parameter: 'Balance', kind: 'invalid', message })
  }
  if (missing.length > 0)
    throw refused(
      ...missing.map(([, parameter, message]): Flaw => ({ parameter, kind: 'missing', message })),
    )
  const { interestFor = '', interestAgainst = '', balance = '' } = sent
  return { interestFor, interestAgainst, balance }
}
