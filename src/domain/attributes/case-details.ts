import { caseTypeVersion, type CaseTypeVersion } from '#domain/case-types/index.ts'
import type { Reading } from '#platform/statement.ts'
import type { CaseReference } from '#kernel/operation.ts'
import { caseAttributes } from './catalogue.ts'
import { formAttributes, formNames, type FormAttribute, type FormName } from './form-attributes.ts'
import { listDetailsByNumber, listDetailsByReference, type FiledForm } from './queries.ts'

/** All reportable attributes of one case: the value at each place belongs to the name there. */
export interface CaseDetails {
  readonly caseId: number
  /** Is it in the disclosure log? */
  readonly isPublished: boolean
  readonly names: readonly string[]
  readonly values: readonly string[]
}

/** The attributes of cases that were opened under one version of a case type. */
export interface Form {
  readonly type: CaseTypeVersion
  /** Those of its form. */
  readonly attributes: readonly FormAttribute[]
  /** Every attribute's name: the form's first (contract 6.7). */
  readonly names: readonly string[]
  /** Those of the forms that can be filed on such a case, by the form's synonym. */
  readonly filed: ReadonlyMap<string, readonly FormName[]>
}

const catalogueNames = caseAttributes.map(({ name }) => name)

function toForm(type: CaseTypeVersion): Form {
  const attributes = formAttributes(type)
  const names = Object.freeze([...attributes.map(({ name }) => name), ...catalogueNames])
  const filed = new Map(
    type.actions.map(({ synonym, fields }) => [
      synonym,
      // a form filed under the name of the case's own adds to it and takes nothing over
      formNames({ form: synonym, fields }).filter(({ name }) => !names.includes(name)),
    ]),
  )
  return Object.freeze({ type, attributes, names, filed })
}

type Version = Parameters<typeof caseTypeVersion>[1]

/** The form under which a case was opened, kept until a case type changes. */
const formOf = (db: Reading, version: Version): Promise<Form> =>
  db.memory.remember(`form ${version.caseTypeId} ${version.version}`, async () =>
    toForm(await caseTypeVersion(db, version)),
  )

/** A form's value as it is kept, as text that goes out. */
export function writtenOf({ kind }: Pick<FormName, 'kind'>, kept: unknown): string {
  if (kept === undefined || kept === null) return ''
  if (typeof kept === 'boolean') return kept ? 'Yes' : 'No'
  const text = typeof kept === 'string' ? kept : JSON.stringify(kept)
  return kind === 'flag' ? (/^(true|yes|1)$/i.test(text) ? 'Yes' : 'No') : text
}

/** What forms filed on a case say: of a form filed twice, to each question the answer given last. */
function valuesFiled(
  form: Form,
  filed: readonly FiledForm[],
): readonly (readonly [string, string])[] {
  const answers = new Map<string, FiledForm['attributes']>()
  for (const each of filed)
    answers.set(each.form, { ...answers.get(each.form), ...each.attributes })
  return [...form.filed].flatMap(([synonym, names]) => {
    const kept = answers.get(synonym)
    return kept
      ? names.map((each) => [each.name, writtenOf(each, kept[each.fieldId])] as const)
      : []
  })
}

type Row = Awaited<ReturnType<typeof listDetailsByNumber>>[number]

async function toDetails(db: Reading, row: Row): Promise<CaseDetails> {
  const { caseId, isPublished } = row
  const form = await formOf(db, row)
  const written = JSON.parse(row.written) as readonly (string | null)[]
  const ofForm = form.attributes.map((each) => writtenOf(each, row.attributes[each.fieldId]))
  const filed = row.filed ? valuesFiled(form, row.filed) : []
  const names =
    filed.length === 0
      ? form.names
      : form.names.toSpliced(ofForm.length, 0, ...filed.map(([name]) => name))
  const values = [
    ...ofForm,
    ...filed.map(([, value]) => value),
    ...written.map((value) => value ?? ''),
  ]
  return { caseId, isPublished, names, values }
}

/** Every case that the reference means and the reader may know of, oldest first. */
export async function listCaseDetails(
  db: Reading,
  { caseId, externalId }: CaseReference,
): Promise<readonly CaseDetails[]> {
  if (caseId === undefined && externalId === undefined) return []
  const rows =
    caseId === undefined
      ? await listDetailsByReference(db, { externalId: externalId ?? '' })
      : await listDetailsByNumber(db, { caseId })
  return Promise.all(rows.map((row) => toDetails(db, row)))
}

/** A case that is there, with the form under which it was opened. */
export async function getDetailsAndForm(
  db: Reading,
  caseId: number,
): Promise<{ readonly details: CaseDetails; readonly form: Form }> {
  const [row] = await listDetailsByNumber(db, { caseId })
  if (!row) throw new Error('The case that was found is gone')
  return { details: await toDetails(db, row), form: await formOf(db, row) }
}
