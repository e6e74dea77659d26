import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Operation } from '#kernel/operation.ts'
import { Refusal } from '#kernel/refusal.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { refusedAs } from '#test/refused-as.ts'
import { linkRequest, recordCost, unlinkRequest, withdrawCost } from '#domain/cost-limit/index.ts'
import {
  addRequestPart,
  applyExemption,
  decidePart,
  dropExemption,
  informationFacts,
  lackingForAnswer,
} from '#domain/request-parts/index.ts'
import {
  addThirdParty,
  completeSearch,
  planSearch,
  settleThirdParty,
} from '#domain/searches/index.ts'
import { getInformation } from './index.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

type Sent = Readonly<Record<string, string>>
type Shown = Awaited<ReturnType<(typeof getInformation)['handle']>>

const act = (operation: Operation, sent: Sent, CaseId = '700122') =>
  stage.perform(operation, { CaseId, ...sent })
const look = async (CaseId = '700122'): Promise<Shown> =>
  (await act(getInformation, {}, CaseId)) as Shown
const sql = (text: string) => stage.test.sql(text, [stage.organisationId])
const lacking = async () =>
  lackingForAnswer(
    await stage.test.database.read(stage.organisationId, (db) => informationFacts(db, 700122)),
  )
const flawsOf = (parameters: readonly string[]) => (error: unknown) => {
  assert.ok(error instanceof Refusal)
  assert.deepEqual(
    error.flaws.map(({ parameter }) => parameter),
    parameters,
  )
  return true
}

test('work is kept with its kind, and what was entered by mistake counts no longer', async () => {
  await act(recordCost, { Kind: 'locating', Minutes: '600', Estimate: 'true' })
  await act(recordCost, {
    Kind: 'locating',
    Minutes: '90',
    WorkedBy: 'Records',
    DoneOn: '13/3/2026',
  })
  await act(recordCost, { Kind: 'redacting', Minutes: '500' })
  await act(recordCost, { Kind: 'extracting', Minutes: '5000' })
  await act(withdrawCost, { Activity: '4' })
  await assert.rejects(act(withdrawCost, { Activity: '4' }), refusedAs('unknownActivity'))
  const ahead = { Kind: 'locating', Minutes: '1', DoneOn: '15/3/2026' }
  await assert.rejects(act(recordCost, ahead), flawsOf(['DoneOn']))
  await assert.rejects(act(recordCost, { ...ahead, DoneOn: '1/1/2025' }), flawsOf(['DoneOn']))
  const { cost, activities } = await look()
  assert.deepEqual(
    [cost.meter.doneMinutes, cost.meter.expectedMinutes, cost.meter.uncountedMinutes],
    [90, 600, 500],
  )
  assert.deepEqual(
    activities.map((one) => [one.activity, one.isCounted, one.workedBy, one.doneOn]),
    [
      [1, true, 'Sam Dee', '2026-03-14'],
      [2, true, 'Records', '2026-03-13'],
      [3, false, 'Sam Dee', '2026-03-14'],
    ],
  )
})

test('requests of the same person count together, unless they are about something else', async () => {
  await act(recordCost, { Kind: 'locating', Minutes: '500' }, '700123')
  const first = await look()
  assert.deepEqual(
    first.cost.links.map(({ caseId, how, isCounted }) => [caseId, how, isCounted]),
    [[700123, 'same person', true]],
  )
  assert.deepEqual([first.cost.meter.expectedMinutes, first.cost.meter.isOverLimit], [1100, true])
  const apart = { OtherCase: '700123', How: 'different information', Reason: 'Trees, not roads' }
  await act(linkRequest, apart)
  const second = await look()
  assert.equal(second.cost.meter.expectedMinutes, 600)
  assert.equal((await look('700123')).cost.meter.expectedMinutes, 500)
  await act(unlinkRequest, { OtherCase: '700122' }, '700123')
  assert.equal((await look()).cost.meter.expectedMinutes, 1100)
  await assert.rejects(act(unlinkRequest, { OtherCase: '700123' }), refusedAs('notLinked'))
})

test('requests of people acting in concert count together within 60 working days', async () => {
  await sql(`delete from case_parties where organisation_id = $1 and case_id = 700123`)
  assert.equal((await look()).cost.meter.expectedMinutes, 600)
  await act(linkRequest, { OtherCase: '700123', How: 'in concert', Reason: 'One campaign' })
  assert.equal((await look()).cost.meter.expectedMinutes, 1100)
  await sql(
    `update cases set received_on = '2025-10-01' where organisation_id = $1 and case_id = 700123`,
  )
  const { cost } = await look()
  assert.deepEqual([cost.meter.expectedMinutes, cost.links[0]?.isCounted], [600, false])
  const other = { How: 'in concert', Reason: 'x' }
  for (const OtherCase of ['700199', '700122'])
    await assert.rejects(act(linkRequest, { ...other, OtherCase }), refusedAs('unknownOtherCase'))
})

