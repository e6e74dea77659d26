import { createHash } from 'node:crypto'
import type { List, Options } from '#domain/options/index.ts'

/** The questions of equality monitoring by wire name, and the list that each is answered from. */
export const equalityQuestions = Object.freeze({
  Gender: 'gender',
  EthnicOrigin: 'ethnic origin',
  Sexuality: 'sexuality',
  Faith: 'faith',
  AgeGroup: 'age group',
  Disability1: 'disability',
  Disability2: 'disability',
  Disability3: 'disability',
  Disability4: 'disability',
  Disability5: 'disability',
  Disability6: 'disability',
  Disability7: 'disability',
  Disability8: 'disability',
  Disability9: 'disability',
}) satisfies Readonly<Record<string, List>>

export type EqualityQuestion = keyof typeof equalityQuestions

/** What was answered: a value of the list as it then was, or the person's own words (rules 10.1). */
export type GivenAnswer = { readonly listVersion: string } & (
  { readonly code: string } | { readonly text: string }
)

/** An answer to one question; `given` is null where the person has taken the answer back. */
export interface EqualityAnswer {
  readonly question: EqualityQuestion
  readonly given: GivenAnswer | null
}

/**
 * The answer that a text gives: "prefer not to say" is one like any other, and a text that no list holds
 * is kept as it is (contract 6.0.4).
 */
export function equalityAnswer(
  question: EqualityQuestion,
  sent: string,
  options: Options,
): EqualityAnswer {
  const list = equalityQuestions[question]
  const listVersion = versionOf(list, options)
  const code = options.has(list, sent) ? options.match(list, sent) : undefined
  const given = code === undefined ? { listVersion, text: sent } : { listVersion, code }
  return Object.freeze({ question, given })
}

/** The question asked of someone whose earlier answer no longer counts. */
export const withdrawnAnswer = (question: EqualityQuestion): EqualityAnswer =>
  Object.freeze({ question, given: null })

/** Names the list as it is now, so that answers under different lists are never counted together. */
function versionOf(list: List, options: Options): string {
  const values = options.all.filter((option) => option.list === list).map(({ value }) => value)
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 12)
}
