import { rightsIn, type Rights } from '#domain/access/index.ts'
import { recordChange } from '#domain/change-log/index.ts'
import { noteSignIn, type Coming } from '#domain/sessions/index.ts'
import type { Writing } from '#platform/statement.ts'
import type { Comer } from './comer.ts'
import { getStanding, lockOrganisation, updateIdentity, updateRole } from './identity-queries.ts'
import type { Provider } from './provider.ts'
import type { Recognised, Recognition } from './recognise.ts'

/** The role that the groups of somebody give them: that of the first line that fits and names a role there is. */
export const roleFor = (
  { groupRoles }: Provider,
  { groups }: Comer,
  { roles }: Pick<Rights, 'roles'>,
): string | undefined =>
  groupRoles.find(({ group, role }) => groups.includes(group) && roles.has(role))?.role

interface Following {
  readonly provider: Provider
  readonly comer: Comer
  readonly person: Recognised
}

/**
 * Gives somebody the role of their groups. Who had a role by a group and is in none any more is not let in; the last
 * administrator stays one in any case.
 */
export async function followGroups(
  db: Writing,
  coming: Coming,
  { provider, comer, person }: Following,
): Promise<Recognition> {
  const role = roleFor(provider, comer, await rightsIn(db))
  const isLost = role === undefined && person.givenRole !== null && provider.groupRoles.length > 0
  if (isLost && !(await isLastAdministrator(db, person)))
    return { kind: 'refused', reason: 'group lost', person }
  if (role !== undefined && role !== person.role) await changeRole(db, coming, { person, role })
  const { issuer } = provider
  const givenRole = role ?? person.givenRole
  void updateIdentity(db, { issuer, subject: comer.subject, givenRole, now: coming.now })
  return { kind: 'person', person }
}

const isLastAdministrator = async (db: Writing, { userId }: Recognised): Promise<boolean> =>
  (await getStanding(db, { userId })).isLastAdministrator

async function changeRole(
  db: Writing,
  coming: Coming,
  { person, role }: { readonly person: Recognised; readonly role: string },
): Promise<void> {
  const { userId, userName, fullName } = person
  if (person.role === 'administrator') await lockOrganisation(db, {})
  const [changed] = await updateRole(db, { userId, role })
  const particulars = { userId, before: person.role, after: role }
  noteSignIn(db, coming, {
    what: 'change role by group',
    outcome: changed ? 'done' : 'refused: last administrator',
    by: person,
    particulars,
  })
  if (!changed) return
  recordChange(
    db,
    { kind: 'person', subject: userName, before: { role: person.role }, after: { role } },
    { by: `user ${userId} ${fullName}`, now: coming.now },
  )
}
