import { getPerson, unknownPerson } from '#domain/customers/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { callParameters, caseTypeName } from './call.ts'
import { unknownDraft } from './errors.ts'
import { saveDraft } from './queries.ts'

const notTyped = new Set(['person', 'draft', 'casetype', 'csrftoken', 'requestdate'])

/** Keeps what has been filled in of a call, to go on with later; only whoever keeps a draft sees it. */
export const saveCallDraft = operation({
  name: 'savecalldraft',
  summary: 'Keep a call as a draft',
  effect: 'write',
  isWebOnly: true,
  permission: 'case.create',
  parameters: { ...callParameters, caseType: optional(caseTypeName, 'What the call is about') },
  errors: [unknownPerson, unknownDraft],
  returns: reply<{ draft: string }>('savecalldraftresponse', { draft: 'draft' }),
  examples: [{ CaseType: 'Complaint', Person: '3001', Details: 'The lift' }],

  async handle({
    input: { person, draft, caseType = null, sent },
    db,
    actor,
    now,
    refuse,
    record,
  }) {
    if (person !== undefined) await getPerson(db, person)
    const [saved] = await saveDraft(db, {
      userId: actor.id,
      draftId: draft ?? null,
      customerId: person ?? null,
      caseType,
      typed: Object.fromEntries(
        [...sent.values()]
          .filter(({ name, value }) => !notTyped.has(name.toLowerCase()) && value !== '')
          .map(({ name, value }) => [name, value]),
      ),
      now,
    })
    if (!saved) throw refuse(unknownDraft)
    record(undefined, { draft: saved.draftId })
    return { draft: String(saved.draftId) }
  },
})
