import { attribute, formAttributesOf, type Attribute } from '#domain/attributes/index.ts'
import type { Reading } from '#platform/statement.ts'
import { listFormDefinitions } from './queries.ts'
import { reportSources, type ReportSource, type SourceName } from './report-source.ts'

/** A source with every column that an organisation's reports over it may name. */
export interface ReportCatalogue {
  readonly source: ReportSource
  readonly columns: ReadonlyMap<string, Attribute>
}

/** The catalogue of the transaction's organisation: the columns of the source, and those of its forms. */
export async function reportCatalogue(db: Reading, name: SourceName): Promise<ReportCatalogue> {
  const source = reportSources[name]
  const ofForms = source.isOfCase
    ? await db.memory.remember('reportable forms', async () =>
        formAttributesOf(await listFormDefinitions(db, {})),
      )
    : new Map<string, Attribute>()
  const own = source.columns.map((each) => [each.name, each] as const)
  return Object.freeze({ source, columns: new Map([...ofForms, ...own]) })
}

/** A column by its name; one that no longer exists is empty in every row. */
export const columnOf = ({ columns }: ReportCatalogue, name: string): Attribute =>
  columns.get(name) ?? attribute([name, 'text', 'null::text'])
