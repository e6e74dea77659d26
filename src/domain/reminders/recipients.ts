import { mayKnow, rightsIn, type Rights, type Secrecy } from '#domain/access/index.ts'
import { teamFinder } from '#domain/case-types/index.ts'
import type { Recipient } from '#domain/procedures/index.ts'
import type { Reading } from '#platform/statement.ts'
import { listStaff, listTeamManagers } from './queries.ts'

/** What decides who hears of a case. */
export interface WorkedCase extends Secrecy {
  readonly teamId: number | null
  readonly ownerId: number | null
}

/** The people of an organisation, as far as they may have to be told something. */
export interface Staff {
  /** Those who are told, in the place of whom nobody is named where there is no such person or none who may know. */
  tell(to: Recipient, theCase: WorkedCase): readonly number[]
  /** The team whose queue gets the case, or the person; undefined where there is none. */
  giveTo(to: Recipient, theCase: WorkedCase): Assigned | undefined
}

/** A team's queue, or a person. */
export type Assigned = { readonly teamId: number } | { readonly userId: number }

type Member = Awaited<ReturnType<typeof listStaff>>[number]

/** The staff of the transaction's organisation. */
export async function staffOf(db: Reading): Promise<Staff> {
  const [members, rights, managers, findTeam] = await Promise.all([
    listStaff(db, {}),
    rightsIn(db),
    listTeamManagers(db, {}),
    teamFinder(db),
  ])
  const byTeam = new Map(managers.map(({ teamId, userId }) => [teamId, userId]))
  const groups = groupsFrom(members, byTeam)
  const teamNamed = (code: string) => findTeam(code)?.teamId ?? null
  return Object.freeze<Staff>({
    tell(to, theCase) {
      const knowing = thoseWhoMayKnow(members, theCase, rights)
      const chain = chainFor(to, theCase, teamNamed)
      for (const ask of [...chain, groups.administrators]) {
        const told = ask(groups).filter((userId) => knowing.has(userId))
        if (told.length > 0) return told
      }
      return []
    },
    giveTo(to, theCase) {
      if (to.kind === 'team') return assignedTeam(teamNamed(to.team))
      const [userId] = to.kind === 'manager' ? groups.managerOf(theCase.teamId) : []
      const knowing = thoseWhoMayKnow(members, theCase, rights)
      return userId !== undefined && knowing.has(userId) ? { userId } : undefined
    },
  })
}

const assignedTeam = (teamId: number | null): Assigned | undefined =>
  teamId === null ? undefined : { teamId }

type Groups = ReturnType<typeof groupsFrom>
type Ask = (groups: Groups) => readonly number[]

const groupsFrom = (members: readonly Member[], managers: ReadonlyMap<number, number>) => {
  const idsOf = (isOf: (member: Member) => boolean) =>
    members.filter(isOf).map(({ userId }) => userId)
  return {
    administrators: () => idsOf(({ role }) => role === 'administrator'),
    membersOf: (teamId: number | null) =>
      teamId === null ? [] : idsOf((member) => member.teamId === teamId),
    /** Whoever is named; else those of the team whose role it is. */
    managerOf: (teamId: number | null) => {
      const named = teamId === null ? undefined : managers.get(teamId)
      if (named !== undefined) return [named]
      return teamId === null
        ? []
        : idsOf((member) => member.teamId === teamId && member.role === 'manager')
    },
  }
}

/** Who is asked for one after another: nothing goes late unseen because a place is empty. */
function chainFor(
  to: Recipient,
  { ownerId, teamId }: WorkedCase,
  teamNamed: (code: string) => number | null,
): readonly Ask[] {
  const manager: Ask = ({ managerOf }) => managerOf(teamId)
  const members: Ask = ({ membersOf }) => membersOf(teamId)
  if (to.kind === 'owner') return [() => (ownerId === null ? [] : [ownerId]), manager, members]
  if (to.kind === 'manager') return [manager]
  const named = teamNamed(to.team)
  return [({ membersOf }) => membersOf(named), ({ managerOf }) => managerOf(named)]
}

const thoseWhoMayKnow = (
  members: readonly Member[],
  theCase: WorkedCase,
  rights: Rights,
): ReadonlySet<number> =>
  new Set(
    members
      .filter((member) => {
        const may = rights.of(member)
        return may.has('case.view') && mayKnow(theCase, member.userId, may)
      })
      .map(({ userId }) => userId),
  )
