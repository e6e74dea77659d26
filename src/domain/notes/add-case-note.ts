import { caseReference } from '#domain/access/index.ts'
import { admitMisfits, optionsFor, type Options } from '#domain/options/index.ts'
import { organisationSettings } from '#domain/organisations/index.ts'
import { admitLatePaper } from '#domain/stages/index.ts'
import { reply } from '#kernel/answer.ts'
import { flag, longText, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { generalNote } from './note.ts'
import { insertNote } from './queries.ts'

/** Adds a comment to a case (contract 6.2); the customer sees it only where that is said. */
export const addCaseNote = operation({
  name: 'addcasenotes',
  summary: 'Add a note to a case',
  effect: 'write',
  permission: 'case.note.add',
  subject: 'case',
  parameters: {
    notes: required(longText, 'The note'),
    case: caseReference,
    type: optional(shortText, 'Kind of note'),
    selfServiceAccess: optional(flag, 'The customer can see this note'),
  },
  errors: [unknownCase],
  returns: reply<{ caseId: number }>('addcasenotesresponse', { caseId: 'caseid' }),
  examples: [
    { CaseId: '1001', Notes: 'Rang the customer', Type: 'Telephone', SelfServiceAccess: 'true' },
  ],

  async handle({ input, db, actor, now, subject }) {
    const options = await optionsFor(db, actor)
    const kind = noteKind(options, input.type)
    const misfits =
      kind.unfit === null
        ? []
        : [{ parameter: 'Type', text: kind.unfit, list: 'note type' as const }]
    const { isStrict } = await organisationSettings(db)
    admitMisfits(misfits, { isStrict, options })
    void insertNote(db, {
      caseId: subject.caseId,
      kind: kind.name,
      body: input.notes,
      isVisibleToCustomer: input.selfServiceAccess ?? false,
      author: actor.name,
      unfitKind: kind.unfit,
      now,
    })
    await admitLatePaper(db, { subject, what: 'note', actor, now })
    return { caseId: subject.caseId }
  },
})

function noteKind(options: Options, sent: string | undefined) {
  if (sent === undefined) return { name: generalNote, unfit: null }
  if (sent.trim().toLowerCase() === generalNote.toLowerCase())
    return { name: generalNote, unfit: null }
  const name = options.match('note type', sent)
  return name === undefined ? { name: generalNote, unfit: sent } : { name, unfit: null }
}
