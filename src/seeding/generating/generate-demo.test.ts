import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { dayOf, isWorkingDay, shippedCalendars } from '#domain/calendar/index.ts'
import { findCaseType, parseCaseType, readForm, type CaseType } from '#domain/case-types/index.ts'
import { optionsOf } from '#domain/options/index.ts'
import { rawParameters } from '#kernel/parameters.ts'
import { generateDemo, type Demo } from './generate-demo.ts'
import { bytesOf } from './paper.ts'
import { readSeeds, type Seeds } from '#seeding/seed-files.ts'

const now = new Date('2026-03-14T09:30:00Z')
let seeds: Seeds
let caseTypes: readonly CaseType[]
let demo: Demo
before(async () => {
  seeds = await readSeeds()
  caseTypes = [...seeds.caseTypes, ...seeds.amendedCaseTypes].flatMap((definition) => {
    const parsed = parseCaseType(definition)
    return 'caseType' in parsed ? [parsed.caseType] : []
  })
  demo = generateDemo({ seeds, caseTypes, now })
})

const inSequence = () => {
  const carriedOver = new Set(seeds.fixed.carriedOver.map(({ caseId }) => caseId))
  return cases().filter(({ caseId }) => !carriedOver.has(caseId))
}
const cases = () => demo.caseFiles.map(({ theCase }) => theCase)

test('the same moment gives the same demonstration, to the byte', async () => {
  const again = generateDemo({ seeds, caseTypes, now })
  assert.deepEqual(again, demo)
  const papers = demo.caseFiles.flatMap(({ documents }) => documents.map(({ paper }) => paper))
  for (const kind of ['pdf', 'picture', 'text'] as const) {
    const paper = papers.find((each) => each?.kind === kind)
    assert.ok(paper, kind)
    assert.deepEqual(await bytesOf(paper), await bytesOf({ ...paper }))
  }
})

test('some two hundred cases lie within the last year, numbered as they came in', () => {
  assert.equal(inSequence().length, 204)
  assert.equal(inSequence().at(-1)?.caseId, seeds.organisation.nextCaseId - 1)
  const received = inSequence().map(({ receivedAt }) => receivedAt.getTime())
  assert.deepEqual(
    received,
    received.toSorted((a, b) => a - b),
  )
  assert.ok((received[0] ?? 0) > Date.parse('2025-03-12T00:00:00Z'))
})

test('nothing has happened later than now', () => {
  const moments = demo.caseFiles.flatMap((file) => [
    file.theCase.updatedAt,
    ...file.notes.map(({ addedAt }) => addedAt),
    ...file.letters.map(({ processedAt }) => processedAt),
    ...file.documents.map(({ documentAt }) => documentAt),
    ...file.tasks.map(({ updatedAt }) => updatedAt),
    ...file.actions.map(({ submittedAt }) => submittedAt),
    ...file.clockEvents.map(({ recordedAt }) => recordedAt),
  ])
  assert.deepEqual(
    moments.filter((moment) => moment > now),
    [],
  )
})

test('nothing was due on a weekend or a bank holiday', () => {
  const due = demo.caseFiles.flatMap(({ tasks, stages }) =>
    [...tasks, ...stages].flatMap(({ dueOn }) => dueOn ?? []),
  )
  assert.ok(due.length > 200)
  const { table } = shippedCalendars()['england-and-wales']
  assert.deepEqual(
    due.filter((day) => !isWorkingDay(table, dayOf(day))),
    [],
  )
})

test('there are cases of every kind that a person may want to look at', () => {
  const count = (is: (theCase: Demo['caseFiles'][number]['theCase']) => unknown) =>
    cases().filter(is).length
  for (const [what, found] of Object.entries({
    open: count(({ closedOn }) => closedOn === null),
    'closed in target': count(({ isClosedInTarget }) => isClosedInTarget === true),
    'closed too late': count(({ isClosedInTarget }) => isClosedInTarget === false),
    confidential: count(({ isConfidential }) => isConfidential),
    published: count(({ isPublished }) => isPublished),
    'with an account': count(({ accountId }) => accountId),
    rated: count(({ satisfaction }) => satisfaction),
    'in stage 2': count(({ currentStage }) => currentStage === 2),
    withdrawn: count(({ withdrawnOn }) => withdrawnOn),
    returned: count(({ returnedOn }) => returnedOn),
    'with a flag': demo.caseFiles.filter(({ flags }) => flags.length > 0).length,
    'with a note for the customer': demo.caseFiles.filter(({ notes }) =>
      notes.some(({ isVisibleToCustomer }) => isVisibleToCustomer),
    ).length,
  }))
    assert.ok(found >= 3, `${what}: ${found}`)
})

test('what the forms hold is what their fields allow', () => {
  const options = optionsOf(seeds.options)
  for (const { type, caseId, attributes } of cases()) {
    const caseType = findCaseType(caseTypes, type)
    assert.ok(caseType)
    const sent = Object.entries(attributes).map(([name, value]) => ({ name, value }))
    const { values, misfits, flaws } = readForm(caseType, {
      raw: rawParameters(sent),
      options,
    })
    assert.deepEqual({ values, misfits, flaws }, { values: attributes, misfits: [], flaws: [] })
    assert.ok(Object.keys(attributes).length > 0, String(caseId))
  }
})

