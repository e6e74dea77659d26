import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { changeCalendar } from '#domain/calendar-changes/index.ts'
import { getDeadlines } from '#domain/clock/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { getClock, recordClockEvent } from './index.ts'

let stage: CaseStage
before(async () => {
  stage = await caseStage()
  stage.clock.set('2026-03-12T10:00:00Z')
  await stage.publish({
    name: 'Question',
    procedure: {
      events: [{ code: 'given', name: 'Answer given' }],
      stages: [
        {
          code: 'answer',
          deadlines: [
            { code: 'respond', rule: 'PQ_NAMED_DAY', from: 'received', metBy: { event: 'given' } },
          ],
          outcomes: [{ code: 'answered', leadsTo: 'closure' }],
        },
      ],
    },
  })
})
after(() => stage.close())

interface Shown {
  readonly dueOn: string
  readonly summary: string
  readonly isInTime: boolean | null
}
const shown = async (CaseId: string) => {
  const [found] = (await stage.perform(getDeadlines, { CaseId })) as readonly Shown[]
  assert.ok(found)
  return found
}
const record = (CaseId: string, Event: string, date: string) =>
  stage.perform(recordClockEvent, { CaseId, Event, Date: date })

test('a question waits through a recess, and its named day may lie ahead', async () => {
  const { caseId } = await stage.create({ Type: 'Question', RequestDate: '2026-03-11' })
  const id = String(caseId)
  const before = await shown(id)
  assert.match(before.summary, /; provisional: no sitting days of the House of Commons are known$/)
  const Feed = 'House of Commons\n9/3/2026..12/3/2026\n23/3/2026..26/3/2026'
  await stage.perform(changeCalendar, { Change: 'import', Feed, Agreed: 'true' })
  const known = await shown(id)
  assert.deepEqual([known.dueOn, known.summary.includes('provisional')], ['2026-03-24', false])
  const { known: events } = (await stage.perform(getClock, { CaseId: id })) as {
    readonly known: readonly { readonly name: string }[]
  }
  assert.ok(events.some(({ name }) => name === 'answer_day_named'))
  await assert.rejects(record(id, 'answer_day_named', '2026-03-23'), (error) => {
    assert.ok(error instanceof Refusal)
    assert.match(error.flaws[0]?.message ?? '', /named day.* 3 sitting days' notice/)
    return true
  })
  await record(id, 'answer_day_named', '2026-03-25')
  assert.equal((await shown(id)).dueOn, '2026-03-25')
  // what was answered before its named day keeps it
  await record(id, 'given', '2026-03-12')
  const met = await shown(id)
  assert.deepEqual([met.dueOn, met.isInTime], ['2026-03-25', true])
})
