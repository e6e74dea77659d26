import {
  joinTeam,
  leaveTeam,
  listRoles,
  noRoleSeen,
  removeRole,
  saveRole,
  unknownRole,
} from '#domain/roles/index.ts'
import { permissions } from '#kernel/permission.ts'
import { permissionGroups, permissionWords } from '#kernel/permission-words.ts'
import { Refusal } from '#kernel/refusal.ts'
import { formPage, showPage } from '#web/layout/form-page.ts'
import type { Action } from '#web/layout/form-page.ts'
import { memberFormView } from './member-form.view.ts'
import { roleAddress, rolesAddress } from './role-addresses.ts'
import { roleFormView, type BoxGroup } from './role-form.view.ts'
import { rolesView } from './roles.view.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The permissions in their groups, in words. */
const boxGroups: readonly BoxGroup[] = permissionGroups.map((title) => ({
  title,
  boxes: permissions
    .filter((name) => permissionWords[name].group === title)
    .map((name) => ({ name, label: permissionWords[name].label })),
}))

/** The page of all roles: what each may do, and who has one in a team. */
export const rolesPage = showPage({
  path: rolesAddress,
  view: rolesView,
  async show(ask, _, { banner, csrfToken }) {
    const { roles, members } = await ask(listRoles, {})
    return {
      groups: boxGroups,
      roles: roles.map(({ name, permissions: held, isBuiltIn, people }) => ({
        name: capital(name),
        address: roleAddress(name),
        held: new Set<string>(held),
        people,
        removeAddress:
          isBuiltIn || people > 0
            ? undefined
            : `${rolesAddress}/remove/${encodeURIComponent(name)}`,
      })),
      members: members.map(({ fullName, userName, team, teamCode, role }) => ({
        person: fullName,
        team,
        role: capital(role),
        removeAddress: `${rolesAddress}/members/${encodeURIComponent(userName)}/${encodeURIComponent(teamCode)}/remove`,
      })),
      newAddress: `${rolesAddress}/new`,
      newMemberAddress: `${rolesAddress}/members/new`,
      banner,
      csrfToken,
    }
  },
})

/** The page on which a role is made. */
export const newRolePage = formPage({
  path: `${rolesAddress}/new`,
  view: roleFormView,
  operation: saveRole,
  show: async (ask) => {
    await ask(listRoles, {})
    return { role: undefined, groups: boxGroups, held: new Set<string>() }
  },
  sent: (typed) => ({ ...typed, Seen: noRoleSeen }),
  next: () => rolesAddress,
  banner: 'Role saved',
})

/** The page on which it is decided what a role may do. */
export const editRolePage = formPage({
  path: `${rolesAddress}/edit/:role`,
  view: roleFormView,
  operation: saveRole,
  async show(ask, { role = '' }) {
    const { roles } = await ask(listRoles, {})
    const found = roles.find(({ name }) => name === role)
    if (!found) throw new Refusal(unknownRole)
    return {
      role: found.name,
      groups: boxGroups,
      held: new Set<string>(found.permissions),
      seen: found.seen,
    }
  },
  sent: (typed, { role }) => ({ ...typed, Name: role }),
  next: () => rolesAddress,
  banner: 'Role saved',
})

/** The page on which somebody is given a role in a team. */
export const newMemberPage = formPage({
  path: `${rolesAddress}/members/new`,
  view: memberFormView,
  operation: joinTeam,
  async show(ask) {
    const { people, teams, roles } = await ask(listRoles, {})
    return {
      people: people.map(({ userName, fullName }) => ({ value: userName, text: fullName })),
      teams: teams.map(({ code, name }) => ({ value: code, text: name })),
      roles: roles.map(({ name }) => ({ value: name, text: capital(name) })),
    }
  },
  next: () => rolesAddress,
  banner: 'Role in the team given',
})

/** The buttons on the page of all roles. */
export const roleActions: readonly Action[] = [
  {
    path: `${rolesAddress}/remove/:role`,
    operation: removeRole,
    next: () => rolesAddress,
    banner: () => 'Role removed',
  },
  {
    path: `${rolesAddress}/members/:userName/:teamCode/remove`,
    operation: leaveTeam,
    next: () => rolesAddress,
    banner: () => 'Role in the team taken away',
  },
]
