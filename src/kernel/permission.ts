/** Every permission there is. Roles are named sets of them. */
export const permissions = [
  'case.create',
  'case.view',
  'case.confidential.view',
  'case.update',
  'case.note.add',
  'case.document.add',
  'case.document.view',
  'case.correspondence.view',
  'case.action.create',
  'case.list.recent',
  'case.disclosure.list',
  'case.complaint.update',
  'case.remedy.list',
  'case.clock.record',
  'case.receipt.correct',
  'case.deadline.override',
  'case.answer.draft',
  'case.answer.clear',
  'case.information.update',
  'customer.update',
  'account.update',
  'report.run',
] as const

export type Permission = (typeof permissions)[number]
