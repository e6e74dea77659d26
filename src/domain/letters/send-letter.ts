import { caseReference } from '#domain/access/index.ts'
import { recordForLetter } from '#domain/clock-events/index.ts'
import { changedMeanwhile, versionSeen } from '#domain/remedies/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { flag } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { invalidInput, notPermitted, Refusal, unknownCase } from '#kernel/refusal.ts'
import type { Writing } from '#platform/statement.ts'
import { draftToChange, letterNumber, letterSettled, unknownLetter } from './draft.ts'
import { sendDraft, type Draft } from './draft-queries.ts'
import { mergeDraft, type MergedLetter } from './merge-draft.ts'
import { mergeValues } from './merge-values.ts'
import { letterTemplates } from './template-queries.ts'

/** Makes a drafted letter correspondence of its case, with everything merged in as it is today. */
export const sendLetter = operation({
  name: 'sendletter',
  summary: 'Send a letter that has been drafted',
  effect: 'write',
  permission: 'case.letter.write',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    letter: required(letterNumber, 'The letter'),
    version: versionSeen,
    selfServiceAccess: optional(flag, 'The customer can see this letter'),
  },
  errors: [unknownCase, unknownLetter, letterSettled, changedMeanwhile],
  returns: reply<{ caseId: number; correspondence: string }>('sendletterresponse', {
    caseId: 'caseid',
    correspondence: 'correspondence',
  }),
  examples: [{ CaseId: '1001', Letter: '62', Version: '1' }],

  async handle(task) {
    const { input, db, actor, now, subject, record } = task
    const draft = await draftToChange(task)
    const { caseId } = subject
    await recordWhatItSays(task, draft)
    const merged = mergeDraft(draft, await mergeValues(db, { caseId, now }))
    refuseGaps(merged)
    const [sent] = await sendDraft(db, {
      caseId,
      letter: draft.letter,
      subject: merged.subject,
      body: merged.body,
      isSelfService: input.selfServiceAccess ?? false,
      author: actor.name,
      now,
    })
    if (!sent) throw new Error('The letter was not sent')
    const correspondence = `C${sent.correspondenceId}`
    record(caseId, { letter: draft.letter, correspondence })
    return { caseId, correspondence }
  },
})

function refuseGaps({ gaps }: MergedLetter): void {
  const messages = [...new Set(gaps.map(({ message }) => message))]
  if (messages.length === 0) return
  throw new Refusal(
    invalidInput,
    messages.map((message) => ({ parameter: 'Letter', kind: 'invalid', message })),
  )
}

interface Sending {
  readonly db: Writing
  readonly actor: Actor
  readonly now: Date
  readonly subject: { readonly caseId: number }
}

/** Records what the letter's template says its sending brings about; what a rule forbids refuses the letter. */
async function recordWhatItSays(
  { db, actor, now, subject: { caseId } }: Sending,
  { template, track, stage }: Draft,
): Promise<void> {
  const event = (await letterTemplates(db)).find(({ code }) => code === template)?.records
  if (!event) return
  if (!actor.permissions.has('case.clock.record'))
    throw new Refusal(notPermitted, [
      {
        parameter: 'Letter',
        kind: 'invalid',
        message:
          'Sending this letter records an event on the clock of the case, and you do not have permission to record events: ask somebody who has to send it',
      },
    ])
  const of = track && stage ? { track, stage } : undefined
  await recordForLetter(db, { caseId, event, of, author: actor.name, now }).catch(
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      throw new Refusal(
        error.kind,
        error.flaws.map((flaw) => ({ ...flaw, parameter: 'Letter' })),
      )
    },
  )
}
