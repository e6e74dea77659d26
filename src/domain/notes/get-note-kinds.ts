import { colleaguesOn, readOfCase } from '#domain/access/index.ts'
import { configuredOptions } from '#domain/options/index.ts'
import { operation } from '#kernel/operation.ts'
import { mentionOf } from './mention.ts'
import { generalNote } from './note.ts'

/** The kinds of note that may be put on a case, the general one first, and who may be mentioned in it. */
export const getNoteKinds = operation({
  name: 'getnotekinds',
  summary: 'Show the kinds of note',
  ...readOfCase,
  permission: 'case.note.add',
  examples: [{ CaseId: '1001' }],

  async handle({ db, actor, subject }) {
    const { all } = await configuredOptions(db)
    const configured = all.filter(({ list }) => list === 'note type').map(({ value }) => value)
    const further = configured.filter((value) => value !== generalNote)
    const colleagues = await colleaguesOn(db, subject.caseId)
    return {
      caseId: subject.caseId,
      kinds: [generalNote, ...further],
      mentions: colleagues
        .filter(({ userId }) => actor.kind !== 'user' || userId !== actor.id)
        .map((each) => mentionOf(each, colleagues)),
    }
  },
})
