import { readFile, writeFile } from 'node:fs/promises'
import { command, type Command } from '#commands/command.ts'
import { CommandFault } from '#commands/fault.ts'
import { change, enter, organisation } from '#commands/in-organisation.ts'
import { path } from '#commands/kinds.ts'
import { optional, required } from '#commands/part.ts'
import { exportReports } from '#commands/queries.ts'
import { ReportFaults, saveReport, type SavedReport } from '#reporting/index.ts'

/** Writes every saved report of an organisation down. */
export const exportingReports: Command = command({
  name: 'report export',
  summary: 'Print the saved reports, or write them into a file, as report import takes them.',
  operands: {
    file: optional(path, {
      placeholder: 'FILE',
      meaning: 'The file to write; it must be new. Without it they are printed.',
    }),
  },
  options: { organisation },
  example: 'report export reports.json --organisation demo',
  async run({ file, organisation: of }, desk) {
    const { installation, organisationId } = await enter(desk, of)
    const reports = await installation.database.read(organisationId, (db) => exportReports(db, {}))
    const text = JSON.stringify(reports, undefined, 2)
    if (file === undefined) return { json: reports, text }
    await writeFile(file, `${text}\n`, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
      const why = error.code === 'EEXIST' ? 'it is there already' : error.code
      throw new CommandFault(`The file ${file} cannot be written (${why}).`)
    })
    const count = reports.length
    return { json: { file, reports: count }, text: `Saved reports written to ${file}: ${count}.` }
  },
})

/** Saves the reports of a file, all or none. */
export const importingReports: Command = command({
  name: 'report import',
  summary: 'Save reports from a file, in place of those with the same numbers.',
  notes: [
    'The file holds what report export writes: a list of reports in JSON, each with `reportId`, `name` and `definition`. Either all of them are saved or none: where anything is wrong, every fault is shown. Bring the case types in first: columns for their fields come from them.',
  ],
  operands: { file: required(path, { placeholder: 'FILE', meaning: 'The file of reports.' }) },
  options: { organisation },
  example: 'report import reports.json --organisation north',
  async run({ file, organisation: of }, desk) {
    const given = await readReports(file)
    const reports = await change(await enter(desk, of), importingReports.name, async (db) => {
      const faults: string[] = []
      for (const report of given)
        await saveReport(db, report).catch((error: unknown) => {
          if (!(error instanceof ReportFaults)) throw error
          faults.push(...error.faults.map((fault) => `report ${report.reportId}: ${fault}`))
        })
      if (faults.length > 0) throw nothingSaved(faults)
      const result = given.map(({ reportId, name }) => ({ id: reportId, name }))
      return { result, particulars: { reports: result.map(({ id }) => id) } }
    })
    const lines = reports.map(({ id, name }) => `Report ${id} (${name}) is saved.`)
    return {
      json: { reports },
      text: lines.join('\n') || 'The file holds no report; nothing was saved.',
    }
  },
})

const nothingSaved = (faults: readonly string[]): CommandFault =>
  new CommandFault(
    `Nothing was saved. Mend these faults:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
  )

async function readReports(file: string): Promise<readonly SavedReport[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandFault(`The file ${file} cannot be read (${error.code}).`)
  })
  const given = [parse(file, text)].flat() as unknown[]
  const faults = given.flatMap(faultsOf)
  if (faults.length > 0) throw nothingSaved(faults)
  return given as readonly SavedReport[]
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CommandFault(`The file ${file} is not JSON: ${(error as Error).message}.`)
  }
}

/** What is wrong with the form of one report; its definition is checked when it is saved. */
function faultsOf(report: unknown, at: number, all: readonly unknown[]): readonly string[] {
  const { reportId, name } = Object(report) as Partial<SavedReport>
  const isTwice = all.some((each, other) => other < at && Object(each).reportId === reportId)
  return [
    ...(Number.isSafeInteger(reportId) && Number(reportId) > 0
      ? []
      : [`report ${at + 1} of the file: reportId must be a whole number, 1 or more`]),
    ...(typeof name === 'string' && name.trim() !== ''
      ? []
      : [`report ${at + 1} of the file: name must be text that is not empty`]),
    ...(isTwice && reportId !== undefined
      ? [`the number ${reportId} stands twice in the file`]
      : []),
  ]
}
