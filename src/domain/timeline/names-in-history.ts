import type { CaseType } from '#domain/case-types/index.ts'
import { titleOfEvent } from '#domain/procedures/index.ts'
import type { Reading } from '#platform/statement.ts'
import type { Happening, Names } from './happening.ts'
import { listNamed } from './queries.ts'

/** What is called what in a case's history: what is not there any more keeps its code. */
export async function namesInHistory(
  db: Reading,
  type: CaseType,
  happenings: readonly Happening[],
): Promise<Names> {
  const teams = textsNamed(happenings, ['toTeam'])
  const people = textsNamed(happenings, ['toUser'])
  const named = teams.length + people.length === 0 ? [] : await listNamed(db, { teams, people })
  const called = (kind: string, code: string): string =>
    named.find((each) => each.kind === kind && each.code === code)?.name ?? code
  const { tracks, deadlines } = type.procedure
  const stages = tracks.flatMap((track) => track.stages)
  const everyDeadline = [...deadlines, ...stages.flatMap((stage) => stage.deadlines)]
  return {
    stage: (code) => stages.find((stage) => stage.code === code)?.name ?? code,
    deadline: (code) => everyDeadline.find((each) => each.code === code)?.name ?? code,
    field: (id) => type.fields.find((field) => field.id === id)?.label ?? id,
    event: (name) => titleOfEvent(name, type.procedure),
    team: (code) => called('team', code),
    person: (userName) => called('person', userName),
  }
}

const textsNamed = (happenings: readonly Happening[], names: readonly string[]) => [
  ...new Set(
    happenings.flatMap(({ particulars }) =>
      names.map((name) => particulars[name]).filter((value) => typeof value === 'string'),
    ),
  ),
]
