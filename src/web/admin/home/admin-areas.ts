import type { Actor } from '#kernel/actor.ts'
import type { Permission } from '#kernel/permission.ts'

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
        href: '/admin/options',
        text: 'Lists of values',
        what: 'What people choose from and programs may send: contact methods, kinds of note, classifications and more',
        permission: 'organisation.options',
      },
    ],
  },
]

/** The areas that somebody may enter; a group without any is left out. */
export const areasFor = ({ permissions }: Pick<Actor, 'permissions'>): readonly AreaGroup[] =>
  groups
    .map(({ heading, areas }) => ({
      heading,
      areas: areas.filter(({ permission }) => permissions.has(permission)),
    }))
    .filter(({ areas }) => areas.length > 0)
