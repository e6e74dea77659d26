import type { WrittenMoment } from '#platform/local-time.ts'
import { joinSql, sql, trusted, type Sql } from '#platform/sql.ts'
import { columnOf, type ReportCatalogue } from './catalogue.ts'
import { criterionSql } from './criterion-sql.ts'
import type { ReportDefinition } from './report-definition.ts'
import type { ReportSource } from './report-source.ts'

/** What limits one run of a report: whose it is, and what the caller asked for (contract 6.5). */
export interface ReportRun {
  readonly organisationId: number
  /** Inclusive limits on the report's main date. */
  readonly from?: string | undefined
  readonly until?: string | undefined
  /** Inclusive limits on the last update. */
  readonly fromTime?: WrittenMoment | undefined
  readonly untilTime?: WrittenMoment | undefined
}

/** Makes the query of a report. Every value is kept apart from the text; of a definition no text enters it. */
export function compileReport(
  definition: ReportDefinition,
  catalogue: ReportCatalogue,
  run: ReportRun,
): Sql {
  const { source } = catalogue
  const columns = definition.columns.map((name) => trusted(columnOf(catalogue, name).written))
  const criteria = definition.criteria.map((each) =>
    criterionSql(columnOf(catalogue, each.column), each),
  )
  const order = definition.order.map(({ column, isDescending = false }) =>
    trusted(`${columnOf(catalogue, column).sql}${isDescending ? ' desc nulls last' : ''}`),
  )
  const conditions = joinSql(
    [...rowConditions(source, run), ...limits(source, run), ...criteria],
    ' and ',
  )
  return sql`select ${joinSql(columns, ', ')} from ${trusted(source.from)} where ${conditions} order by ${joinSql([...order, trusted(source.key)], ', ')}`
}

/** Whose rows, and those alone that no transaction still open could have come before. */
function rowConditions({ alias }: ReportSource, run: ReportRun): readonly Sql[] {
  return [
    sql`${trusted(alias)}.organisation_id = ${String(run.organisationId)}::int`,
    sql`${trusted(alias)}.changed_in < current_setting('casewright.before')::xid8`,
  ]
}

function limits({ alias, mainDate }: ReportSource, run: ReportRun): readonly Sql[] {
  const { from, until, fromTime, untilTime } = run
  const date = trusted(mainDate.sql)
  const updated = trusted(`${alias}.updated_at`)
  const isDate = mainDate.kind === 'date'
  return [
    ...(from ? [sql`${date} >= ${isDate ? sql`${from}::date` : startOfDay(from)}`] : []),
    ...(until
      ? [isDate ? sql`${date} <= ${until}::date` : sql`${date} < ${startOfNextDay(until)}`]
      : []),
    ...(fromTime ? [sql`${updated} >= ${fromTime.instant.toISOString()}::timestamptz`] : []),
    ...(untilTime ? [sql`${updated} < ${justAfter(untilTime)}`] : []),
  ]
}

const startOfDay = (date: string): Sql => sql`${date}::date::timestamp at time zone 'Europe/London'`
const startOfNextDay = (date: string): Sql =>
  sql`(${date}::date + 1)::timestamp at time zone 'Europe/London'`

const second = 1000
/** Times are told in whole seconds, so a limit includes its second; a limit without a time includes its day. */
function justAfter({ instant, localDate, isDateOnly }: WrittenMoment): Sql {
  if (isDateOnly) return startOfNextDay(localDate)
  const next = (Math.floor(instant.getTime() / second) + 1) * second
  return sql`${new Date(next).toISOString()}::timestamptz`
}
