import { command, type Command } from '#commands/command.ts'
import { migrate as bringUpToDate } from '#platform/migrate.ts'

const migrate: Command = command({
  name: 'migrate',
  summary: 'Bring the database up to date with this version of the program.',
  notes: [
    'Every start of a server does the same where it may: with the embedded database, and where DATABASE_OWNER_URL names the role that owns the tables. Other commands only say what is missing.',
  ],
  operands: {},
  options: {},
  example: 'migrate',
  makesInstallation: true,
  async run(_, desk) {
    const { addresses, migrated } = await desk.open()
    // opening has done it, unless a server that runs was joined
    const further = addresses.owner ? await bringUpToDate(addresses.owner) : []
    const applied = [...migrated, ...further]
    const text =
      applied.length > 0
        ? `Applied: ${applied.join(', ')}.`
        : 'The database is up to date; nothing was to be applied.'
    return { json: { applied }, text }
  },
})

export const migrateCommands = [migrate]
