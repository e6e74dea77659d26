import { dayOf, isoOf } from '#domain/calendar/index.ts'
import { configuredCaseTypes, findCaseType, teamFinder } from '#domain/case-types/index.ts'
import { several } from '#domain/lists/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { choice, shortText } from '#kernel/kinds.ts'
import { optional, type Input } from '#kernel/parameters.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import type { Reading } from '#platform/statement.ts'
import { dueBetween, dueChoices, endOfWeek } from './due.ts'

/** What a queue is sorted by; `-` turns it round. */
export const queueSorts = ['due', '-due', 'received', '-received'] as const

/** What a queue is narrowed down by and how it is sorted, as addresses and saved filters carry it. */
export const queueParameters = {
  teams: optional(several(shortText), 'Teams', 'Team'),
  types: optional(several(shortText), 'Case types', 'Type'),
  stages: optional(several(shortText), 'Stages', 'Stage'),
  holder: optional(choice('nobody', 'me'), 'Who has it'),
  due: optional(choice(...dueChoices), 'When it is due'),
  age: optional(choice('10', '20', '40', '60'), 'Days since it came in'),
  sort: optional(choice(...queueSorts), 'What it is sorted by'),
}

/** What was asked of a queue. */
export type AskedQueue = Input<typeof queueParameters>

/** What was asked, as statements take it; teams and types that are not there match nothing. */
export async function matchesOf(
  db: Reading,
  asked: AskedQueue,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
) {
  const [findTeam, types] = await Promise.all([teamFinder(db), configuredCaseTypes(db)])
  const today = writeLocalDate(now)
  return {
    userId: actor.kind === 'user' ? actor.id : 0,
    teamIds: idsOf(asked.teams, (code) => findTeam(code)?.teamId),
    caseTypeIds: idsOf(asked.types, (name) => findCaseType(types, name)?.caseTypeId),
    stages: asked.stages ?? null,
    holder: asked.holder ?? null,
    ...dueBetween(asked.due, { today, weekEnd: endOfWeek(today) }),
    receivedBy: asked.age === undefined ? null : isoOf(dayOf(today) - Number(asked.age)),
  }
}

const nobodys = 0

const idsOf = (
  names: readonly string[] | undefined,
  find: (name: string) => number | undefined,
): readonly string[] | null => names?.map((name) => String(find(name) ?? nobodys)) ?? null
