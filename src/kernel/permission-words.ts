import type { Permission } from './permission.ts'

/** What a permission allows, in the words of an administrator, and where it stands among others. */
export interface PermissionWords {
  readonly group: PermissionGroup
  readonly label: string
}

/** The groups, in the order they are shown. */
export const permissionGroups = [
  'Seeing cases',
  'Confidential cases',
  'Working on cases',
  'Deadlines',
  'Answers and letters',
  'People and accounts',
  'Configuration',
  'Staff and reports',
  'Organisation',
] as const
export type PermissionGroup = (typeof permissionGroups)[number]

const words = (group: PermissionGroup, label: string): PermissionWords => ({ group, label })

/** Every permission in words. */
export const permissionWords: Readonly<Record<Permission, PermissionWords>> = Object.freeze({
  'case.view': words('Seeing cases', 'See cases'),
  'case.queue.view': words('Seeing cases', 'See queues of open cases, and save filters of them'),
  'case.queue.share': words('Seeing cases', 'Show saved filters to everybody'),
  'case.list.recent': words('Seeing cases', 'See which cases somebody used last'),
  'case.document.view': words('Seeing cases', 'See documents'),
  'case.correspondence.view': words('Seeing cases', 'See letters and messages'),
  'case.disclosure.list': words('Seeing cases', 'List the cases of the disclosure log'),
  'case.remedy.list': words('Seeing cases', 'List open remedies'),
  'case.confidential.view': words('Confidential cases', 'See every confidential case'),
  'case.confidential.open': words(
    'Confidential cases',
    'Open a confidential case in an emergency, where the organisation allows it',
  ),
  'case.access.update': words('Confidential cases', 'Decide who may see a case'),
  'case.create': words('Working on cases', 'Open cases'),
  'case.update': words('Working on cases', 'Change cases'),
  'case.assign': words('Working on cases', 'Assign cases'),
  'case.note.add': words('Working on cases', 'Add notes'),
  'case.document.add': words('Working on cases', 'Add documents'),
  'case.action.create': words('Working on cases', 'File forms on a case'),
  'case.task.update': words('Working on cases', 'Add, give and complete tasks'),
  'case.stage.move': words('Working on cases', 'Move cases to another stage'),
  'case.recategorise': words('Working on cases', 'Put cases under another type'),
  'case.end': words('Working on cases', 'Close cases'),
  'case.reopen': words('Working on cases', 'Reopen cases'),
  'case.complaint.update': words('Working on cases', 'Record points, findings and remedies'),
  'case.information.update': words('Working on cases', 'Record work on requests for information'),
  'case.clock.record': words('Deadlines', 'Record what stops or extends a deadline'),
  'case.receipt.correct': words('Deadlines', 'Correct the day a case was received'),
  'case.deadline.override': words('Deadlines', 'Set a date by hand'),
  'case.answer.draft': words('Answers and letters', 'Draft answers'),
  'case.answer.clear': words('Answers and letters', 'Clear answers'),
  'case.letter.write': words('Answers and letters', 'Write and send letters'),
  'customer.view': words('People and accounts', 'See people and what is known of them'),
  'customer.update': words('People and accounts', 'Change customers'),
  'account.update': words('People and accounts', 'Change accounts'),
  'session.own': words('Staff and reports', 'See and end one’s own sessions'),
  'session.manage': words('Staff and reports', 'See and end everybody’s sessions'),
  'staff.absence.set': words('Staff and reports', 'Note absences'),
  'staff.manage': words('Staff and reports', 'Manage staff: their skills and absences'),
  'audit.view': words('Staff and reports', 'See and take away who did or saw what'),
  'change.view': words(
    'Staff and reports',
    'See what was changed of the configuration and of rights',
  ),
  'change.restore': words('Staff and reports', 'Put back what there was before such a change'),
  'job.manage': words('Staff and reports', 'See what runs in the background, and try it again'),
  'role.manage': words('Staff and reports', 'Decide what each role may do, and who has which role'),
  'case-type.manage': words('Configuration', 'Change case types and service packs'),
  'report.run': words('Staff and reports', 'Run reports'),
  'api-key.manage': words('Organisation', 'Make, change and revoke API keys of programs'),
  'organisation.options': words('Organisation', 'Look after lists of values'),
  'organisation.settings': words('Organisation', 'Change the settings of the organisation'),
})
