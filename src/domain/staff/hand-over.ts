import { mayKnow, rightsIn, type Person, type Rights, type Secrecy } from '#domain/access/index.ts'
import { barredFrom, findStaff, giveCase } from '#domain/assignment/index.ts'
import { teamFinder } from '#domain/case-types/index.ts'
import { reassignTaskOfCase } from '#domain/tasks/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { shortText } from '#kernel/kinds.ts'
import { optional, type Input } from '#kernel/parameters.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'
import type { Writing } from '#platform/statement.ts'
import { flawed } from './errors.ts'
import type { Member } from './member.ts'
import { listLoadOfCases, listLoadOfTasks } from './queries.ts'

/** The parameters that say who takes somebody's open work. */
export const takerParameters = {
  target: optional(shortText, 'Person who takes it'),
  teamCode: optional(shortText, 'Team that takes it'),
}
type SentTaker = Input<typeof takerParameters>

/** Who takes the work: a person, or the queue of a team. */
export type Taker =
  { readonly person: Person & { readonly teamId: number | null } } | { readonly teamId: number }

/** What was handed over, and how many stay as whoever takes the rest may not have them. */
export interface HandedOver {
  readonly cases: number
  readonly tasks: number
  readonly stay: number
}

/** The person who was named; a flaw where there is nobody who can sign in, or it is the same person. */
export async function personToTake(
  db: Writing,
  { target }: SentTaker,
  from: Member,
): Promise<Taker> {
  if (target === undefined) throw missing('Target', 'Select a person')
  const person = await findStaff(db, { name: target })
  if (!person) throw flawed('Target', 'Select a person from the list')
  if (person.userId === from.userId) throw flawed('Target', 'Select somebody else')
  return { person }
}

/** The team that was named. */
export async function teamToTake(db: Writing, { teamCode }: SentTaker): Promise<Taker> {
  if (teamCode === undefined) throw missing('TeamCode', 'Select a team')
  const team = (await teamFinder(db))(teamCode)
  if (!team) throw flawed('TeamCode', 'Select a team from the list')
  return { teamId: team.teamId }
}

const missing = (parameter: string, message: string): Refusal =>
  new Refusal(invalidInput, [{ parameter, kind: 'missing', message }])

interface Handing {
  readonly from: Member
  readonly taker: Taker
  readonly actor: Actor
  readonly now: Date
}

/** Gives all open cases and tasks of somebody to another person, or to a team; each case's history tells it. */
export async function handOver(
  db: Writing,
  { from, taker, actor, now }: Handing,
): Promise<HandedOver> {
  const [cases, tasks, rights] = await Promise.all([
    listLoadOfCases(db, from),
    listLoadOfTasks(db, from),
    rightsIn(db),
  ])
  const known = cases.filter((one) => mayTake(taker, one, { rights, to: 'case.update' }))
  const given = await workable(db, taker, known)
  const moved = tasks.filter((one) => mayTake(taker, one, { rights, to: 'case.task.update' }))
  const doing = { author: actor.name, now }
  const actorId = actor.kind === 'user' ? actor.id : null
  const byHand = { rule: null, reason: null, actorId, isByHand: true }
  for (const { caseId, teamId } of given)
    void giveCase(db, { caseId, ...placeFor(taker, teamId), ...byHand, ...doing })
  for (const { caseId, taskNumber, teamId } of moved)
    void reassignTaskOfCase(db, { caseId, taskNumber, ...placeFor(taker, teamId), ...doing })
  const stay = cases.length - given.length + tasks.length - moved.length
  return { cases: given.length, tasks: moved.length, stay }
}

/** Without the cases in a stage that asks for somebody who did not work an earlier one, where the taker did. */
async function workable<T extends { readonly caseId: number }>(
  db: Writing,
  taker: Taker,
  cases: readonly T[],
): Promise<readonly T[]> {
  if ('teamId' in taker) return cases
  const barred = await Promise.all(cases.map(({ caseId }) => barredFrom(db, caseId)))
  return cases.filter((_, at) => !barred[at]?.has(taker.person.userId))
}

interface Wanted {
  readonly rights: Rights
  readonly to: 'case.update' | 'case.task.update'
}

function mayTake(taker: Taker, secrecy: Secrecy, { rights, to }: Wanted): boolean {
  if ('teamId' in taker) return true
  const may = rights.of(taker.person)
  return may.has(to) && mayKnow(secrecy, taker.person.userId, may)
}

const placeFor = (taker: Taker, teamId: number | null) =>
  'person' in taker
    ? { teamId: taker.person.teamId ?? teamId, userId: taker.person.userId }
    : { teamId: taker.teamId, userId: null }
