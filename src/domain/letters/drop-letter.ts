import { caseReference } from '#domain/access/index.ts'
import { changedMeanwhile, versionSeen } from '#domain/seen/index.ts'
import { reply } from '#kernel/answer.ts'
import { longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { draftToChange, letterNumber, letterSettled, unknownLetter } from './draft.ts'
import { dropDraft } from './draft-queries.ts'

/** Notes that a drafted letter will not be sent, and why. */
export const dropLetter = operation({
  name: 'dropletter',
  summary: 'Drop a letter that is not needed',
  effect: 'write',
  permission: 'case.letter.write',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    letter: required(letterNumber, 'The letter'),
    version: versionSeen,
    reason: required(longText, 'Reason'),
  },
  errors: [unknownCase, unknownLetter, letterSettled, changedMeanwhile],
  returns: reply<{ caseId: number; letter: number }>('dropletterresponse', {
    caseId: 'caseid',
    letter: 'letter',
  }),
  examples: [{ CaseId: '1001', Letter: '63', Version: '1', Reason: 'Told on the telephone' }],

  async handle(task) {
    const { input, db, actor, now, subject, record } = task
    const { letter } = await draftToChange(task)
    const { caseId } = subject
    void dropDraft(db, { caseId, letter, reason: input.reason, author: actor.name, now })
    record(caseId, { letter })
    return { caseId, letter }
  },
})
