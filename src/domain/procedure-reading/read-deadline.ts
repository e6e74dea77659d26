import type {
  DatedThing,
  DeadlineBasis,
  DeadlineSpec,
  Recipient,
  RelativeDay,
  Reminder,
  WarningPoint,
} from '#domain/procedures/index.ts'
import {
  flagOf,
  isObject,
  listOf,
  numberOf,
  objectOf,
  recordOf,
  textLike,
  textOf,
  wordOf,
  type Reader,
} from './shape.ts'

/** A short name by which the parts of a procedure mean one another. */
export const codeOf = textLike(
  /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/,
  'must be letters, digits, hyphens and underscores, 60 at most',
)
const unitOf = wordOf(['calendar', 'working'])

/** So many days of one unit; working days where none is named. */
export const targetOf = recordOf(
  { days: numberOf(0, 3650), unit: unitOf },
  ['days'],
  ({ days, unit = 'working' }) => ({ days, unit }),
)

const datedObject = objectOf({
  kind: wordOf(['received', 'stage started', 'event', 'deadline']),
  event: codeOf,
  deadline: codeOf,
})
interface GivenDated {
  readonly kind?: unknown
  readonly event?: string
  readonly deadline?: string
}

/** `received`, `stage started`, `{ event }` or `{ deadline }`. */
export const datedThingOf: Reader<DatedThing> = (value, path, faults) => {
  const read = isObject(value) ? datedObject(value, path, faults) : { kind: value }
  if (read === undefined) return undefined
  const dated = toDated(read)
  if (dated === undefined)
    faults.add(path, 'must be "received", "stage started", { "event": … } or { "deadline": … }')
  return dated && Object.freeze(dated)
}

function toDated({ kind, event, deadline }: GivenDated): DatedThing | undefined {
  if (event !== undefined) return deadline === undefined ? { kind: 'event', event } : undefined
  if (deadline !== undefined) return { kind: 'deadline', deadline }
  return kind === 'received' || kind === 'stage started' ? { kind } : undefined
}

const stageStart: DatedThing = Object.freeze({ kind: 'stage started' })

/** Working days after the start of the stage, unless it says otherwise. */
export const relativeDayOf = recordOf(
  { days: numberOf(-3650, 3650), unit: unitOf, from: datedThingOf },
  ['days'],
  ({ days, unit = 'working', from = stageStart }): RelativeDay => ({ days, unit, from }),
)

const recipientObject = objectOf({ kind: wordOf(['owner', 'manager', 'team']), team: textOf })
const recipientOf: Reader<Recipient> = (value, path, faults) => {
  const read = isObject(value) ? recipientObject(value, path, faults) : { kind: value }
  if (read === undefined) return undefined
  const recipient = toRecipient(read)
  if (recipient === undefined) faults.add(path, 'must be "owner", "manager" or { "team": … }')
  return recipient && Object.freeze(recipient)
}

function toRecipient(given: {
  readonly kind?: unknown
  readonly team?: string
}): Recipient | undefined {
  const { kind, team } = given
  if (team !== undefined) return { kind: 'team', team }
  return kind === 'owner' || kind === 'manager' ? { kind } : undefined
}

const pointShape = { share: numberOf(0, 200), daysBefore: numberOf(0, 3650) }
const pointObject = objectOf(pointShape)
const reminderObject = objectOf({
  ...pointShape,
  at: pointObject,
  to: recipientOf,
  isReassigning: flagOf,
})
const reminderOf: Reader<Reminder> = (value, path, faults) => {
  const read = reminderObject(value, path, faults)
  if (read === undefined) return undefined
  const { to = { kind: 'owner' }, isReassigning = false } = read
  const at = pointOf(read.at ?? read)
  if (at === undefined) faults.add(path, 'must have either a share or daysBefore')
  return at && Object.freeze({ at: Object.freeze(at), to, isReassigning })
}

interface GivenPoint {
  readonly share?: number
  readonly daysBefore?: number
}

function pointOf({ share, daysBefore }: GivenPoint): WarningPoint | undefined {
  if (share !== undefined) return daysBefore === undefined ? { share } : undefined
  return daysBefore === undefined ? undefined : { daysBefore }
}

/** Who is told of a deadline that says nothing of it: whoever has the case, then the manager. */
export const usualReminders: readonly Reminder[] = [
  { at: { share: 75 }, to: { kind: 'owner' }, isReassigning: false },
  { at: { share: 100 }, to: { kind: 'manager' }, isReassigning: false },
]

const metByObject = recordOf({ event: codeOf }, ['event'], ({ event }) => ({ event }))
const metByOf: Reader<DeadlineSpec['metBy']> = (value, path, faults) => {
  if (value === 'end') return value
  if (isObject(value)) return metByObject(value, path, faults)
  faults.add(path, 'must be "end" or { "event": … }')
  return undefined
}

/** A deadline of which it is not settled yet whether it is the target. */
export type GivenDeadline = Omit<DeadlineSpec, 'isTarget'> & { readonly isTarget?: boolean }

const basisShape = { rule: codeOf, number: numberOf(1, 1000), target: targetOf }
const basisObject = objectOf(basisShape)
const deadlineObject = recordOf(
  {
    ...basisShape,
    basis: basisObject,
    code: codeOf,
    name: textOf,
    from: datedThingOf,
    metBy: metByOf,
    isTarget: flagOf,
    reminders: listOf(reminderOf),
  },
  ['code'],
  ({ rule, number, target, basis, ...read }) => ({
    name: read.code,
    metBy: 'end' as const,
    reminders: usualReminders,
    ...read,
    basis: basisOf(basis ?? { rule, number, target }),
  }),
)

/** A deadline that counts from where it says, or else from what is usual there. */
export const deadlineOf =
  (usual: 'received' | 'stage started'): Reader<GivenDeadline> =>
  (value, path, faults) => {
    const read = deadlineObject(value, path, faults)
    if (read === undefined) return undefined
    const { basis, ...rest } = read
    const fault = basis === undefined ? basisFault(value) : undefined
    if (fault !== undefined) faults.add(`${path} (${rest.code})`, fault)
    return basis && Object.freeze({ from: Object.freeze({ kind: usual }), ...rest, basis })
  }

interface GivenBasis {
  readonly rule?: string | undefined
  readonly number?: number | undefined
  readonly target?: { readonly days: number; readonly unit: 'working' | 'calendar' } | undefined
}

function basisOf({ rule, number, target }: GivenBasis): DeadlineBasis | undefined {
  if (rule === undefined)
    return number === undefined && target ? Object.freeze({ target }) : undefined
  if (target) return undefined
  return Object.freeze(number === undefined ? { rule } : { rule, number })
}

/** Why a deadline has no time, as it is written; undefined where it has one that could not be read. */
function basisFault(deadline: unknown): string | undefined {
  const members = Object(deadline) as Readonly<Record<string, unknown>>
  const given = isObject(members['basis']) ? members['basis'] : members
  const [hasRule, hasTarget, hasNumber] = ['rule', 'target', 'number'].map((name) => name in given)
  if (hasRule && hasTarget) return 'has a rule and a target: leave one of them out'
  if (hasRule) return undefined
  if (hasNumber)
    return hasTarget
      ? 'has a target and a number: leave out the number, which stands beside a rule only'
      : 'has a number and no rule: name the rule that leaves its number open'
  return hasTarget
    ? undefined
    : `has neither a rule nor a target, only ${Object.keys(given).join(', ')}: add "rule": "ID" or "target": { "days": NUMBER }`
}
