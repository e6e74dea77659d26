import { caseReference } from '#domain/access/index.ts'
import { changedMeanwhile, versionSeen } from '#domain/seen/index.ts'
import { reply } from '#kernel/answer.ts'
import { longText, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { invalidInput, Refusal, unknownCase } from '#kernel/refusal.ts'
import { draftToChange, letterNumber, letterSettled, unknownLetter } from './draft.ts'
import { updateDraft } from './draft-queries.ts'
import { unknownFields } from './template.ts'

/** Changes what a letter says before it is sent. */
export const amendLetterDraft = operation({
  name: 'amendletterdraft',
  summary: 'Amend a letter before it is sent',
  effect: 'write',
  permission: 'case.letter.write',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    letter: required(letterNumber, 'The letter'),
    version: versionSeen,
    subject: optional(shortText, 'Subject'),
    body: required(longText, 'Text'),
  },
  errors: [unknownCase, unknownLetter, letterSettled, changedMeanwhile],
  returns: reply<{ caseId: number; letter: number }>('amendletterdraftresponse', {
    caseId: 'caseid',
    letter: 'letter',
  }),
  examples: [{ CaseId: '1001', Letter: '61', Version: '1', Body: 'Dear {{customer.name}}' }],

  async handle(task) {
    const { input, db, actor, now, subject, record } = task
    const { letter } = await draftToChange(task)
    const { caseId } = subject
    for (const [parameter, sent = ''] of [
      ['Subject', input.subject],
      ['Body', input.body],
    ] as const) {
      const flaws = unknownFields(sent).map((message) => ({
        parameter,
        kind: 'invalid' as const,
        message,
      }))
      if (flaws.length > 0) throw new Refusal(invalidInput, flaws)
    }
    const { subject: line = null, body } = input
    void updateDraft(db, { caseId, letter, subject: line, body, author: actor.name, now })
    record(caseId, { letter })
    return { caseId, letter }
  },
})
