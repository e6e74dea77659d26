import type { LetterSpec, ProcedureStage, RelativeDay, Track } from '#domain/procedures/index.ts'
import type { Scope } from './dated-case.ts'

/** A task that a stage raises, as it is written; its team is named by its code. */
export interface RaisedTask extends Scope {
  readonly code: string
  readonly title: string
  readonly team: string | null
  readonly dueFrom: RelativeDay | null
  readonly dueOn: string | null
}

/** A letter that a stage raises as a draft, by the code of its template. */
export interface RaisedLetter extends Scope {
  readonly template: string
  readonly dueFrom: RelativeDay | null
  readonly dueOn: string | null
}

interface Placed {
  readonly track: Track
  readonly stage: ProcedureStage
}

/** The tasks that the beginning of a stage raises, not yet dated. */
export const tasksOf = ({ track, stage }: Placed): readonly RaisedTask[] =>
  stage.tasks.map(({ code, title, team, due }) => ({
    code,
    title,
    team: team ?? null,
    track: track.code,
    stage: stage.code,
    dueFrom: due ?? null,
    dueOn: null,
  }))

/** The letters that the beginning or the end of a stage raises, not yet dated. */
export const lettersOf = (
  { track, stage }: Placed,
  when: LetterSpec['when'],
): readonly RaisedLetter[] =>
  stage.letters
    .filter((letter) => letter.when === when)
    .map(({ template, due }) => ({
      template,
      track: track.code,
      stage: stage.code,
      dueFrom: due ?? null,
      dueOn: null,
    }))
