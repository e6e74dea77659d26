import { apiKeyCommands } from './api-key.ts'
import { auditCommands } from './audit.ts'
import { backupCommands } from './backup.ts'
import { calendarCommands } from './calendar.ts'
import { caseTypeCommands } from './case-type.ts'
import type { Command } from './command.ts'
import { deadlineCommands } from './deadline.ts'
import { documentSourceCommands } from './document-source.ts'
import { hoursCommands } from './hours.ts'
import { jobCommands } from './job.ts'
import { letterTemplateCommands } from './letter-template.ts'
import { migrateCommands } from './migrate.ts'
import { optionCommands } from './option.ts'
import { organisationCommands } from './organisation.ts'
import { recomputationCommands } from './recomputation.ts'
import { packCommands } from './pack.ts'
import { reportCommands } from './report.ts'
import { seedCommands } from './seed.ts'
import { teamCommands } from './team.ts'
import { absenceCommands } from './user-absence.ts'
import { skillCommands } from './user-skill.ts'
import { userCommands } from './user.ts'

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
