import { command, type Command } from './command.ts'
import { enter, organisation } from './in-organisation.ts'
import { listReports } from './queries.ts'
import { textTable } from './text-table.ts'

const list: Command = command({
  name: 'report list',
  summary: 'List the saved reports that getreport can be asked for.',
  operands: {},
  options: { organisation },
  example: 'report list --organisation demo',
  async run({ organisation: of }, desk) {
    const { installation, organisationId } = await enter(desk, of)
    const reports = await installation.database.read(organisationId, (db) => listReports(db, {}))
    const rows = reports.map(({ id, name, source }) => [String(id), name, source])
    const text = textTable(['ID', 'NAME', 'SOURCE'], rows, 'There is no saved report.')
    return { json: { reports }, text }
  },
})

export const reportCommands = [list]
