import type { Known } from '#web/forms/case-form.ts'
import { pounds } from '#web/layout/pounds.ts'
import { dateAndTime, dateInWords } from '#web/layout/times.ts'
import { pointAddress, remedyAddress } from './addresses.ts'
import { capital, ownerInWords, type Complaint, type Point, type Remedy } from './choices-of.ts'
import type { ShownEntry, ShownPoint, ShownRemedy, Standing } from './shown-complaint.ts'

const known = (what: string, text: string | null | undefined): readonly Known[] =>
  text ? [{ what, text }] : []

/** Gives a point as the page shows it, with what earlier stages found. */
export const shownPoint = (point: Point, complaint: Complaint): ShownPoint => ({
  number: point.point,
  standing: pointStanding(point, complaint.stage),
  known: [
    ...known('What it is about', point.description),
    ...known('Service', point.service),
    ...known('Added', pointAdded(point)),
    ...known('Evidence', point.evidence),
    ...answersTo(point, complaint),
  ],
  ways: complaint.mayChangePoints ? waysFor(point, complaint.caseId) : [],
})

const pointAdded = ({ addedBy, addedAt, stage }: Point): string =>
  `${dateAndTime(addedAt)} by ${addedBy}${stage === null ? '' : `, in stage ${stage}`}`

const answersTo = ({ point }: Point, { answers }: Complaint): readonly Known[] =>
  answers
    .filter((answer) => answer.point === point)
    .map(({ stage, finding, reasons, answeredAt, answeredBy }) => ({
      what: stage === null ? 'Answer' : `Answer in stage ${stage}`,
      text: `${capital(finding)}\n${reasons}\n${dateAndTime(answeredAt)} by ${answeredBy}`,
    }))

const pointStanding = (point: Point, stage: number | null): Standing => {
  if (point.isExcluded) return { text: 'Not taken on', colour: 'grey' }
  if (point.finding === null) return { text: 'Not answered', colour: 'yellow' }
  if (!point.isAnswered) return { text: `Not answered in stage ${stage}`, colour: 'yellow' }
  return { text: capital(point.finding), colour: point.finding === 'withdrawn' ? 'grey' : 'green' }
}

const waysFor = ({ point, isAnswered }: Point, caseId: number): ShownPoint['ways'] => [
  { text: isAnswered ? 'Change answer' : 'Answer', href: pointAddress(caseId, `${point}/answer`) },
  { text: 'Amend', href: pointAddress(caseId, `${point}/amend`) },
  { text: 'Withdraw', href: pointAddress(caseId, `${point}/withdraw`) },
]

/** Gives a remedy as the page shows it. */
export const shownRemedy = (remedy: Remedy, { caseId, mayUpdate }: Complaint): ShownRemedy => {
  const isOpen = remedy.state === 'open'
  const address = (what: string) => remedyAddress(caseId, `${remedy.remedy}/${what}`)
  return {
    number: remedy.remedy,
    what: capital(remedy.what) + (remedy.point === null ? '' : `, for point ${remedy.point}`),
    description: remedy.description,
    due: dateInWords(remedy.dueOn),
    isLate: remedy.isLate,
    owner: ownerInWords(remedy),
    cost: costOf(remedy),
    standing: remedyStandings.get(remedy.state) ?? { text: remedy.state, colour: 'grey' },
    outcome: outcomeOf(remedy),
    ways:
      mayUpdate && isOpen
        ? [
            { text: 'Done', href: address('done') },
            { text: 'Amend', href: address('amend') },
            { text: 'Not needed', href: address('drop') },
          ]
        : [],
    reopenAddress: mayUpdate && !isOpen ? address('reopen') : undefined,
  }
}

const remedyStandings: ReadonlyMap<string, Standing> = new Map([
  ['open', { text: 'Open', colour: 'blue' }],
  ['done', { text: 'Done', colour: 'green' }],
  ['not needed', { text: 'Not needed', colour: 'grey' }],
])

/** What it cost; while it is open, what it is expected to cost. */
export const costOf = ({
  state,
  expectedCost,
  actualCost,
}: Pick<Remedy, 'state' | 'expectedCost' | 'actualCost'>): string | undefined => {
  if (state === 'done') return actualCost === null ? undefined : pounds(actualCost)
  return expectedCost === null ? undefined : `${pounds(expectedCost)} expected`
}

const outcomeOf = ({ doneOn, evidence, reason, settledBy }: Remedy): string | undefined => {
  if (doneOn !== null) return `${dateInWords(doneOn)}, noted by ${settledBy}\n${evidence ?? ''}`
  return reason === null ? undefined : `${reason}\nNoted by ${settledBy}`
}

/** Gives a lesson as the page shows it. */
export const shownLesson = (lesson: Complaint['lessons'][number], at: number): ShownEntry => ({
  heading: `Lesson ${at + 1}`,
  standing: lesson.isPublished ? { text: 'May be published', colour: 'green' } : undefined,
  known: [
    ...known('What was learnt', lesson.learnt),
    ...known('What has changed', lesson.changeMade),
    ...known('Who sees to it', ownerInWords(lesson)),
    ...known('Recorded', `${dateAndTime(lesson.recordedAt)} by ${lesson.recordedBy}`),
  ],
})

/** Gives as the page shows it why a complaint, or a point of it, was not taken on. */
export const shownExclusion = ({
  point,
  reason,
  ...told
}: Complaint['exclusions'][number]): ShownEntry => ({
  heading: point === null ? `The complaint: ${reason}` : `Point ${point}: ${reason}`,
  standing: told.isOmbudsmanGiven
    ? { text: 'Ombudsman’s details given', colour: 'green' }
    : { text: 'Ombudsman’s details not given', colour: 'red' },
  known: [
    ...known('Reason in words', told.explanation),
    ...known('The customer was told on', dateInWords(told.toldOn)),
    ...known('Recorded', `${dateAndTime(told.recordedAt)} by ${told.recordedBy}`),
  ],
})
