import { isPermission, type Permission } from '#kernel/permission.ts'
import type { Reading } from '#platform/statement.ts'
import { listMemberships, listSavedRoles } from './queries.ts'
import { roles } from './role.ts'

/** A role of an organisation: its permissions as delivered, or as the organisation has decided. */
export interface OrganisationRole {
  readonly name: string
  readonly permissions: ReadonlySet<Permission>
  readonly isBuiltIn: boolean
}

/** Somebody, and the role they have throughout the organisation. */
export interface Person {
  readonly userId: number
  readonly role: string
}

/** What the people of an organisation may do. */
export interface Rights {
  /** Every role by its name. */
  readonly roles: ReadonlyMap<string, OrganisationRole>
  /** What somebody may do: all that their own role allows, and their roles in teams. */
  of(person: Person): ReadonlySet<Permission>
}

/** What the people of the transaction's organisation may do, kept until a role or a membership changes. */
export const rightsIn = (db: Reading): Promise<Rights> =>
  db.memory.remember('rights', () => rightsNow(db))

/** The same as it is in the transaction, whatever is remembered of it. */
export async function rightsNow(db: Reading): Promise<Rights> {
  const [saved, memberships] = await Promise.all([listSavedRoles(db, {}), listMemberships(db, {})])
  const all = rolesFrom(saved)
  const inTeams = Map.groupBy(memberships, ({ userId }) => userId)
  return Object.freeze<Rights>({
    roles: all,
    of({ userId, role }) {
      const held = [role, ...(inTeams.get(userId) ?? []).map((each) => each.role)]
      return new Set(held.flatMap((name) => [...(all.get(name)?.permissions ?? [])]))
    },
  })
}

type Saved = Awaited<ReturnType<typeof listSavedRoles>>

function rolesFrom(saved: Saved): ReadonlyMap<string, OrganisationRole> {
  const builtIn = Object.entries(roles).map(([name, held]): OrganisationRole => ({
    name,
    permissions: held,
    isBuiltIn: true,
  }))
  const own = saved.map(({ name, permissions: held }): OrganisationRole => {
    const isBuiltIn = Object.hasOwn(roles, name)
    return { name, permissions: new Set(held.filter(isPermission)), isBuiltIn }
  })
  return new Map([...builtIn, ...own].map((role) => [role.name, role]))
}
