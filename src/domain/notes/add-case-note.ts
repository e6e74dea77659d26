import { caseReference, colleaguesOn } from '#domain/access/index.ts'
import { admitMisfits, optionsFor, type Options } from '#domain/options/index.ts'
import { organisationSettings } from '#domain/organisations/index.ts'
import { admitLatePaper } from '#domain/stages/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { flag, longText, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import type { Writing } from '#platform/statement.ts'
import { mentionedIn } from './mention.ts'
import { generalNote } from './note.ts'
import { insertMentions, insertNote } from './queries.ts'

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
    if (actor.kind === 'user') await tellMentioned(db, { ...subject, actor, now }, input.notes)
    await admitLatePaper(db, { subject, what: 'note', actor, now })
    return { caseId: subject.caseId }
  },
})

interface Writer {
  readonly caseId: number
  readonly actor: Actor
  readonly now: Date
}

/** Tells those whom a member of staff mentions, as far as they may see the case. */
async function tellMentioned(db: Writing, { caseId, actor, now }: Writer, text: string) {
  if (!text.includes('@')) return
  const colleagues = await colleaguesOn(db, caseId)
  const userIds = mentionedIn(text, colleagues)
    .map(({ userId }) => userId)
    .filter((userId) => userId !== actor.id)
  if (userIds.length > 0) void insertMentions(db, { caseId, userIds, author: actor.name, now })
}

function noteKind(options: Options, sent: string | undefined) {
  if (sent === undefined) return { name: generalNote, unfit: null }
  if (sent.trim().toLowerCase() === generalNote.toLowerCase())
    return { name: generalNote, unfit: null }
  const name = options.match('note type', sent)
  return name === undefined ? { name: generalNote, unfit: sent } : { name, unfit: null }
}
