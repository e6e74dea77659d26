import { daysAfter, inOfficeHours, later } from './days.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import type { DemoCase, Plot } from './case-file.ts'
import type { Life } from '#seeding/seed-files.ts'
import type { ClockEventRow, StageRow } from '#seeding/tables.ts'
import { answersBeside, stagesBeside } from './write-beside.ts'

const dayOf = (moment: Date | null): string | null => moment && writeLocalDate(moment)

/** The row of a case. */
export function writeCase(plot: Plot): DemoCase {
  const { course, caseType, customer, seeds, method, worker } = plot
  const { receivedAt } = course
  const isSelfMade = seeds.wordings.selfServiceMethods.includes(method)
  const lastAt = lastMoment(plot)
  return {
    ...plain(plot),
    ...endingOf(plot),
    ...targetOf(plot),
    ...placeOf(plot),
    isConfidential: caseType.isConfidential || plot.chance.isWithin(4),
    isPublished: false,
    receivedAt,
    receivedOn: writeLocalDate(receivedAt),
    receivedMethod: method,
    createdAt: receivedAt,
    createdBy: isSelfMade ? 'Website' : worker.fullName,
    firstTouchedAt: course.acknowledgedAt,
    lastTouchedAt: course.acknowledgedAt && lastAt,
    updatedAt: lastAt > customer.updatedAt ? lastAt : customer.updatedAt,
    acceptedOn: course.ending === 'returned' ? null : dayOf(course.acknowledgedAt),
    attributes: attributesOf(plot),
  }
}

function plain(plot: Plot) {
  const { caseId, externalId, caseType, team, worker, label, accountId, chance, course } = plot
  const { ratings, rating } = caseType
  return {
    caseId,
    externalId,
    label,
    accountId,
    team,
    type: caseType.name,
    rating: ratings.length > 0 && chance.isWithin(30) ? chance.pick(ratings) : (rating ?? null),
    assignedTo: course.acknowledgedAt ? worker.userName : null,
  }
}

/** When the case was last changed. */
export function lastMoment({ course }: Plot): Date {
  const answered = course.steps.map(({ answeredAt }) => answeredAt)
  const events = course.steps.flatMap((step) => step.events.map(({ at }) => at))
  const moments = [
    course.receivedAt,
    course.acknowledgedAt,
    course.closedAt,
    ...answered,
    ...events,
  ]
  return new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)))
}

function endingOf(plot: Plot) {
  const { course, chance, seeds } = plot
  const { wordings } = seeds
  const { ending, closedAt, current } = course
  const closedOn = dayOf(closedAt)
  const isAnswered = ending === 'answered'
  return {
    status: statusOf(plot),
    closedOn,
    isClosedInTarget: closedAt && (current.isInTarget ?? true),
    returnedOn: ending === 'returned' ? closedOn : null,
    returnedReason: ending === 'returned' ? chance.pick(wordings.returnedReasons) : null,
    withdrawnOn: ending === 'withdrawn' ? closedOn : null,
    withdrawnReason: ending === 'withdrawn' ? chance.pick(wordings.withdrawnReasons) : null,
    ...(isAnswered ? answerOf(plot) : noAnswer),
  }
}

const noAnswer = { outcome: null, outcomeOn: null, totalRedress: null, satisfaction: null }

function answerOf(plot: Plot) {
  const { course, chance, seeds } = plot
  const { outcome } = course.current
  return {
    outcome,
    outcomeOn: dayOf(course.closedAt),
    totalRedress: redressOf(plot, outcome),
    satisfaction: chance.isWithin(35) ? chance.pick(seeds.wordings.satisfaction) : null,
  }
}

function statusOf({ course, life, seeds, chance, caseType, isNew }: Plot): string {
  if (isNew || course.acknowledgedAt === null) return caseType.status
  if (course.ending === 'withdrawn') return seeds.wordings.withdrawn
  if (course.ending === 'returned') return seeds.wordings.returned
  if (course.current.outcome && course.closedAt) return course.current.outcome
  return life.statuses ? chance.pick(life.statuses) : course.current.status
}

