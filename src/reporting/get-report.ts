import { readerOf } from '#kernel/actor.ts'
import type { ReplyFormat, RowStream } from '#kernel/answer.ts'
import { caseNumber, date, dateTime, flag } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import type { ReportDatabase } from '#platform/copy-out.ts'
import type { Reader } from '#platform/statement.ts'
import { reportCatalogue, type ReportCatalogue } from './catalogue.ts'
import { compileReport, type ReportRun } from './compile-report.ts'
import { unknownReport } from './errors.ts'
import { openRows } from './open-rows.ts'
import { findReport } from './queries.ts'
import { readDefinition } from './read-definition.ts'
import type { ReportDefinition } from './report-definition.ts'
import { csvLayout, jsonLayout, xmlLayout, type CsvParts, type RowLayout } from './row-layout.ts'
import { xmlColumns } from './xml-columns.ts'

/** Runs a saved report (contract 6.5): finds it and says how it is read; the rows are read as they are sent. */
export const getReport = operation({
  name: 'getreport',
  summary: 'Run a saved report',
  effect: 'read',
  permission: 'report.run',
  isSensitive: true,
  parameters: {
    reportId: required(caseNumber, 'Report number'),
    from: optional(date, 'First day of the main date'),
    until: optional(date, 'Last day of the main date'),
    fromTime: optional(dateTime, 'Earliest last update'),
    untilTime: optional(dateTime, 'Latest last update'),
    csvHeader: optional(flag, 'Column names in the first line of CSV', 'CSVHeader'),
    csvFooter: optional(flag, 'Number of rows in the last line of CSV', 'CSVFooter'),
  },
  errors: [unknownReport],
  returns: 'stream',
  examples: [
    { ReportId: '1', From: '2026-01-01' },
    { ReportId: '1', FromTime: '2026-01-12T10:15:00' },
  ],

  async handle({ input, db, outside, actor, refuse, record }): Promise<RowStream> {
    const found = await findReport(db, { reportId: input.reportId })
    if (!found) throw refuse(unknownReport)
    const definition = readDefinition(found.definition)
    const { reportId, csvHeader, csvFooter, ...limits } = input
    const { from, until, fromTime, untilTime } = limits
    const updated = { fromTime: fromTime?.instant, untilTime: untilTime?.instant }
    record(undefined, { reportId, source: definition.source, from, until, ...updated })
    return rowStream(outside.reports, {
      definition,
      catalogue: await reportCatalogue(db, definition.source),
      run: { ...limits, organisationId: db.organisationId },
      reader: readerOf(actor),
      csv: { hasHeader: csvHeader ?? true, hasFooter: csvFooter ?? false },
    })
  },
})

interface Plan {
  readonly definition: ReportDefinition
  readonly catalogue: ReportCatalogue
  readonly run: ReportRun
  readonly reader: Reader | undefined
  readonly csv: CsvParts
}

const rowStream = (
  reports: ReportDatabase,
  { definition, catalogue, run, reader, csv }: Plan,
): RowStream =>
  Object.freeze<RowStream>({
    open(format) {
      const columns = format === 'xml' ? xmlColumns(definition.columns) : definition.columns
      const query = compileReport({ ...definition, columns }, catalogue, run)
      const layout = layoutOf(format, columns, { csv, catalogue })
      return openRows(reports.copy(run.organisationId, query, reader), layout)
    },
  })

function layoutOf(
  format: ReplyFormat,
  columns: readonly string[],
  { csv, catalogue }: Pick<Plan, 'csv' | 'catalogue'>,
): RowLayout {
  if (format === 'json') return jsonLayout(columns)
  return format === 'csv' ? csvLayout(columns, csv) : xmlLayout(columns, catalogue.source.elements)
}
