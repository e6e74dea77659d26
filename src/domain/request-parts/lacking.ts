import { findExemption } from './exemptions.ts'

/** An exemption that a part is withheld under, and what became of its public-interest test. */
export interface Claimed {
  readonly part: number
  readonly exemption: string
  readonly balance: string | null
}

/** A part of a request, and what was decided about it. */
export interface PartDecision {
  readonly part: number
  readonly decision: string | null
}

/** What an answer to a request for information still lacks. */
export interface InformationFacts {
  readonly parts: number
  /** Parts of which something is withheld. */
  readonly withheldParts: readonly number[]
  readonly undecidedParts: readonly number[]
  /** Parts of which something is withheld under no exemption. */
  readonly ungroundedParts: readonly number[]
  /** Exemptions whose public-interest test has not been made. */
  readonly unbalanced: readonly { readonly part: number; readonly exemption: string }[]
  /** Exemptions that are claimed although the public interest favours disclosure. */
  readonly outweighed: readonly { readonly part: number; readonly exemption: string }[]
}

/** What can be decided about a part; that information is held decides nothing yet. */
export const decisions = [
  'held',
  'not held',
  'released',
  'partly released',
  'withheld',
  'withdrawn',
] as const

const withholding = new Set(['withheld', 'partly released'])
const final = new Set(['not held', 'released', 'withdrawn', ...withholding])

/** Gathers what is lacking of the parts of a request; that information is held decides nothing yet. */
export function factsOf(
  parts: readonly PartDecision[],
  claimed: readonly Claimed[],
): InformationFacts {
  const withheld = parts.filter(({ decision }) => withholding.has(decision ?? ''))
  const numbers = new Set(withheld.map(({ part }) => part))
  const relied = claimed.filter(({ part }) => numbers.has(part))
  const qualified = relied.filter(({ exemption }) => findExemption(exemption)?.isQualified)
  const named = ({ part, exemption }: Claimed) => ({ part, exemption })
  return {
    parts: parts.length,
    withheldParts: [...numbers],
    undecidedParts: parts
      .filter(({ decision }) => !final.has(decision ?? ''))
      .map(({ part }) => part),
    ungroundedParts: [...numbers].filter((part) => !relied.some((each) => each.part === part)),
    unbalanced: qualified.filter(({ balance }) => balance === null).map(named),
    outweighed: qualified.filter(({ balance }) => balance === 'disclose').map(named),
  }
}

/** What must be done before an answer may be sent, as sentences; none where all is there. */
export const lackingForAnswer = (facts: InformationFacts): readonly string[] => [
  ...(facts.parts === 0 ? ['Record what was asked for, part by part, first.'] : []),
  ...facts.undecidedParts.map((part) => `Part ${part} is not decided yet.`),
  ...facts.ungroundedParts.map((part) => `Part ${part} is withheld under no exemption.`),
  ...facts.unbalanced.map(
    ({ part, exemption }) =>
      `The public interest has not been balanced for ${exemption} on part ${part}.`,
  ),
  ...facts.outweighed.map(
    ({ part, exemption }) =>
      `The public interest favours disclosure over ${exemption} on part ${part}.`,
  ),
]