const redressOf = ({ life, chance }: Plot, outcome: string | null): string | null =>
  outcome && life.redress?.includes(outcome) && chance.isWithin(60)
    ? chance.between(1, 12).toFixed(0) + '5.00'
    : null

function targetOf({ course }: Plot) {
  const { days, dueOn, stage } = course.current
  return {
    targetDays: days,
    targetOn: dueOn,
    currentStage: stage,
  }
}

/** Places of hazards lie in the sea: nobody lives there. */
function placeOf({ life, chance, customer }: Plot) {
  const at = (least: number) => Number((least + chance.next() / 10).toFixed(5))
  return life.hasPlace
    ? { latitude: at(54.6), longitude: at(1.2), placePostcode: customer.postcode }
    : { latitude: null, longitude: null, placePostcode: null }
}

function attributesOf(plot: Plot): Readonly<Record<string, string>> {
  const { life, story, course, chance } = plot
  const filled = Object.entries(life.fill).flatMap(([field, { from, pick, daysBefore }]) => {
    const told = from && story[from]
    if (told !== undefined) return [[field, told]]
    if (pick) return [[field, chance.pick(pick)]]
    if (daysBefore === undefined) return []
    const received = writeLocalDate(course.receivedAt)
    return [[field, daysAfter(received, -chance.between(1, daysBefore))]]
  })
  const after = course.steps.map(({ code, outcome }) => formAfter(life, code, outcome))
  return {
    ...Object.fromEntries([...filled, ...after.flatMap(Object.entries)]),
    ...answersBeside(plot),
  }
}

const formAfter = ({ goesOn, outcomes }: Life, stage: string, outcome: string | null) =>
  outcome === null ? {} : { ...(goesOn?.[stage]?.form ?? outcomes[outcome]) }

/** The case in the disclosure log where its outcome and chance will have it there. */
export function publish(theCase: DemoCase, { life, chance, now }: Plot): DemoCase {
  const { publication } = life
  if (!publication || !theCase.outcome || !theCase.closedOn) return theCase
  const isFit = publication.outcomes.includes(theCase.outcome) && !theCase.isConfidential
  const publishedAt = inOfficeHours(later(theCase.updatedAt, 2), chance)
  const attributes = { ...theCase.attributes, [publication.flag]: 'No' }
  if (!isFit || publishedAt > now || !chance.isWithin(publication.percent))
    return { ...theCase, attributes }
  return {
    ...theCase,
    isPublished: true,
    updatedAt: publishedAt,
    lastTouchedAt: publishedAt,
    attributes: {
      ...attributes,
      ...publication.further,
      [publication.flag]: 'Yes',
      [publication.date]: writeLocalDate(publishedAt),
    },
  }
}

/** What happened to the clock of the case, as its caseworker has recorded it. */
export const writeClockEvents = ({ course, caseId, worker }: Plot): readonly ClockEventRow[] =>
  course.steps.flatMap(({ events }) =>
    events.map(({ name, at }) => ({
      caseId,
      name,
      happenedOn: writeLocalDate(at),
      recordedBy: worker.fullName,
      recordedAt: at,
    })),
  )

/** The stages that the case has reached. */
export function writeStages(plot: Plot): readonly StageRow[] {
  const { course, caseId, caseType, worker, seeds, chance } = plot
  const track = caseType.procedure.tracks[0]?.code ?? ''
  const main = course.steps.map((step) => ({
    caseId,
    track,
    code: step.code,
    stage: step.stage,
    startedAt: step.startedAt,
    endedAt: step.answeredAt,
    targetDays: step.days,
    receivedOn: step.receivedOn,
    dueOn: step.dueOn,
    outcome: step.outcome,
    outcomeDetails: step.outcome && chance.pick(seeds.wordings.outcomeDetails),
    outcomeBy: step.outcome && worker.fullName,
    completedOn: dayOf(step.answeredAt),
    isInTarget: step.isInTarget,
  }))
  return [...main, ...stagesBeside(plot)]
}
