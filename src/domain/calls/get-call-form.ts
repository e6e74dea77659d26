import { configuredCaseTypes, findCaseType } from '#domain/case-types/index.ts'
import { listAlerts, presentPerson, unknownPerson } from '#domain/customers/index.ts'
import { detailFields } from '#domain/details/index.ts'
import { configuredOptions, type Options } from '#domain/options/index.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Reading } from '#platform/statement.ts'
import { callParameters, caseTypeName } from './call.ts'
import { unknownDraft } from './errors.ts'
import { listCallFiles } from './file-queries.ts'
import { findDraft, listDrafts, listOpenCases } from './queries.ts'

/** What recording a call needs to show: who calls with alerts and open cases, the form of the case type, own drafts with what is attached. */
export const getCallForm = operation({
  name: 'getcallform',
  summary: 'Show the form for recording a call',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case.create',
  parameters: {
    person: callParameters.person,
    draft: callParameters.draft,
    caseType: optional(caseTypeName, 'Case type'),
  },
  errors: [unknownPerson, unknownDraft],
  returns: 'content',
  examples: [{ Person: '3001', CaseType: 'Complaint' }, {}],

  async handle({ input, db, actor }) {
    const draft = await draftSought(db, actor.id, input.draft)
    const customerId = input.person ?? draft?.customerId
    const maySeePeople = actor.permissions.has('customer.view')
    return {
      draft,
      files: draft ? await listCallFiles(db, { userId: actor.id, draftId: draft.draftId }) : [],
      drafts: await listDrafts(db, { userId: actor.id }),
      person: maySeePeople && customerId ? await callerOf(db, customerId) : undefined,
      ...(await formOf(db, input.caseType ?? draft?.caseType)),
      maySeePeople,
    }
  },
})

async function draftSought(db: Reading, userId: number, draftId: number | undefined) {
  if (draftId === undefined) return undefined
  const draft = await findDraft(db, { userId, draftId })
  if (!draft) throw new Refusal(unknownDraft)
  return draft
}

async function formOf(db: Reading, sought: string | null | undefined) {
  const [types, options] = await Promise.all([configuredCaseTypes(db), configuredOptions(db)])
  const chosen = findCaseType(types, sought ?? '')
  return {
    caseTypes: types.map(({ name, label }) => ({ name, label })),
    caseType: chosen && { name: chosen.name, label: chosen.label },
    fields: chosen ? detailFields(chosen, {}, options) : [],
    methods: valuesOf(options, 'request method'),
  }
}

async function callerOf(db: Reading, sought: number) {
  const person = await presentPerson(db, sought)
  const { customerId } = person
  const [alerts, openCases] = await Promise.all([
    listAlerts(db, { customerId }),
    listOpenCases(db, { customerId }),
  ])
  return { ...person, alerts, openCases }
}

const valuesOf = ({ all }: Options, wanted: string): readonly string[] =>
  all.filter(({ list }) => list === wanted).map(({ value }) => value)
