import type { Rule } from '#domain/deadlines/index.ts'
import { nations } from '#domain/calendar/index.ts'
import type { DeadlineSpec } from '#domain/procedures/index.ts'

/** The name under which deadlines are kept that no rule sets. */
export const localTarget = 'LOCAL_TARGET'

type Target = Extract<DeadlineSpec['basis'], { readonly target: unknown }>['target']
const made = new WeakMap<Target, Rule>()

/** A target of the organisation's own, as a rule of its own nation's working days or of calendar days. */
export function localRule(target: Target): Rule {
  const known = made.get(target)
  if (known) return known
  const rule = ruleFor(target)
  made.set(target, rule)
  return rule
}

function ruleFor({ days, unit }: Target): Rule {
  const isByWorkingDay = unit === 'working' && days > 0
  return Object.freeze<Rule>({
    id: localTarget,
    title: 'Local target',
    nations,
    versions: [
      {
        version: `${days} ${unit} ${days === 1 ? 'day' : 'days'}`,
        takesEffectOn: null,
        basis: 'convention',
        source: { citation: 'The organisation’s own target for this type of case', address: '' },
        calendar: 'nation',
        trigger: 'the time began',
        counting: { convention: isByWorkingDay ? 'AFTER_WD' : 'AFTER_DAYS', number: days },
        clock: [],
        isStatutory: false,
      },
    ],
  })
}
