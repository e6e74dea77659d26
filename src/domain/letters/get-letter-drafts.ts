import { readOfCase } from '#domain/access/index.ts'
import { operation } from '#kernel/operation.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { isUndelivered } from './draft.ts'
import { listDrafts, type Draft } from './draft-queries.ts'
import { mergeDraft } from './merge-draft.ts'
import { mergeValues } from './merge-values.ts'
import { proposedWay } from './recipient.ts'
import { findRecipient } from './recipient-queries.ts'
import { templatesForCase } from './templates-for-case.ts'

/** The letters of a case that wait, as they are and as they would be sent today, and those that do not. */
export const getLetterDrafts = operation({
  name: 'getletterdrafts',
  summary: 'Show the letters that a case has had drafted',
  ...readOfCase,
  isSensitive: true,
  permission: 'case.correspondence.view',
  examples: [{ CaseId: '1001' }],

  async handle({ db, actor, now, outside, subject: { caseId } }) {
    const [drafts, values, templates, recipient] = await Promise.all([
      listDrafts(db, { caseId }),
      mergeValues(db, { caseId, now }),
      templatesForCase(db, caseId),
      findRecipient(db, { caseId }),
    ])
    const today = writeLocalDate(now)
    const isMailed = outside.mail !== undefined
    const waiting = drafts.filter(({ sentAt, droppedAt }) => sentAt === null && droppedAt === null)
    const undelivered = drafts.filter(isUndelivered)
    const onItsWay = (draft: Draft) => ({
      ...draft,
      proposedWay: proposedWay(recipient, { channel: draft.channel, isMailed }),
    })
    return {
      caseId,
      letters: waiting.map((draft) => ({
        ...onItsWay(draft),
        isLate: draft.dueOn !== null && draft.dueOn < today,
        merged: mergeDraft(draft, values),
      })),
      /** Those whose mail may not have come, as they were sent. */
      undelivered: undelivered.map((draft) => ({
        ...onItsWay(draft),
        merged: { subject: draft.subject, body: draft.body, missing: [], gaps: [] },
      })),
      settled: drafts.filter((draft) => ![...waiting, ...undelivered].includes(draft)),
      /** Whom they go to, and the address where e-mail is sent. */
      recipient: { name: recipient?.name, email: isMailed ? recipient?.email : undefined },
      templates,
      mayWrite: actor.permissions.has('case.letter.write'),
    }
  },
})
