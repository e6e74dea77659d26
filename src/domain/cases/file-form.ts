import type { ActionForm } from '#domain/case-types/index.ts'
import type { NewDocument } from '#domain/documents/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { RawParameters } from '#kernel/parameters.ts'
import type { Writing } from '#platform/statement.ts'
import { insertAction } from './arrival-queries.ts'
import { admitForm, configurationOf, intakeOf } from './configuration.ts'

/** A form that is to be filed on a case, which the caller has locked. */
export interface Filing {
  readonly caseId: number
  readonly form: ActionForm
  readonly raw: RawParameters
  readonly documents: readonly NewDocument[]
  /** The open task that the form completes. */
  readonly taskId?: number
  readonly actor: Actor
  readonly now: Date
}

/**
 * Files a form on a case; what does not fit its fields goes to the intake notes (contract 6.0.4). Gives the
 * numbers of the documents that came with it.
 */
export async function fileForm(
  db: Writing,
  { form, raw, actor, ...filing }: Filing,
): Promise<{ readonly documentIds: readonly number[] }> {
  const configuration = await configurationOf(db, actor)
  const { values, misfits } = admitForm(form, configuration, { raw })
  const [filed] = await insertAction(db, {
    ...filing,
    ...intakeOf(misfits),
    submittedBy: actor.name,
    taskId: filing.taskId ?? null,
    form: form.synonym,
    title: form.label,
    attributes: values,
  })
  if (!filed) throw new Error('The form was not filed')
  return { documentIds: filed.documentIds }
}
