import { migrate as bringUpToDate } from '#platform/migrate.ts'
import { command, type Command } from './command.ts'
import { ownerOf } from './organisation.ts'

const migrate: Command = command({
  name: 'migrate',
  summary: 'Bring the database up to date with this version of the program.',
  notes: [
    'The embedded database is brought up to date whenever it is started; this is for a server of your own (DATABASE_OWNER_URL).',
  ],
  operands: {},
  options: {},
  example: 'migrate',
  async run(_, desk) {
    const { addresses, migrated } = await desk.open()
    const applied = [...migrated, ...(await bringUpToDate(ownerOf(addresses)))]
    const text =
      applied.length > 0
        ? `Applied: ${applied.join(', ')}.`
        : 'The database is up to date; nothing was to be applied.'
    return { json: { applied }, text }
  },
})

export const migrateCommands = [migrate]
