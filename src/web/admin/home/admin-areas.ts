import type { Actor } from '#kernel/actor.ts'
import type { Permission } from '#kernel/permission.ts'
import { apiKeysAddress } from '#web/admin/api-keys/addresses.ts'
import { caseTypesAddress } from '#web/admin/case-types/addresses.ts'
import { singleSignOnAddress } from '#web/admin/single-sign-on/provider-addresses.ts'
import { staffAddress } from '#web/admin/people/people-addresses.ts'
import { packsAddress } from '#web/admin/packs/addresses.ts'
import { teamsAddress } from '#web/admin/teams/team-addresses.ts'
import { rolesAddress } from '#web/admin/roles/role-addresses.ts'

/** Something that can be administered: where, by whom, and what is done there. */
export type AdminArea = {
  readonly href: string
  readonly text: string
  readonly what: string
  readonly permission: Permission
}

/** Areas that belong together. */
export type AreaGroup = { readonly heading: string; readonly areas: readonly AdminArea[] }

const groups: readonly AreaGroup[] = [
  {
    heading: 'Casework',
    areas: [
      {
        href: caseTypesAddress,
        text: 'Case types',
        what: 'What a case of each kind asks for, its stages, deadlines, tasks and letters',
        permission: 'case-type.manage',
      },
      {
        href: packsAddress,
        text: 'Service packs',
        what: 'Case types ready to be used, with their stages, deadlines and letters: installing and updating them',
        permission: 'case-type.manage',
      },
      {
        href: '/admin/options',
        text: 'Lists of values',
        what: 'What people choose from and programs may send: contact methods, kinds of note, classifications and more',
        permission: 'organisation.options',
      },
    ],
  },
  {
    heading: 'People',
    areas: [
      {
        href: staffAddress,
        text: 'People who work here',
        what: 'Who can sign in, with which role and in which team; absences; handing over work',
        permission: 'staff.manage',
      },
      {
        href: teamsAddress,
        text: 'Teams',
        what: 'What they are called, and who works in each',
        permission: 'staff.manage',
      },
      {
        href: rolesAddress,
        text: 'Roles',
        what: 'What each role may do, and who has one in a team',
        permission: 'role.manage',
      },
      {
        href: singleSignOnAddress,
        text: 'Single sign-on',
        what: 'Signing in with the account your organisation has given people, and roles by group',
        permission: 'role.manage',
      },
    ],
  },
  {
    heading: 'What happened',
    areas: [
      {
        href: '/admin/audit',
        text: 'Audit',
        what: 'Who did or saw what, and whether an entry was altered',
        permission: 'audit.view',
      },
      {
        href: '/admin/changes',
        text: 'Change log',
        what: 'What was changed of the configuration and of rights, and how to put it back',
        permission: 'change.view',
      },
      {
        href: '/admin/jobs',
        text: 'Background jobs',
        what: 'What runs, waits or has failed, and how to run it again',
        permission: 'job.manage',
      },
    ],
  },
  {
    heading: 'Organisation',
    areas: [
      {
        href: apiKeysAddress,
        text: 'API keys',
        what: 'Which programs may call the interface, from where, and what they have called',
        permission: 'api-key.manage',
      },
      {
        href: '/admin/settings',
        text: 'Settings',
        what: 'Its name, its nation, and what programs may do',
        permission: 'organisation.settings',
      },
    ],
  },
]

/** Whoever has one of these has something to administer. */
export const areaPermissions: readonly Permission[] = groups.flatMap(({ areas }) =>
  areas.map(({ permission }) => permission),
)

/** The areas that somebody may enter; a group without any is left out. */
export const areasFor = ({ permissions }: Pick<Actor, 'permissions'>): readonly AreaGroup[] =>
  groups
    .map(({ heading, areas }) => ({
      heading,
      areas: areas.filter(({ permission }) => permissions.has(permission)),
    }))
    .filter(({ areas }) => areas.length > 0)
