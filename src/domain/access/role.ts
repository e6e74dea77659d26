import { permissions, type Permission } from '#kernel/permission.ts'

const everything: readonly Permission[] = permissions
const looking = [
  'case.view',
  'customer.view',
  'case.document.view',
  'case.correspondence.view',
  'case.list.recent',
  'case.remedy.list',
  'case.queue.view',
  'report.run',
  'session.own',
] as const satisfies readonly Permission[]
const working = [
  ...looking,
  'case.create',
  'case.update',
  'case.assign',
  'case.recategorise',
  'case.note.add',
  'case.document.add',
  'case.action.create',
  'case.complaint.update',
  'case.clock.record',
  'case.receipt.correct',
  'case.answer.draft',
  'case.answer.clear',
  'case.information.update',
  'case.stage.move',
  'case.end',
  'case.reopen',
  'case.task.update',
  'case.letter.write',
  'customer.update',
  'staff.absence.set',
  'case.access.update',
  'case.confidential.open',
] as const satisfies readonly Permission[]

/** The built-in roles, as they are delivered: named sets of permissions. */
export const roles = Object.freeze({
  administrator: new Set(everything),
  manager: new Set<Permission>([
    ...working,
    'account.update',
    'case.queue.share',
    'case.confidential.view',
    'case.deadline.override',
    'staff.manage',
  ]),
  'case worker': new Set<Permission>(working),
  'front line': new Set<Permission>([
    'case.create',
    'case.view',
    'case.list.recent',
    'customer.view',
    'session.own',
  ]),
  auditor: new Set<Permission>([...looking, 'case.confidential.view', 'audit.view', 'change.view']),
})

export type Role = keyof typeof roles

/** What an API key may do: everything in its organisation (contract 3.1). */
export const apiKeyPermissions: ReadonlySet<Permission> = new Set(everything)

/** The permissions that a role is delivered with, by its stored name; an unknown name has none. */
export const builtInPermissions = (role: string): ReadonlySet<Permission> =>
  Object.hasOwn(roles, role) ? roles[role as Role] : new Set()
