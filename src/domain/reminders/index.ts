import { getNotices } from './get-notices.ts'
import { markNoticesSeen } from './mark-notices-seen.ts'
import { sendMailJob } from './send-mail.job.ts'

export { giveReminders, remindersInBatch, type RemindersGiven } from './give-reminders.ts'
export {
  organisationTimes,
  ownHours,
  readHours,
  timesBy,
  type Hours,
  type OrganisationTimes,
} from './hours.ts'
export { changeHours } from './hours-queries.ts'
export { findTeamManager, removeTeamManager, setTeamManager } from './notice-queries.ts'
export { digestsInBatch, queueDigests } from './queue-digests.ts'
export { nextReminder, remindersKept, type RemindedDeadline } from './reminder-point.ts'
export { queueLetter } from './queue-letter.ts'
export type { WorkingTimes } from './working-times.ts'
export { getNotices, markNoticesSeen }
export const operations = [getNotices, markNoticesSeen]
export const jobs = [sendMailJob]
