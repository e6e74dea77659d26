import { caseTypeCommands } from '#commands/case-type/case-type.ts'
import { calendarCommands } from '#commands/deadline/calendar.ts'
import { deadlineCommands } from '#commands/deadline/deadline.ts'
import { recomputationCommands } from '#commands/deadline/recomputation.ts'
import { auditCommands } from '#commands/installation/audit.ts'
import { backupCommands } from '#commands/installation/backup.ts'
import { jobCommands } from '#commands/installation/job.ts'
import { migrateCommands } from '#commands/installation/migrate.ts'
import { reportCommands } from '#commands/installation/report.ts'
import { seedCommands } from '#commands/installation/seed.ts'
import { apiKeyCommands } from '#commands/organisation/api-key.ts'
import { documentSourceCommands } from '#commands/organisation/document-source.ts'
import { hoursCommands } from '#commands/organisation/hours.ts'
import { letterTemplateCommands } from '#commands/organisation/letter-template.ts'
import { optionCommands } from '#commands/organisation/option.ts'
import { organisationCommands } from '#commands/organisation/organisation.ts'
import { teamCommands } from '#commands/organisation/team.ts'
import { absenceCommands } from '#commands/organisation/user-absence.ts'
import { skillCommands } from '#commands/organisation/user-skill.ts'
import { userCommands } from '#commands/organisation/user.ts'
import { packCommands } from '#commands/pack/pack.ts'
import type { Command } from './command.ts'

/** Every command there is, in the order in which help shows them. */
export const allCommands: readonly Command[] = [
  ...organisationCommands,
  ...hoursCommands,
  ...apiKeyCommands,
  ...teamCommands,
  ...userCommands,
  ...skillCommands,
  ...absenceCommands,
  ...caseTypeCommands,
  ...calendarCommands,
  ...packCommands,
  ...letterTemplateCommands,
  ...deadlineCommands,
  ...recomputationCommands,
  ...optionCommands,
  ...reportCommands,
  ...auditCommands,
  ...documentSourceCommands,
  ...jobCommands,
  ...backupCommands,
  ...migrateCommands,
  ...seedCommands,
]
