import { command, type Command } from '#commands/command.ts'
import { enter, organisation } from '#commands/in-organisation.ts'
import { listReports } from '#commands/queries.ts'
import { textTable } from '#commands/text-table.ts'
import { exportingReports, importingReports } from './report-files.ts'

const list: Command = command({
  name: 'report list',
  summary: 'List the saved reports that getreport can be asked for.',
  operands: {},
  options: { organisation },
  example: 'report list --organisation demo',
  async run({ organisation: of }, desk) {
    const { installation, organisation: its, organisationId } = await enter(desk, of)
    const reports = await installation.database.read(organisationId, (db) => listReports(db, {}))
    const rows = reports.map(({ id, name, source }) => [String(id), name, source])
    const empty = `There is no saved report yet; bring some in: ${desk.casewright} report import FILE --organisation ${its.name}`
    const text = textTable(['ID', 'NAME', 'SOURCE'], rows, empty)
    return { json: { reports }, text }
  },
})

export const reportCommands = [list, exportingReports, importingReports]
