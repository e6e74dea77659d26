import { assignStage } from '#domain/assignment/index.ts'
import { teamFinder } from '#domain/case-types/index.ts'
import { lettersOf, tasksOf, type RaisedLetter } from '#domain/clock/index.ts'
import type { Reading, Writing } from '#platform/statement.ts'
import type { Change, Changing, Doing, Ended } from './carry-out.ts'
import type { TaskToRaise } from './move-queries.ts'

interface Work {
  readonly tasks: readonly TaskToRaise[]
  readonly letters: readonly RaisedLetter[]
}

/** The tasks and letters that the end of stages and the beginning of others raise. */
export async function workOf(
  db: Writing,
  { ended = [], entered = [] }: Pick<Change, 'ended' | 'entered'>,
): Promise<Work> {
  const findTeam = await teamFinder(db)
  return {
    tasks: entered.flatMap(tasksOf).map(({ team, ...task }) => {
      const own = team === null ? undefined : findTeam(team)
      return { ...task, teamId: own?.teamId ?? null }
    }),
    letters: [
      ...ended.flatMap((each) => (each.isOwnOutcome ? lettersOf(each, 'stage ended') : [])),
      ...entered.flatMap((place) => lettersOf(place, 'stage started')),
    ],
  }
}

/** What a case shows of the stage it is in, and the team that gets it; null leaves it as it is. */
export async function shownBy(
  db: Writing,
  { showing, ended = [], closing }: Pick<Change, 'showing' | 'ended' | 'closing'>,
) {
  if (!showing) return nothingShown
  const { status, number = null, team } = showing.stage
  const outcome = closing ? null : labelOf(ended[0])
  return { status, stage: number, teamId: await teamIdOf(db, team), outcome }
}

const nothingShown = Object.freeze({ status: null, stage: null, teamId: null, outcome: null })

const labelOf = (ended: Ended | undefined): string | null => ended?.outcome.label ?? null

/** The number of the team of that code; null where none is named or there. */
export async function teamIdOf(db: Reading, code: string | null | undefined) {
  if (code === null || code === undefined) return null
  return (await teamFinder(db))(code)?.teamId ?? null
}

/** Gives a case to whoever the assignment rules of its procedure say for the stage that it shows from now on. */
export async function giveByRules(
  db: Writing,
  { caseId, caseType: { procedure } }: Changing,
  { showing, doing }: Pick<Change, 'showing'> & { readonly doing: Doing },
): Promise<void> {
  const stage = showing?.stage.code
  if (stage === undefined) return
  if (!procedure.assignment.some(({ when }) => when.stages?.includes(stage))) return
  const { author, userId, now } = doing
  await assignStage(db, caseId, { stage, author, now, ...(userId ? { actorId: userId } : {}) })
}
