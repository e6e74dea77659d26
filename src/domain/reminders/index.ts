import { sendMailJob } from './send-mail.job.ts'

export { giveReminders, remindersInBatch } from './give-reminders.ts'
export { digestsInBatch, queueDigests } from './queue-digests.ts'
export { organisationTimes, readHours, type Hours, type OrganisationTimes } from './hours.ts'
export { changeHours } from './hours-queries.ts'
export { nextReminder, pastAt, remindersKept, type RemindedDeadline } from './reminder-point.ts'
export type { WorkingTimes } from './working-times.ts'
export const jobs = [sendMailJob]
