import { ownerInWords } from '#web/caseworker/complaint/choices-of.ts'
import { dateAndTime, dateInWords } from '#web/layout/times.ts'
import { letterAddress, moveAddress, taskAddress } from './addresses.ts'
import { shownNeeds } from './needs-met.ts'
import type { Letters, Progress, Tasks } from './show-progress.ts'
import type { ShownLetter, ShownStage, ShownTask, ShownTrack } from './shown-progress.ts'

type Track = Progress['tracks'][number]

/** A track as the page shows it. */
export const shownTrack = (track: Track, progress: Progress): ShownTrack => {
  const { isClosed, mayMove } = progress
  const may = mayMove && !isClosed
  return {
    name: track.name,
    stages: track.isBegun ? track.stages.map(shownStage) : [],
    outcomes: track.outcomes.map(({ label, leadsTo, needs }) => ({
      label,
      leadsTo,
      lacking: shownNeeds(needs, progress),
    })),
    ...(may ? waysOf(track, progress) : noWay),
  }
}

type Ways = Pick<ShownTrack, 'moveAddress' | 'beginAddress' | 'lackingToBegin'>
const noWay: Ways = { moveAddress: undefined, beginAddress: undefined, lackingToBegin: [] }

const waysOf = ({ code, isBegun, current, needsToBegin }: Track, progress: Progress): Ways => {
  const { caseId } = progress
  const canBegin = !isBegun && needsToBegin.length === 0
  return {
    moveAddress: current && moveAddress(caseId, `move/${code}`),
    beginAddress: canBegin ? moveAddress(caseId, `begin/${code}`) : undefined,
    lackingToBegin: shownNeeds(needsToBegin, progress),
  }
}

const standings = {
  done: { text: 'Done', colour: 'green' },
  current: { text: 'Now', colour: 'blue' },
  'to come': { text: 'Not begun', colour: 'grey' },
} as const

const shownStage = (stage: Track['stages'][number]): ShownStage => ({
  name: stage.name,
  standing: standings[stage.standing],
  told: toldOf(stage),
  details: stage.outcomeDetails ?? undefined,
})

const toldOf = ({ standing, dueOn, endedAt, ...stage }: Track['stages'][number]): string => {
  if (standing === 'to come') return ''
  if (standing === 'current') return dueOn === null ? 'No date' : `Due ${dateInWords(dueOn)}`
  const ended = endedAt ? ` on ${dateAndTime(endedAt)}` : ''
  const by = stage.outcomeBy === null ? '' : ` by ${stage.outcomeBy}`
  return `${stage.outcome ?? 'Ended'}${ended}${by}${timeliness(stage.isInTarget)}`
}

const timeliness = (isInTarget: boolean | null): string => {
  if (isInTarget === null) return ''
  return isInTarget ? ', in time' : ', late'
}

type Task = Tasks['tasks'][number]

/** A task as the page shows it. */
export const shownTask = (task: Task, { caseId, mayUpdate }: Tasks): ShownTask => {
  const { taskNumber, title, dueOn, isLate, completedAt } = task
  const isOpen = completedAt === null
  const way = (what: string) => taskAddress(caseId, `${taskNumber}/${what}`)
  return {
    title,
    due: dueOn === null ? 'No date' : dateInWords(dueOn),
    isLate,
    owner: ownerInWords(task),
    outcome: isOpen ? undefined : outcomeOf(task),
    ways:
      mayUpdate && isOpen
        ? [
            { text: 'Settle', href: way('settle') },
            { text: 'Give to somebody', href: way('give') },
          ]
        : [],
    undoAddress: mayUpdate && !isOpen ? way('undo') : undefined,
  }
}

const outcomeOf = ({ outcome, completedAt, completedBy }: Task): string => {
  const what = outcome === 'not needed' ? 'Not needed' : 'Done'
  const when = completedAt === null ? '' : `, ${dateAndTime(completedAt)}`
  return `${what}${when}${completedBy === null ? '' : ` by ${completedBy}`}`
}

/** The letters of a case as the page shows them: those that wait, those whose mail may not have come, the rest. */
export const shownLetters = ({
  caseId,
  letters,
  undelivered,
  settled,
  mayWrite,
}: Letters): ShownLetter[] => {
  const waysTo = (letter: number, ...ways: readonly (readonly [text: string, what: string])[]) =>
    mayWrite
      ? ways.map(([text, what]) => ({ text, href: letterAddress(caseId, `${letter}/${what}`) }))
      : []
  return [
    ...letters.map((draft) => ({
      ...shownLetter(draft),
      isLate: draft.isLate,
      ways: waysTo(draft.letter, ['Send', 'send'], ['Amend', 'amend'], ['Drop', 'drop']),
    })),
    ...undelivered.map((draft) => ({
      ...shownLetter(draft),
      outcome: `${whatBecameOfMail(draft)}. ${becameOf(draft)}`,
      ways: waysTo(draft.letter, ['Send again', 'send']),
    })),
    ...settled.map((draft) => ({ ...shownLetter(draft), outcome: becameOf(draft) })),
  ]
}

const shownLetter = ({ name, dueOn }: Letter): ShownLetter => ({
  name,
  due: dueOn === null ? 'No date' : dateInWords(dueOn),
  isLate: false,
  outcome: undefined,
  ways: [],
})

type Letter = Letters['settled'][number]

const becameOf = (letter: Letter): string => {
  const { sentAt, droppedAt, droppedReason, changedBy } = letter
  const by = changedBy === null ? '' : ` by ${changedBy}`
  if (sentAt !== null)
    return `Sent${wayOf(letter)}, ${dateAndTime(sentAt)}${by}${handedOver(letter)}`
  const when = droppedAt === null ? '' : `, ${dateAndTime(droppedAt)}`
  return `Dropped${when}${by}: ${droppedReason ?? ''}`
}

const wayOf = ({ sentHow, sentTo }: Letter): string => {
  if (sentHow === null) return ''
  return `${sentHow === 'email' ? ' by e-mail' : ' by post'}${sentTo === null ? '' : ` to ${sentTo}`}`
}

const handedOver = ({ mailState, handedOverAt }: Letter): string => {
  if (mailState === 'queued' || mailState === 'attempted')
    return '. The e-mail waits to be handed over'
  return mailState === 'sent' && handedOverAt !== null
    ? `. The e-mail was handed over, ${dateAndTime(handedOverAt)}`
    : ''
}

/** What became of a mail that may not have come, in words. */
export const whatBecameOfMail = ({ mailState, mailFailure, sentTo }: Letter): string => {
  const because = mailFailure === null ? '' : `: ${mailFailure}`
  return mailState === 'uncertain'
    ? `It is not known whether the e-mail to ${sentTo} arrived${because}`
    : `It could not be e-mailed to ${sentTo}${because}`
}