test('a hazard goes from stage to stage as its pack says, with what each stage raises and asks for', () => {
  const { procedure } = findCaseType(caseTypes, 'HazardReport') ?? assert.fail()
  const planned = new Map(
    procedure.tracks.flatMap(({ stages }) => stages.map((stage) => [stage.code, stage] as const)),
  )
  const hazards = demo.caseFiles.filter(({ theCase }) => theCase.type === 'HazardReport')
  const reached = hazards.flatMap(({ stages, tasks, theCase: { attributes } }) =>
    stages.map(({ code, outcome }) => ({ code, outcome, tasks, attributes })),
  )
  assert.deepEqual(
    new Set(reached.map(({ code }) => code)),
    new Set(['triage', 'dealing', 'investigation', 'safety-work']),
  )
  for (const { code, outcome, tasks, attributes } of reached) {
    const stage = planned.get(code) ?? assert.fail(code)
    const raised = new Set(tasks.map((task) => task.code))
    assert.ok(stage.tasks.every((task) => raised.has(task.code)))
    const taken = stage.outcomes.find(({ label }) => label === outcome)
    assert.ok(outcome === null || taken, `${code}: ${outcome}`)
    assert.ok(taken?.requires.every((field) => attributes[field]) ?? true)
  }
})

test('what happened to the clock of a hazard did so in its order, while the hazard was dealt with', () => {
  const dealtWith = demo.caseFiles.flatMap(({ stages, clockEvents }) =>
    stages.flatMap((stage) => (stage.code === 'dealing' ? [{ stage, clockEvents }] : [])),
  )
  const all = ['investigation_concluded', 'summary_given', 'preventive_begun']
  for (const { stage, clockEvents } of dealtWith) {
    const names = clockEvents.map(({ name }) => name)
    assert.deepEqual(names, stage.endedAt ? all : all.slice(0, names.length))
    const moments = clockEvents.map(({ recordedAt }) => recordedAt.getTime())
    const limits = [stage.startedAt.getTime(), ...moments, (stage.endedAt ?? now).getTime()]
    assert.deepEqual(
      limits,
      limits.toSorted((a, b) => a - b),
    )
  }
  const others = demo.caseFiles.filter(({ stages }) =>
    stages.every(({ code }) => code !== 'dealing'),
  )
  assert.deepEqual(
    others.flatMap(({ clockEvents }) => clockEvents),
    [],
  )
})

test('people are made of names that the seeds list, and live in streets of theirs', () => {
  const { names, fixed } = seeds
  for (const person of demo.customers.slice(fixed.people.length)) {
    assert.ok(names.firstNames.includes(person.firstName ?? ''))
    const fitting = names.titles.filter((each) => each.firstNames.includes(person.firstName ?? ''))
    assert.equal(fitting.length, 1, `${person.firstName} has titles that fit`)
    assert.ok(person.title === null || fitting[0]?.titles.includes(person.title))
    assert.ok(names.surnames.includes(person.surname ?? ''))
    assert.ok(names.streets.some((street) => person.address?.endsWith(street)))
  }
})

const assertEach = (values: readonly (string | null)[], pattern: RegExp) => {
  const given = values.filter((value) => value !== null)
  assert.ok(given.length > 50)
  assert.deepEqual(
    given.filter((value) => !pattern.test(value)),
    [],
  )
}

test('addresses, numbers and postcodes belong to nobody', () => {
  const each = <K extends keyof Demo['customers'][number]>(column: K) =>
    demo.customers.map((customer) => customer[column])
  assertEach(each('email'), /@example\.(org|com|net)$/)
  // set aside for drama by Ofcom
  assertEach(each('phone'), /^(01632 960|0113 496 0|020 7946 0)[0-9]{3}$/)
  assertEach(each('mobile'), /^07700 900[0-9]{3}$/)
  // there is no postcode area ZX
  assertEach(each('postcode'), /^ZX[0-9] [0-9][A-Z]{2}$/)
  for (const { email } of seeds.users) assert.match(email, /@demo\.example$/)
})

test('what is published names no customer', () => {
  const published = demo.caseFiles.filter(({ theCase }) => theCase.isPublished)
  assert.ok(published.length > 10)
  for (const { theCase, documents, letters, parties } of published) {
    const released = documents.filter(({ isSelfService }) => isSelfService)
    const shown = JSON.stringify([
      theCase.label,
      theCase.attributes,
      released.map(({ name, paper }) => [name, paper]),
    ])
    for (const { customerId } of parties) {
      const { surname, organisationName } = demo.customers[customerId - 1] ?? {}
      for (const name of [surname, organisationName])
        assert.ok(!name || !shown.includes(name), `${theCase.caseId} names ${name}`)
    }
    assert.equal(released.length, 1)
    assert.ok(letters.every(({ isSelfService }) => !isSelfService))
    assert.equal(theCase.isConfidential, false)
  }
})
