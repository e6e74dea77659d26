import type { getStaff } from '#domain/staff/index.ts'
import { chosen } from '#web/lists/list-address.ts'
import type { ListAddress } from '#web/lists/list-address.ts'

/** Somebody who works here or did. */
export type Member = Awaited<ReturnType<(typeof getStaff)['handle']>>['people'][number]

/** Stands for the people of no team among the choices. */
export const noTeam = '-'

const byName = (one: Member, other: Member): number => one.fullName.localeCompare(other.fullName)

const orders: Readonly<Record<string, (one: Member, other: Member) => number>> = {
  name: byName,
  role: (one, other) => one.role.localeCompare(other.role) || byName(one, other),
  team: (one, other) => (one.team ?? '').localeCompare(other.team ?? '') || byName(one, other),
  work: (one, other) => one.openCases - other.openCases || byName(one, other),
}

/** The people that an address asks for, in the order it asks for; those who can sign in where it does not say. */
export function peopleAskedFor(people: readonly Member[], at: ListAddress): readonly Member[] {
  const [team, role, state] = [chosen(at, 'Team'), chosen(at, 'Role'), chosen(at, 'State')]
  const shown = people.filter(
    (each) =>
      (team.length === 0 || team.includes(each.teamCode ?? noTeam)) &&
      (role.length === 0 || role.includes(each.role)) &&
      isIn(each, state[0]),
  )
  const [sort = 'name'] = chosen(at, 'Sort')
  const sorted = shown.toSorted(orders[sort.replace(/^-/, '')] ?? byName)
  return sort.startsWith('-') ? sorted.toReversed() : sorted
}

const isIn = ({ disabledAt, awayUntil }: Member, state: string | undefined): boolean => {
  if (state === 'away') return awayUntil !== null && disabledAt === null
  return state === 'disabled' ? disabledAt !== null : disabledAt === null
}
