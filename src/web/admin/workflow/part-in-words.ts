import { allRules } from '#domain/time-limits/index.ts'
import { begunWith, thingInWords } from '#domain/procedures/index.ts'
import type {
  DeadlineSpec,
  Procedure,
  RelativeDay,
  Reminder,
  StageOutcome,
} from '#domain/procedures/index.ts'

/** By what a deadline is counted, and from when, in words. */
export function basisInWords({ basis, from }: DeadlineSpec, procedure: Procedure): string {
  const since = thingInWords(from, procedure)
  if ('rule' in basis) return `by the rule “${ruleTitle(basis.rule)}”, counted from ${since}`
  const { days, unit } = basis.target
  return `${days} ${unit} days from ${since}`
}

/** What a rule is called; one that nobody knows by its code. */
const ruleTitle = (code: string): string => allRules.find(({ id }) => id === code)?.title ?? code

/** When something is due, in words that follow its name; nothing where it has no day. */
export function dueInWords(due: RelativeDay | undefined, procedure: Procedure): string {
  if (due === undefined) return ''
  const side = due.days < 0 ? 'before' : 'after'
  return `, due ${Math.abs(due.days)} ${due.unit} days ${side} ${thingInWords(due.from, procedure)}`
}

/** What an outcome leads to, and which tracks begin with it, in words. */
export const comesOfInWords = (outcome: StageOutcome, procedure: Procedure): string =>
  [
    `leads to ${leadsToInWords(outcome, procedure)}`,
    ...begunWith(procedure, outcome).map(({ track }) => `begins ${track.name}`),
  ].join(' and ')

function leadsToInWords({ leadsTo }: StageOutcome, { tracks }: Procedure): string {
  if (leadsTo === 'closure') return 'the end of the case'
  if (leadsTo === 'track end') return 'the end of the track'
  const stages = tracks.flatMap((track) => track.stages)
  return stages.find(({ code }) => code === leadsTo.stage)?.name ?? leadsTo.stage
}

/** When a reminder goes, and to whom. */
export function reminderInWords({ at, to, isReassigning }: Reminder): string {
  const when =
    'share' in at
      ? `after ${at.share} per cent of the time`
      : `${at.daysBefore} working days before the end`
  const who = to.kind === 'team' ? `the team ${to.team}` : recipients[to.kind]
  return `${who}, ${when}${isReassigning ? '; the case goes to them as well' : ''}`
}

const recipients = { owner: 'whoever has the case', manager: 'the manager' } as const
