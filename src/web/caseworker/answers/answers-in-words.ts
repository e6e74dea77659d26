import type { getAnswers } from '#domain/clearance/index.ts'
import { capital } from '#web/caseworker/complaint/choices-of.ts'
import type { Standing, Way } from '#web/caseworker/complaint/shown-complaint.ts'
import type { Known } from '#web/forms/case-form.ts'
import { dateAndTime } from '#web/layout/times.ts'
import { answerAddress } from './addresses.ts'
import type { ShownAnswer } from './shown-answers.ts'

export type Answers = Awaited<ReturnType<(typeof getAnswers)['handle']>>
export type Answer = Answers['answers'][number]
type Clearance = Answer['clearances'][number]
type Step = Clearance['steps'][number]

/** Gives an answer as the page shows it. */
export function shownAnswer(answer: Answer, { caseId, mayDraft, chains }: Answers): ShownAnswer {
  const [newest, ...earlier] = answer.versions
  return {
    number: answer.answer,
    title: answer.title,
    standing: { text: capital(answer.standing), colour: colours[answer.standing] },
    text: newest?.body ?? '',
    known: [
      ...(newest ? [{ what: 'Written', text: writtenBy(newest) }] : []),
      ...droppedBecause(answer),
      ...waitingFor(answer),
      ...answer.clearances.toReversed().map(clearanceInWords),
    ],
    earlier: earlier.map((each) => ({ heading: writtenBy(each), text: each.body })),
    ways: [
      ...waysToClear(answer, caseId),
      ...(mayDraft ? waysToDraft(answer, { caseId, hasChains: chains.length > 0 }) : []),
    ],
  }
}

const colours: Readonly<Record<Answer['standing'], Standing['colour']>> = {
  draft: 'grey',
  'being cleared': 'blue',
  returned: 'orange',
  cleared: 'green',
  'changed since it was cleared': 'yellow',
  'cleared before the case was reopened': 'grey',
  dropped: 'grey',
}

const writtenBy = ({ version, writtenAt, author }: Answer['versions'][number]): string =>
  `Version ${version}, ${dateAndTime(writtenAt)} by ${author}`

const droppedBecause = ({ droppedReason, droppedBy }: Answer): readonly Known[] =>
  droppedReason === null
    ? []
    : [{ what: 'Dropped', text: `${droppedReason}\n${droppedBy ?? ''}`.trimEnd() }]

const waitingFor = ({ openStep }: Answer): readonly Known[] => {
  if (!openStep) return []
  const { name, team, isOwnDraft, onBehalfOf } = openStep
  const further = isOwnDraft
    ? ['You wrote it, or stand in for somebody who did: somebody else must clear it.']
    : onBehalfOf === undefined
      ? []
      : [`You can clear it, standing in for ${onBehalfOf}.`]
  return [{ what: 'Waits for', text: [`${name} (${team})`, ...further].join('\n') }]
}

const clearanceInWords = (clearance: Clearance): Known => ({
  what: `Clearance of version ${clearance.version}`,
  text: [
    `${clearance.chainName}, asked for ${dateAndTime(clearance.startedAt)} by ${clearance.startedBy}`,
    ...clearance.steps.map((step) => stepInWords(step, clearance)),
    ...(clearance.reason === null
      ? []
      : [`Withdrawn by ${clearance.endedBy ?? ''}: ${clearance.reason}`]),
  ].join('\n'),
})

const stepInWords = (step: Step, { endedBy }: Clearance): string => {
  const { name, state, takenBy, takenAt, onBehalfOf, remarks } = step
  if (takenBy === null || takenAt === null)
    return `${name}: ${endedBy === null ? (state === 'open' ? 'now' : 'waiting') : 'not taken'}`
  const absent = onBehalfOf === null ? '' : ` for ${onBehalfOf}`
  const said = remarks === null ? '' : `: ${remarks}`
  return `${name}: ${state} ${dateAndTime(takenAt)} by ${takenBy}${absent}${said}`
}

const waysToClear = ({ answer, openStep }: Answer, caseId: number): readonly Way[] =>
  openStep?.mayTake
    ? [
        { text: 'Clear', href: answerAddress(caseId, `${answer}/clear`) },
        { text: 'Return', href: answerAddress(caseId, `${answer}/return`) },
      ]
    : []

const waysToDraft = (
  { answer, standing, mayWithdraw }: Answer,
  { caseId, hasChains }: { readonly caseId: number; readonly hasChains: boolean },
): readonly Way[] => {
  const way = (text: string, what: string): Way => ({
    text,
    href: answerAddress(caseId, `${answer}/${what}`),
  })
  if (standing === 'dropped') return []
  if (standing === 'being cleared')
    return mayWithdraw ? [way('Withdraw from clearance', 'withdraw')] : []
  const needsClearance = hasChains && standing !== 'cleared'
  return [
    ...(needsClearance ? [way('Have it cleared', 'clearance')] : []),
    way('Change', 'amend'),
    way('Drop', 'drop'),
  ]
}
