import { getSecrecy, rightsIn } from '#domain/access/index.ts'
import { teamFinder } from '#domain/case-types/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { choice, shortText } from '#kernel/kinds.ts'
import { optional, required, type Input } from '#kernel/parameters.ts'
import type { Writing } from '#platform/statement.ts'
import { mayWork } from './assign-work.ts'
import { barredFrom, whyBarred } from './barred.ts'
import { flawed } from './errors.ts'
import { namedStaff, ownStaff, type StaffMember } from './whose.ts'

/** The parameters that say who is to have a case. */
export const targetParameters = {
  to: required(choice('me', 'person', 'team'), 'Who is to have the case'),
  userName: optional(shortText, 'Person'),
  teamCode: optional(shortText, 'Team'),
}

/** Who is to have a case, as it was sent. */
export type SentTarget = Input<typeof targetParameters>

/** Who is to have cases: a team, or a person; and the parameter that said so. */
export interface Target {
  readonly parameter: string
  readonly teamId: number | null
  readonly person?: StaffMember
}

/** Whoever is to have cases; one who is not named or not there is a flaw of the parameter. */
export async function targetOf(db: Writing, sent: SentTarget, actor: Actor): Promise<Target> {
  if (sent.to === 'team') return teamTarget(db, sent)
  const parameter = sent.to === 'me' ? 'To' : 'UserName'
  if (sent.to === 'person' && sent.userName === undefined)
    throw flawed('UserName', 'Select a person', 'missing')
  const person =
    sent.to === 'me'
      ? await ownStaff(db, actor, parameter)
      : await namedStaff(db, sent.userName ?? '', parameter)
  return { parameter, teamId: person.teamId, person }
}

async function teamTarget(db: Writing, { teamCode }: SentTarget): Promise<Target> {
  const parameter = 'TeamCode'
  if (teamCode === undefined) throw flawed(parameter, 'Select a team', 'missing')
  const team = (await teamFinder(db))(teamCode)
  if (!team) throw flawed(parameter, 'Select a team from the list')
  return { parameter, teamId: team.teamId }
}

/** A case, and the team that has it now. */
export interface Held {
  readonly caseId: number
  readonly teamId: number | null
}

/** Where a case goes, or why the person cannot have it; nothing is said of why they may not work on it. */
export type Place =
  | { readonly teamId: number | null; readonly userId: number | null }
  | { readonly why: string | null }

/** Where a case goes; nowhere where the person may not work on it, or must not as things stand. */
export async function placeFor(
  db: Writing,
  { person, teamId }: Target,
  held: Held,
): Promise<Place> {
  if (!person) return { teamId, userId: null }
  const [rights, secrecy] = await Promise.all([rightsIn(db), getSecrecy(db, held)])
  if (!mayWork(person, secrecy, rights)) return { why: null }
  const worked = (await barredFrom(db, held.caseId)).get(person.userId)
  if (worked !== undefined) return { why: whyBarred(worked) }
  // a person takes the case to the own team, if there is one
  return { teamId: teamId ?? held.teamId, userId: person.userId }
}
