import { getSecrecy, listPeople, mayKnow, rightsIn, type Person } from '#domain/access/index.ts'
import { shortText } from '#kernel/kinds.ts'
import { optional, type Input } from '#kernel/parameters.ts'
import type { Permission } from '#kernel/permission.ts'
import { invalidInput, Refusal, type Flaw } from '#kernel/refusal.ts'
import type { Reading } from '#platform/statement.ts'
import { getOwner } from './owner-queries.ts'

/** The parameters that say who sees to something: a person, a team, or a person of a team. */
export const ownerParameters = {
  userName: optional(shortText, 'Person who sees to it'),
  teamCode: optional(shortText, 'Team that sees to it'),
}

/** Whoever is named to see to something, as it was sent. */
export type SentOwner = Input<typeof ownerParameters>

/** What somebody who sees to something of a case must be allowed to do. */
export interface Duty {
  readonly caseId: number
  readonly permission: Permission
}

/** Whoever is named, by number; a person or team that is not there, or cannot do it, is a flaw of the field it was named in. */
export async function ownerOf(db: Reading, { userName, teamCode }: SentOwner, duty: Duty) {
  const [{ role, userId, teamId }, mayDo] = await Promise.all([
    getOwner(db, { userName: userName ?? null, teamCode: teamCode ?? null }),
    dutyFor(db, duty),
  ])
  const faults = [
    [userName !== undefined && userId === null, 'UserName', 'Select a person from the list'],
    [userId !== null && role !== null && !mayDo({ userId, role }), 'UserName', notAllowed],
    [teamCode !== undefined && teamId === null, 'TeamCode', 'Select a team from the list'],
  ] as const
  const flaws = faults.flatMap(([isSo, parameter, message]): readonly Flaw[] =>
    isSo ? [{ parameter, kind: 'invalid', message }] : [],
  )
  if (flaws.length > 0) throw new Refusal(invalidInput, flaws)
  return { userId, teamId }
}

const notAllowed = 'Select somebody else: this person is not allowed to do it'

/** Whoever is named; somebody must be. */
export async function someOwnerOf(db: Reading, sent: SentOwner, duty: Duty) {
  const owner = await ownerOf(db, sent, duty)
  if (owner.userId !== null || owner.teamId !== null) return owner
  const message = 'Select a person or a team'
  throw new Refusal(invalidInput, [{ parameter: 'UserName', kind: 'missing', message }])
}

/** The people who can see to something of a case, by name. */
export async function listOwners(db: Reading, duty: Duty) {
  const [people, mayDo] = await Promise.all([listPeople(db, {}), dutyFor(db, duty)])
  return people.filter(mayDo).map(({ userName, fullName }) => ({ userName, fullName }))
}

async function dutyFor(
  db: Reading,
  { caseId, permission }: Duty,
): Promise<(person: Person) => boolean> {
  const [secrecy, rights] = await Promise.all([getSecrecy(db, { caseId }), rightsIn(db)])
  return (person) => {
    const may = rights.of(person)
    return may.has('case.view') && may.has(permission) && mayKnow(secrecy, person.userId, may)
  }
}
