import { apiKeyPermissions, roles } from '#domain/access/index.ts'
import { eventKinds } from '#domain/events/index.ts'
import type { Operation } from '#kernel/operation.ts'
import { permissions, type Permission } from '#kernel/permission.ts'
import { permissionWords } from '#kernel/permission-words.ts'
import { inCode, paragraph, table, type Chapter } from './document.ts'

/** Which role has which permission, and what each permission opens. */
export function permissionsChapter(operations: readonly Operation[]): Chapter {
  const holders: readonly (readonly [string, ReadonlySet<Permission>])[] = [
    ...Object.entries(roles),
    ['API key', apiKeyPermissions],
  ]
  const openedBy = (permission: Permission): string =>
    operations
      .filter((operation) => operation.permission === permission)
      .map(({ name }) => name)
      .join(', ')
  return {
    id: 'permissions',
    title: 'Permissions',
    blocks: [
      paragraph(
        'An API key may do everything in its organisation. People have a role, and may have further roles in teams: they may do all that any of them allows. These are the roles as they are delivered; an organisation changes them, and makes others, on the page Roles.',
      ),
      table(
        ['Permission', 'What it allows', ...holders.map(([name]) => name), 'Operations'],
        permissions.map((permission) => [
          inCode(permission),
          permissionWords[permission].label,
          ...holders.map(([, held]) => (held.has(permission) ? 'yes' : 'no')),
          openedBy(permission),
        ]),
      ),
    ],
  }
}

/** Everything that can happen to a case. */
export const eventsChapter: Chapter = {
  id: 'events',
  title: 'Events',
  blocks: [
    paragraph('What the history of a case can tell, in the words it is stored under.'),
    table(
      ['Event', 'In words'],
      eventKinds.map((kind) => [inCode(kind), inWords(kind)]),
    ),
  ],
}

/** `noteAdded` → `Note added`. */
function inWords(kind: string): string {
  const words = kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
