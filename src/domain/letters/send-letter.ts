import { caseReference } from '#domain/access/index.ts'
import { recordForLetter } from '#domain/clock-events/index.ts'
import { queueLetter } from '#domain/reminders/index.ts'
import { changedMeanwhile, versionSeen } from '#domain/seen/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { flag } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { invalidInput, notPermitted, Refusal, unknownCase } from '#kernel/refusal.ts'
import type { Writing } from '#platform/statement.ts'
import { draftToSend, letterNumber, letterSettled, unknownLetter } from './draft.ts'
import type { Draft } from './draft-queries.ts'
import { mergeDraft, type MergedLetter } from './merge-draft.ts'
import { mergeValues } from './merge-values.ts'
import { addressFor, wayOfSending, type WayOfSending } from './recipient.ts'
import { findRecipient } from './recipient-queries.ts'
import { sendDraft, sendDraftAnew } from './sending-queries.ts'
import { letterTemplates } from './template-queries.ts'

/** Sends a drafted letter with everything merged in as it is today, or one anew whose mail may not have come. */
export const sendLetter = operation({
  name: 'sendletter',
  summary: 'Send a letter by post or e-mail',
  effect: 'write',
  permission: 'case.letter.write',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    letter: required(letterNumber, 'The letter'),
    version: versionSeen,
    how: required(wayOfSending, 'How it is sent'),
    selfServiceAccess: optional(flag, 'The customer can see this letter'),
  },
  errors: [unknownCase, unknownLetter, letterSettled, changedMeanwhile],
  returns: reply<SentLetter>('sendletterresponse', {
    caseId: 'caseid',
    correspondence: 'correspondence',
    how: 'how',
    sentTo: 'sentto',
  }),
  examples: [{ CaseId: '1001', Letter: '62', Version: '1', How: 'post' }],

  async handle(task) {
    const { input, db, outside, now, subject, record } = task
    const draft = await draftToSend(task)
    const { caseId } = subject
    const recipient = await findRecipient(db, { caseId })
    const { how, selfServiceAccess: isSelfService = false } = input
    const going = { how, sentTo: addressFor(how, recipient, outside.mail), isSelfService }
    const { letter } = draft
    const correspondenceId = await (draft.sentAt === null ? sendNow : sendAnew)(task, draft, going)
    if (how === 'email' && going.sentTo !== null)
      await queueLetter(db, { correspondenceId, address: going.sentTo, now })
    const correspondence = `C${correspondenceId}`
    record(caseId, { letter, correspondence, how })
    const told = [recipient?.name, going.sentTo].filter(Boolean)
    return { caseId, correspondence, how, sentTo: told.join(', ') }
  },
})

/** What was sent: its correspondence, how it went out, and to whom at which address, as far as that is known. */
export type SentLetter = {
  readonly caseId: number
  readonly correspondence: string
  readonly how: WayOfSending
  readonly sentTo: string
}

interface Going {
  readonly how: WayOfSending
  readonly sentTo: string | null
  readonly isSelfService: boolean
}

async function sendNow(task: Sending, draft: Draft, going: Going): Promise<number> {
  const { db, actor, now, subject } = task
  const { caseId } = subject
  await recordWhatItSays(task, draft)
  const merged = mergeDraft(draft, await mergeValues(db, { caseId, now }))
  refuseGaps(merged)
  const { letter } = draft
  const text = { subject: merged.subject, body: merged.body }
  const [sent] = await sendDraft(db, { caseId, letter, ...text, ...going, author: actor.name, now })
  if (!sent) throw new Error('The letter was not sent')
  return sent.correspondenceId
}

// word for word as it was: what the case has come to since is for another letter
async function sendAnew(task: Sending, draft: Draft, { how, sentTo }: Going): Promise<number> {
  const { db, actor, now, subject } = task
  const { letter, correspondenceId } = draft
  const doing = { caseId: subject.caseId, letter, author: actor.name, now }
  const [sent] = await sendDraftAnew(db, { ...doing, how, sentTo })
  if (!sent || correspondenceId === null) throw new Error('The letter was not sent anew')
  return correspondenceId
}

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
