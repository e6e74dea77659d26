import type { Writing } from '#platform/statement.ts'
import { reportCatalogue } from './catalogue.ts'
import { ReportFaults } from './errors.ts'
import { upsertReport } from './queries.ts'
import { definitionFaults, readDefinition } from './read-definition.ts'
import type { ReportDefinition } from './report-definition.ts'

/** A report as it is handed in to be saved: its number, its name, and what `readDefinition` reads. */
export interface SavedReport {
  readonly reportId: number
  readonly name: string
  readonly definition: unknown
}

/** Saves a report under its number, in place of one that has it; throws ReportFaults with everything that is wrong with it. */
export async function saveReport(db: Writing, report: SavedReport): Promise<void> {
  const definition = take(report)
  const faults = definitionFaults(definition, await reportCatalogue(db, definition.source))
  if (faults.length > 0) throw new ReportFaults(report.reportId, faults)
  await upsertReport(db, { ...report, source: definition.source, definition })
}

function take({ reportId, definition }: SavedReport): ReportDefinition {
  try {
    return readDefinition(definition)
  } catch (error) {
    throw new ReportFaults(reportId, [(error as Error).message])
  }
}
