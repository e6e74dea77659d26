import type { Rule } from '#domain/deadlines/index.ts'
import { nations } from '#domain/calendar/index.ts'
import type { DeadlineSpec } from '#domain/procedures/index.ts'
import type { StoredDeadline } from './dated-case.ts'
import type { Met } from './met.ts'

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

/**
 * The target that a deadline has: that of its procedure while it runs; what was met or ended keeps the one it had
 * then, though its case has come under another version of its type since.
 */
export function targetHeld(
  target: Target,
  { stored, met }: { readonly stored: StoredDeadline | undefined; readonly met: Met },
): Target {
  const held = met.state === undefined ? undefined : targetNamed(stored)
  return held && nameOf(held) !== nameOf(target) ? held : target
}

/** The target whose name was kept as the version of a rule. */
function targetNamed(stored: StoredDeadline | undefined): Target | undefined {
  if (stored?.rule !== localTarget) return undefined
  const [, days, unit] = /^(\d+) (working|calendar) days?$/.exec(stored.ruleVersion) ?? []
  if (days === undefined) return undefined
  return { days: Number(days), unit: unit === 'working' ? 'working' : 'calendar' }
}

const nameOf = ({ days, unit }: Target): string => `${days} ${unit} ${days === 1 ? 'day' : 'days'}`

function ruleFor(target: Target): Rule {
  const { days, unit } = target
  const isByWorkingDay = unit === 'working' && days > 0
  return Object.freeze<Rule>({
    id: localTarget,
    title: 'Local target',
    nations,
    versions: [
      {
        version: nameOf(target),
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
