import type { ReportCatalogue } from './catalogue.ts'
import { criterionFault } from './criterion-sql.ts'
import type { Criterion, Order, ReportDefinition } from './report-definition.ts'
import { sourceNames } from './report-source.ts'

const mostColumns = 200

/** Takes a stored definition apart; throws a sentence where it does not have the form of one. */
export function readDefinition(stored: unknown): ReportDefinition {
  const { source, columns, criteria = [], order = [] } = membersOf(stored)
  const name = sourceNames.find((each) => each === source)
  if (!name) throw new Error(`source must be one of ${sourceNames.join(', ')}`)
  return Object.freeze({
    source: name,
    columns: listOf('columns', columns).map((each) => textOf('a column', each)),
    criteria: listOf('criteria', criteria).map(readCriterion),
    order: listOf('order', order).map(readOrder),
  })
}

/** Everything in a definition that does not fit the catalogue, in words; none where it can be saved. */
export function definitionFaults(
  { columns, criteria, order }: ReportDefinition,
  catalogue: ReportCatalogue,
): readonly string[] {
  const named = [
    ...columns,
    ...criteria.map((each) => each.column),
    ...order.map((each) => each.column),
  ]
  const unknown = [...new Set(named)].filter((name) => !catalogue.columns.has(name))
  const twice = columns.filter((name, at) => columns.indexOf(name) !== at)
  const unfit = criteria.map((criterion) => {
    const column = catalogue.columns.get(criterion.column)
    return column && criterionFault(column, criterion)
  })
  return [
    ...(columns.length === 0 ? ['A report needs at least one column'] : []),
    ...(columns.length > mostColumns ? [`A report has at most ${mostColumns} columns`] : []),
    ...unknown.map((name) => `${catalogue.source.name} have no column ${name}`),
    ...twice.map((name) => `${name} is named twice`),
    ...unfit.filter((fault) => fault !== undefined),
  ]
}

function readCriterion(stored: unknown): Criterion {
  const { column, test, value, values } = membersOf(stored)
  const name = textOf('the column of a criterion', column)
  switch (test) {
    case 'empty':
    case 'filled':
      return { column: name, test }
    case 'equals':
    case 'differs':
    case 'since':
    case 'until':
      return { column: name, test, value: textOf(`the value for ${name}`, value) }
    case 'in':
      return {
        column: name,
        test,
        values: listOf('values', values).map((each) => textOf(name, each)),
      }
    default:
      throw new Error(`${name} is put to a test that does not exist`)
  }
}

function readOrder(stored: unknown): Order {
  const { column, isDescending } = membersOf(stored)
  return { column: textOf('the column of an order', column), isDescending: isDescending === true }
}

function membersOf(stored: unknown): Readonly<Record<string, unknown>> {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
    throw new Error('A report, a criterion and an order are objects')
  return stored as Record<string, unknown>
}

function listOf(name: string, stored: unknown): readonly unknown[] {
  if (!Array.isArray(stored)) throw new Error(`${name} must be a list`)
  return stored
}

function textOf(name: string, stored: unknown): string {
  if (typeof stored !== 'string') throw new Error(`${name} must be text`)
  return stored
}
