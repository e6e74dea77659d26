import { findCaseType, type CaseType } from '#domain/case-types/index.ts'
import type { CaseFile, Plot } from './case-file.ts'
import { mainRole } from '#domain/customers/index.ts'
import { writeLocalDateTime } from '#platform/local-time.ts'
import { chanceFrom, type Chance } from './chance.ts'
import { courseOf } from './course.ts'
import { dayLength } from './days.ts'
import { labelOf } from './label.ts'
import { populate, type Population } from './population.ts'
import type { CarriedOverCase, FixedCase, Seeds, Story } from '#seeding/seed-files.ts'
import { publish, writeCase, writeClockEvents, writeStages } from './write-case.ts'
import { writeDocuments, writeLetters, writeReleased } from './write-papers.ts'
import { writeWork } from './write-work.ts'

/** Everything that the demonstration organisation holds beside its configuration. */
export interface Demo extends Population {
  readonly caseFiles: readonly CaseFile[]
}

/** What a demonstration is made of. */
export interface Ingredients {
  readonly seeds: Seeds
  readonly caseTypes: readonly CaseType[]
  readonly now: Date
}

interface Making extends Ingredients {
  readonly chance: Chance
  readonly population: Population
}

/** Kept for ever: the same day gives the same demonstration. */
const seed = 20_260_314
const peopleCount = 150

/** Makes the demonstration up: some two hundred cases over the year before `now`. */
export function generateDemo(ingredients: Ingredients): Demo {
  const chance = chanceFrom(seed)
  const population = populate({ ...ingredients, chance }, peopleCount)
  const making = { ...ingredients, chance, population }
  const slots = slotsOf(making)
  const times = timesOf(making, slots.length)
  const firstCaseId = ingredients.seeds.organisation.nextCaseId - slots.length
  const caseFiles = slots.map((slot, at) =>
    writeFile(
      plotOf(making, { ...slot, caseId: firstCaseId + at, receivedAt: times[at] ?? making.now }),
      slot.fixed,
    ),
  )
  const carriedOver = ingredients.seeds.fixed.carriedOver.map((each) => carryOver(making, each))
  return { ...population, caseFiles: [...carriedOver, ...caseFiles] }
}

/** A case from before the present numbering, with a document that its customer may see. */
function carryOver(making: Making, fixed: CarriedOverCase): CaseFile {
  const { seeds } = making
  // chance of its own: the cases of the sequence stay as they are
  const own = { ...making, chance: chanceFrom(seed + fixed.caseId) }
  const story = itemOf(seeds.stories[fixed.type] ?? [], fixed.story)
  const { type, caseId, receivedAt } = fixed
  const plot = plotOf(own, { type, story, fixed, caseId, receivedAt: new Date(receivedAt) })
  const worker = seeds.users.find(({ userName }) => userName === fixed.worker)
  if (!worker) throw new Error(`The seeds know no user ${fixed.worker}`)
  const file = writeFile({ ...plot, worker }, fixed)
  return { ...file, documents: [writeReleased({ ...plot, worker })] }
}

/** What a case is to be about, in the order in which cases come in. */
interface Slot {
  readonly type: string
  readonly story: Story
  readonly fixed: FixedCase | undefined
}

function slotsOf({ seeds, chance }: Making): readonly Slot[] {
  const { lives, stories, fixed, organisation } = seeds
  const total = Object.values(lives).reduce((sum, { count }) => sum + count, 0)
  const loose = Object.entries(lives).flatMap(([type, { count }]) => {
    const own = chance.shuffle(stories[type] ?? [])
    const wanted = count - fixed.cases.filter((each) => each.type === type).length
    return Array.from({ length: wanted }, (_, at) => ({
      type,
      story: itemOf(own, at % own.length),
    }))
  })
  const shuffled = [...chance.shuffle(loose)]
  const firstCaseId = organisation.nextCaseId - total
  return Array.from({ length: total }, (_, at) => {
    const own = fixed.cases.find(({ caseId }) => caseId === firstCaseId + at)
    if (own)
      return { type: own.type, story: itemOf(stories[own.type] ?? [], own.story), fixed: own }
    const slot = shuffled.pop()
    if (!slot) throw new Error('The seeds say of more cases that they are fixed than there are')
    return { ...slot, fixed: undefined }
  })
}

function itemOf<T>(values: readonly T[], at: number): T {
  const value = values[at]
  if (value === undefined) throw new Error(`The seeds hold no value number ${at}`)
  return value
}

