import { mayKnow, rightsIn, type Rights, type Secrecy } from '#domain/access/index.ts'
import { teamFinder } from '#domain/case-types/index.ts'
import type { Recipient } from '#domain/procedures/index.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import type { Reading } from '#platform/statement.ts'
import { listAway, listStaff, listTeamManagers } from './queries.ts'

/** What decides who hears of a case. */
export interface WorkedCase extends Secrecy {
  readonly teamId: number | null
  readonly ownerId: number | null
}

/** The people of an organisation, as far as they may have to be told something. */
export interface Staff {
  /**
   * Those who are told, and whoever stands in for one who is away; where nobody of them is there, those too who are
   * asked next: nobody is named where there is no such person or none who may know.
   */
  tell(to: Recipient, theCase: WorkedCase): readonly number[]
  /** The team whose queue gets the case, or the person; undefined where there is none. */
  giveTo(to: Recipient, theCase: WorkedCase): Assigned | undefined
}

/** A team's queue, or a person. */
export type Assigned = { readonly teamId: number } | { readonly userId: number }

type Member = Awaited<ReturnType<typeof listStaff>>[number]

/** The staff of the transaction's organisation, as they are there or away at a moment. */
export async function staffOf(db: Reading, now: Date): Promise<Staff> {
  const [members, rights, managers, findTeam, away] = await Promise.all([
    listStaff(db, {}),
    rightsIn(db),
    listTeamManagers(db, {}),
    teamFinder(db),
    listAway(db, { today: writeLocalDate(now) }),
  ])
  const cover = coverFrom(away)
  const byTeam = new Map(managers.map(({ teamId, userId }) => [teamId, userId]))
  const groups = groupsFrom(members, byTeam)
  const teamNamed = (code: string) => findTeam(code)?.teamId ?? null
  return Object.freeze<Staff>({
    tell(to, theCase) {
      const knowing = thoseWhoMayKnow(members, theCase, rights)
      const chain = chainFor(to, theCase, teamNamed)
      const told = new Set<number>()
      for (const ask of [...chain, groups.administrators]) {
        const named = ask(groups).flatMap(cover.withStandIns)
        for (const userId of named) if (knowing.has(userId)) told.add(userId)
        if ([...told].some(cover.isThere)) break
      }
      return [...told]
    },
    giveTo(to, theCase) {
      if (to.kind === 'team') return assignedTeam(teamNamed(to.team))
      const asked = to.kind === 'manager' ? groups.managerOf(theCase.teamId).slice(0, 1) : []
      const knowing = thoseWhoMayKnow(members, theCase, rights)
      const able = asked.flatMap(cover.withStandIns).filter((userId) => knowing.has(userId))
      const userId = able.find(cover.isThere) ?? able[0]
      return userId === undefined ? undefined : { userId }
    },
  })
}

/** Who is there, and who stands in for one who is away, and for that one in turn. */
function coverFrom(
  away: readonly { readonly userId: number; readonly standInId: number | null }[],
) {
  const standIns = new Map(away.map(({ userId, standInId }) => [userId, standInId]))
  return {
    isThere: (userId: number): boolean => !standIns.has(userId),
    withStandIns: (userId: number): readonly number[] => {
      const covering = new Set<number>()
      let one: number | null | undefined = userId
      while (one !== null && one !== undefined && !covering.has(one)) {
        covering.add(one)
        one = standIns.get(one)
      }
      return [...covering]
    },
  }
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
