import type { Command } from './command.ts'

/** Commands that are read together, and the words with which their names begin. */
interface Shelf {
  readonly words: readonly string[]
  readonly open: () => Promise<readonly Command[]>
}

/** In the order in which help shows them; none is read before it is wanted, so that each command starts soon. */
const shelves: readonly Shelf[] = [
  {
    words: ['organisation'],
    open: async () => (await import('#commands/organisation/organisation.ts')).organisationCommands,
  },
  {
    words: ['organisation'],
    open: async () => (await import('#commands/organisation/hours.ts')).hoursCommands,
  },
  {
    words: ['api-key'],
    open: async () => (await import('#commands/organisation/api-key.ts')).apiKeyCommands,
  },
  {
    words: ['team'],
    open: async () => (await import('#commands/organisation/team.ts')).teamCommands,
  },
  {
    words: ['user'],
    open: async () => (await import('#commands/organisation/user.ts')).userCommands,
  },
  {
    words: ['user'],
    open: async () => (await import('#commands/organisation/user-skill.ts')).skillCommands,
  },
  {
    words: ['user'],
    open: async () => (await import('#commands/organisation/user-absence.ts')).absenceCommands,
  },
  {
    words: ['case-type'],
    open: async () => (await import('#commands/case-type/case-type.ts')).caseTypeCommands,
  },
  {
    words: ['calendar'],
    open: async () => (await import('#commands/deadline/calendar.ts')).calendarCommands,
  },
  { words: ['pack'], open: async () => (await import('#commands/pack/pack.ts')).packCommands },
  {
    words: ['letter-template'],
    open: async () =>
      (await import('#commands/organisation/letter-template.ts')).letterTemplateCommands,
  },
  {
    words: ['deadline'],
    open: async () => (await import('#commands/deadline/deadline.ts')).deadlineCommands,
  },
  {
    words: ['calendar', 'deadline'],
    open: async () => (await import('#commands/deadline/recomputation.ts')).recomputationCommands,
  },
  {
    words: ['option'],
    open: async () => (await import('#commands/organisation/option.ts')).optionCommands,
  },
  {
    words: ['report'],
    open: async () => (await import('#commands/installation/report.ts')).reportCommands,
  },
  {
    words: ['audit'],
    open: async () => (await import('#commands/installation/audit.ts')).auditCommands,
  },
  {
    words: ['document-source'],
    open: async () =>
      (await import('#commands/organisation/document-source.ts')).documentSourceCommands,
  },
  { words: ['job'], open: async () => (await import('#commands/installation/job.ts')).jobCommands },
  {
    words: ['backup', 'restore'],
    open: async () => (await import('#commands/installation/backup.ts')).backupCommands,
  },
  {
    words: ['migrate'],
    open: async () => (await import('#commands/installation/migrate.ts')).migrateCommands,
  },
  {
    words: ['seed'],
    open: async () => (await import('#commands/installation/seed.ts')).seedCommands,
  },
]

/** The commands whose names begin with the word. */
export const commandsOf = (word: string): Promise<readonly Command[]> =>
  read(shelves.filter(({ words }) => words.includes(word)))

/** Every command there is, in the order in which help shows them. */
export const allCommands = (): Promise<readonly Command[]> => read(shelves)

const read = async (wanted: readonly Shelf[]): Promise<readonly Command[]> =>
  (await Promise.all(wanted.map(({ open }) => open()))).flat()