const year = 365 * dayLength
const twoHours = dayLength / 12

/** Moments of the last year in order; few people write at night. */
function timesOf({ chance, now }: Making, count: number): readonly Date[] {
  return Array.from({ length: count }, () => {
    const moment = new Date(now.getTime() - twoHours - chance.next() * (year - twoHours))
    moment.setUTCMilliseconds(0)
    const isNight = moment.getUTCHours() < 7
    return isNight ? new Date(moment.getTime() - dayLength / 3) : moment
  }).toSorted((a, b) => a.getTime() - b.getTime())
}

interface Arrival extends Slot {
  readonly caseId: number
  readonly receivedAt: Date
}

function plotOf(making: Making, arrival: Arrival): Plot {
  const { seeds, chance, now, caseTypes } = making
  const { type, story, fixed, caseId, receivedAt } = arrival
  const caseType = findCaseType(caseTypes, type)
  const life = seeds.lives[type]
  if (!caseType || !life) throw new Error(`The seeds know no case type ${type}`)
  const team = story.team ?? caseType.team ?? ''
  const workers = seeds.users.filter((user) => user.team === team && user.role !== 'auditor')
  const isNew = fixed !== undefined
  const reference = `REQ-${String((caseId * 7919) % 1_000_000).padStart(6, '0')}`
  return {
    ...partiesOf(making, arrival),
    seeds,
    chance,
    now,
    caseId,
    caseType,
    life,
    story,
    team,
    isNew,
    course: courseOf({ caseType, life, receivedAt, now, isNew }, chance),
    externalId: fixed?.externalId ?? (chance.isWithin(45) ? reference : null),
    worker: chance.pick(workers),
    method: chance.pick(methodsAt(receivedAt, seeds)),
    label: labelOf(caseType, story),
  }
}

/** Out of hours nobody answers the telephone. */
function methodsAt(moment: Date, { wordings }: Seeds): readonly string[] {
  const hour = Number(writeLocalDateTime(moment).slice(11, 13))
  return hour >= 9 && hour < 17 ? wordings.methods : wordings.selfServiceMethods
}

function partiesOf({ population, chance, seeds }: Making, { fixed, story }: Arrival) {
  const { customers, accounts } = population
  if (fixed) {
    const customer = customers.find(({ reference }) => reference === fixed.person)
    const account = accounts.find(({ reference }) => reference === fixed.account)
    if (!customer) throw new Error(`The seeds know no person ${fixed.person}`)
    return { customer, accountId: account?.accountId ?? null }
  }
  const others = customers.slice(seeds.fixed.people.length)
  const suitable = accounts
    .slice(seeds.fixed.accounts.length)
    .filter(({ accountType }) => accountType === story.account)
  if (suitable.length === 0) return { customer: chance.pick(others), accountId: null }
  const { accountId, holderId } = chance.pick(suitable)
  return { customer: itemOf(customers, holderId - 1), accountId }
}

function writeFile(plot: Plot, fixed: FixedCase | undefined): CaseFile {
  const { caseId, story, customer } = plot
  const theCase = publish(writeCase(plot), plot)
  return {
    theCase,
    parties: [{ role: mainRole, customerId: customer.customerId }, ...furtherParties(plot, fixed)],
    stages: writeStages(plot),
    clockEvents: writeClockEvents(plot),
    classifications: [{ groupName: story.group, value: story.value }],
    flags: fixed ? [] : misfitsOf(plot),
    ...writeWork(plot),
    documents: writeDocuments(plot, theCase.isPublished).map((each) => ({ ...each, caseId })),
    letters: writeLetters(plot),
  }
}

function furtherParties({ seeds, chance, customer }: Plot, fixed: FixedCase | undefined) {
  if (fixed || !chance.isWithin(12)) return []
  const first = seeds.fixed.people.length + 1
  const customerId = chance.between(first, first + peopleCount - 1)
  const role = chance.pick(seeds.wordings.furtherRoles)
  return customerId === customer.customerId ? [] : [{ role, customerId }]
}

function misfitsOf({ seeds, chance, caseType }: Plot) {
  const fields = new Set(caseType.fields.map(({ id }) => id))
  const possible = seeds.wordings.misfits.filter(
    ({ parameter }) => parameter.includes('.') || fields.has(parameter),
  )
  return chance.isWithin(4) && possible.length > 0 ? [chance.pick(possible)] : []
}