test('the limit is that of the organisation', async () => {
  assert.equal((await look()).cost.meter.limitMinutes, 18 * 60)
  await sql(
    `update organisations set settings = settings || '{"costLimitHours": "24"}' where organisation_id = $1`,
  )
  while ((await look()).cost.meter.limitMinutes !== 24 * 60)
    await new Promise((resolve) => setTimeout(resolve, 5))
  assert.equal((await look()).cost.meter.limitPence, 600_00)
})

test('an answer lacks decisions, grounds and public-interest tests until all are there', async () => {
  assert.deepEqual(await lacking(), ['Record what was asked for, part by part, first.'])
  await act(addRequestPart, { Description: 'The contract' })
  await act(addRequestPart, { Description: 'The bids' })
  assert.equal((await lacking()).length, 2)
  await act(decidePart, { Part: '1', Version: '1', Decision: 'released' })
  await act(decidePart, { Part: '2', Version: '1', Decision: 'withheld' })
  const stale = { Part: '2', Version: '1', Decision: 'released' }
  await assert.rejects(act(decidePart, stale), refusedAs('changedMeanwhile'))
  assert.deepEqual(await lacking(), ['Part 2 is withheld under no exemption.'])
  const claim = { Part: '2', Exemption: 'foia S43(2)' }
  await act(applyExemption, claim)
  assert.match((await lacking())[0] ?? '', /not been balanced for FOIA s43\(2\) on part 2/)
  const half = { ...claim, InterestFor: 'Spending is seen' }
  await assert.rejects(act(applyExemption, half), flawsOf(['InterestAgainst', 'Balance']))
  await act(applyExemption, { ...half, InterestAgainst: 'Bids suffer', Balance: 'withhold' })
  assert.deepEqual(await lacking(), [])
  const [, bids] = (await look()).parts
  assert.deepEqual(
    bids?.claimed.map((one) => [one.exemption, one.name, one.balance, one.balancedBy]),
    [['FOIA s43(2)', 'Commercial interests', 'withhold', 'Sam Dee']],
  )
  await act(dropExemption, claim)
  await assert.rejects(act(dropExemption, claim), refusedAs('notClaimed'))
  assert.equal((await lacking()).length, 1)
})

test('an exemption must be in the catalogue, and an absolute one knows no public-interest test', async () => {
  const unknown = { Part: '2', Exemption: 'FOIA s99' }
  await assert.rejects(act(applyExemption, unknown), flawsOf(['Exemption']))
  const test = { InterestFor: 'x', InterestAgainst: 'y', Balance: 'withhold' }
  const absolute = { Part: '2', Exemption: 'FOIA s21', ...test }
  await assert.rejects(act(applyExemption, absolute), flawsOf(['Balance']))
})

test('a search plan says where was looked, by whom, when, and what was found', async () => {
  await act(planSearch, { Place: 'Housing files' })
  const done = { Search: '1', SearchedBy: 'Records', SearchedOn: '13/3/2026', Found: 'Two letters' }
  await act(completeSearch, done)
  assert.deepEqual((await look()).searches, [
    {
      search: 1,
      place: 'Housing files',
      searchedBy: 'Records',
      searchedOn: '2026-03-13',
      found: 'Two letters',
    },
  ])
})

test('a third party has a reference, and a decision has its reasons', async () => {
  await act(addThirdParty, { Reference: 'Staff 4711' })
  await act(settleThirdParty, { ThirdParty: '1', Consent: 'refused' })
  const half = { ThirdParty: '1', Consent: 'refused', Decision: 'redact' }
  await assert.rejects(act(settleThirdParty, half), flawsOf(['Reasons']))
  await act(settleThirdParty, { ...half, Reasons: 'It is fair to them' })
  const [one] = (await look()).thirdParties
  assert.deepEqual(
    [one?.reference, one?.consent, one?.decision],
    ['Staff 4711', 'refused', 'redact'],
  )
})

test('where proof of identity stands is what the clock knows of it', async () => {
  assert.deepEqual((await look()).identity, { state: 'not asked for', on: undefined })
  const happened = (name: string, on: string) =>
    sql(
      `insert into clock_events (organisation_id, case_id, name, happened_on, recorded_by, recorded_at)
       values ($1, 700122, '${name}', '${on}', 'x', '2026-03-14')`,
    )
  await happened('id_requested', '2026-03-12')
  assert.deepEqual((await look()).identity, { state: 'asked for', on: '2026-03-12' })
  await happened('id_received', '2026-03-13')
  assert.deepEqual((await look()).identity, { state: 'received', on: '2026-03-13' })
})

test('a confidential case is not told of to those who may not know of it', async () => {
  await sql(
    `update cases set is_confidential = true where organisation_id = $1 and case_id = 700123`,
  )
  const worker = stage.actor('case worker')
  const shown = (await stage.perform(getInformation, { CaseId: '700122' }, worker)) as Shown
  assert.deepEqual(shown.cost.links, [])
  const link = { CaseId: '700122', OtherCase: '700123', How: 'in concert', Reason: 'x' }
  await assert.rejects(stage.perform(linkRequest, link, worker), refusedAs('unknownOtherCase'))
})
