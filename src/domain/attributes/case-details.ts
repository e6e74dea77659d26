import type { Reading } from '#platform/statement.ts'
import type { CaseReference } from '#kernel/operation.ts'
import { caseAttributes } from './catalogue.ts'
import { formAttributes, type FormAttribute } from './form-attributes.ts'
import { listDetailsByNumber, listDetailsByReference, listForms } from './queries.ts'

/** All reportable attributes of one case: the value at each place belongs to the name there. */
export interface CaseDetails {
  readonly caseId: number
  readonly names: readonly string[]
  readonly values: readonly string[]
}

/** What a version of a case type says of a case's attributes. */
export interface Form {
  readonly attributes: readonly FormAttribute[]
  /** Every attribute's name: the form's first (contract 6.7). */
  readonly names: readonly string[]
}

const catalogueNames = caseAttributes.map(({ name }) => name)
const toForm = (attributes: readonly FormAttribute[]): Form =>
  Object.freeze({
    attributes,
    names: Object.freeze([...attributes.map(({ name }) => name), ...catalogueNames]),
  })
const noForm = toForm([])

const loadForms = async (db: Reading): Promise<ReadonlyMap<string, Form>> =>
  new Map(
    (await listForms(db, {})).map((each) => [
      `${each.caseTypeId}/${each.version}`,
      toForm(formAttributes(each)),
    ]),
  )

/** The form under which a case was opened, kept until a case type changes. */
export async function formOf(
  db: Reading,
  { caseTypeId, version }: { readonly caseTypeId: number; readonly version: number },
): Promise<Form> {
  const forms = await db.memory.remember('forms', () => loadForms(db))
  return forms.get(`${caseTypeId}/${version}`) ?? noForm
}

/** A form's value as it is kept, as text that goes out. */
function writtenOf({ kind }: FormAttribute, kept: unknown): string {
  if (kept === undefined || kept === null) return ''
  if (typeof kept === 'boolean') return kept ? 'Yes' : 'No'
  const text = typeof kept === 'string' ? kept : JSON.stringify(kept)
  return kind === 'flag' ? (/^(true|yes|1)$/i.test(text) ? 'Yes' : 'No') : text
}

type Row = Awaited<ReturnType<typeof listDetailsByNumber>>[number]

async function toDetails(db: Reading, row: Row): Promise<CaseDetails> {
  const { attributes, names } = await formOf(db, row)
  const written = JSON.parse(row.written) as readonly (string | null)[]
  const ofForm = attributes.map((each) => writtenOf(each, row.attributes[each.fieldId]))
  return { caseId: row.caseId, names, values: [...ofForm, ...written.map((value) => value ?? '')] }
}

/** Every case that the reference means and the actor may know of, oldest first. */
export async function listCaseDetails(
  db: Reading,
  { caseId, externalId }: CaseReference,
  seesConfidential: boolean,
): Promise<readonly CaseDetails[]> {
  if (caseId === undefined && externalId === undefined) return []
  const rows =
    caseId === undefined
      ? await listDetailsByReference(db, { externalId: externalId ?? '', seesConfidential })
      : await listDetailsByNumber(db, { caseId, seesConfidential })
  return Promise.all(rows.map((row) => toDetails(db, row)))
}
