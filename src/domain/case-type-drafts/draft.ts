import { parseCaseType } from '#domain/case-types/index.ts'
import { differences } from '#domain/packs/index.ts'
import { changedMeanwhile, conflict } from '#domain/seen/index.ts'
import { reply } from '#kernel/answer.ts'
import { integer } from '#kernel/kinds.ts'
import { required } from '#kernel/parameters.ts'
import { invalidInput, Refusal, type Flaw } from '#kernel/refusal.ts'
import type { Writing } from '#platform/statement.ts'
import { copyOf, type Members } from './definition.ts'
import { unknownTypeDraft } from './errors.ts'
import { lockDraft, updateDraft } from './queries.ts'

/** The parameter that says which draft is meant. */
export const draftNamed = required(integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), 'The draft')

/** How an operation that changes a draft is answered. */
export const changedDraft = reply<{ draft: number }>('casetypedraftresponse', { draft: 'draft' })

type Draft = NonNullable<Awaited<ReturnType<typeof lockDraft>>>
interface Sought {
  readonly db: Writing
  readonly input: { readonly typeDraft: number; readonly version?: number }
}

/** The draft that is meant, held; refuses where there is none, or another has changed it since it was seen. */
export async function draftToChange({ db, input }: Sought): Promise<Draft> {
  const found = await lockDraft(db, { draft: input.typeDraft })
  if (!found) throw new Refusal(unknownTypeDraft)
  if (input.version !== undefined && found.version !== input.version)
    throw new Refusal(changedMeanwhile, conflict)
  return found
}

/** What a change of a draft needs of its operation. */
export interface Changing extends Sought {
  readonly actor: { readonly name: string }
  readonly now: Date
  readonly record: (caseId: undefined, particulars: Readonly<Record<string, unknown>>) => void
}

/** Changes a draft: `change` writes to a copy of its definition. Refuses what could not be read again. */
export async function changeDraft(
  task: Changing,
  change: (definition: Members) => void,
): Promise<{ readonly draft: number }> {
  const { name, draft, definition: before } = await draftToChange(task)
  const definition = copyOf(before)
  change(definition)
  const parsed = parseCaseType(definition)
  if ('faults' in parsed) throw new Refusal(invalidInput, parsed.faults.map(asFlaw))
  const changed = differences(before, definition)
  task.record(undefined, { draft, caseType: name, changed })
  if (changed.length > 0)
    void updateDraft(task.db, { draft, definition, author: task.actor.name, now: task.now })
  return { draft }
}

const asFlaw = (message: string): Flaw => ({ parameter: '', kind: 'invalid', message })
