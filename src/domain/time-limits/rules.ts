import { inWords } from '#domain/calendar/index.ts'
import { DeadlineRefused } from './refused.ts'
import type { Rule, RuleVersion } from './rule.ts'
import { rulesOfCare } from './rules-of-care.ts'
import { rulesOfComplaints } from './rules-of-complaints.ts'
import { rulesOfDataProtection } from './rules-of-data-protection.ts'
import { rulesOfInformation } from './rules-of-information.ts'
import { rulesOfLawAndMoney } from './rules-of-law-and-money.ts'
import { rulesOfMembers } from './rules-of-members.ts'
import { rulesOfPlaces } from './rules-of-places.ts'

/** Every rule there is. */
export const allRules: readonly Rule[] = Object.freeze([
  ...rulesOfInformation,
  ...rulesOfDataProtection,
  ...rulesOfComplaints,
  ...rulesOfCare,
  ...rulesOfPlaces,
  ...rulesOfMembers,
  ...rulesOfLawAndMoney,
])

const ofInformation: ReadonlySet<string> = new Set([
  ...rulesOfInformation.map(({ id }) => id),
  'SAR_RESPONSE',
  'SAR_TARGET',
])

/** Is the rule of an id about a request for information, be it of anybody or of the person it is about? */
export const isOfInformation = (id: string): boolean => ofInformation.has(id)

const byId: ReadonlyMap<string, Rule> = new Map(allRules.map((rule) => [rule.id, rule]))

/** The rule of an id; throws DeadlineRefused if there is none. */
export function ruleOf(id: string): Rule {
  const rule = byId.get(id)
  if (!rule) throw new DeadlineRefused('unknownRule', `There is no rule "${id}"`)
  return rule
}

/** The version that governs a day of receipt, or the one named; throws DeadlineRefused if there is none. */
export function versionOf(rule: Rule, receivedOn: string, named?: string): RuleVersion {
  const { id, versions } = rule
  const found = versions.findLast((each) =>
    named === undefined
      ? each.takesEffectOn === null || each.takesEffectOn <= receivedOn
      : each.version === named,
  )
  if (found) return found
  const known = versions.map(({ version }) => version).join(', ')
  const first = versions[0]?.takesEffectOn
  throw named === undefined
    ? new DeadlineRefused(
        'notInForce',
        `${id} did not apply before ${inWords(first ?? '')} (${versions[0]?.source.citation}), and this is about ${inWords(receivedOn)}`,
      )
    : new DeadlineRefused('unknownVersion', `${id} has no version "${named}"; it has: ${known}`)
}

/**
 * The same rule with an organisation's own number, where the rule leaves it open; versions keep apart by it.
 * Throws DeadlineRefused where the number is not an organisation's to set, or is no number of days.
 */
export function withNumber(rule: Rule, number: number): Rule {
  if (!rule.versions.every(({ isConfigurable }) => isConfigurable))
    throw new DeadlineRefused(
      'numberNotOpen',
      `${rule.id} has a number that is not an organisation's to set (${rule.versions.at(-1)?.source.citation})`,
    )
  if (!Number.isInteger(number) || number < 1 || number > 1000)
    throw new DeadlineRefused('numberNotOpen', `${rule.id} needs a whole number from 1 to 1000`)
  return Object.freeze({
    ...rule,
    versions: rule.versions.map((each) => ({
      ...each,
      version: `${each.version}/${number}`,
      counting: { ...each.counting, number },
    })),
  })
}
