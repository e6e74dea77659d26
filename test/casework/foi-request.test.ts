import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { updateCase } from '#domain/attributes/index.ts'
import { createCase } from '#domain/cases/index.ts'
import { recordClockEvent, withdrawClockEvent } from '#domain/clock-events/index.ts'
import { getDeadlines, type ShownDeadline } from '#domain/clock/index.ts'
import { addRequestPart, applyExemption, decidePart } from '#domain/request-parts/index.ts'
import { moveStage, reopenCase } from '#domain/stages/index.ts'
import type { Operation } from '#kernel/operation.ts'
import { Refusal } from '#kernel/refusal.ts'
import { allOperations } from '#operations'
import { apiStage, type ApiStage } from '#test/api-stage.ts'
import { askGrant } from '#test/grant.ts'
import { installShippedPack } from '#test/install-pack.ts'
import { postLetter } from '#test/post-letter.ts'

// The dates are counted by hand from section 10 of the Act: the day after receipt is the first of the days, Saturdays,
// Sundays and the bank holidays of any part of the United Kingdom are none. In the time that this takes those are
// 30 November (Scotland), 25 and 28 December 2026, 1 January and, in Scotland, 4 January 2027.
suite('a request for information, from a Saturday evening to the public interest test', () => {
  let stage: ApiStage
  let caseId: string
  before(async () => {
    stage = await apiStage(allOperations)
    await installShippedPack(stage, 'information-requests')
  })
  after(() => stage.close())

  const officer = () => stage.actor('case worker')
  const on = (day: string) => stage.clock.set(`${day}T15:00:00Z`)
  const record = async (Event: string, day: string) => {
    on(day)
    await stage.perform(recordClockEvent, { CaseId: caseId, Event, Date: day }, officer())
  }
  const shown = async (more: Readonly<Record<string, string>> = {}) =>
    (await stage.perform(
      getDeadlines,
      { CaseId: caseId, ...more },
      officer(),
    )) as readonly ShownDeadline[]
  const open = async (): Promise<ShownDeadline> => {
    const found = (await shown()).find(
      ({ isTarget, state }) => isTarget && state !== 'met' && state !== 'ended',
    )
    assert.ok(found)
    return found
  }
  const customersWords = async (code: string) => {
    const found = (await shown({ SelfService: 'true' })).filter((each) => each.code === code)
    return found.find(({ state }) => state !== 'met' && state !== 'ended')?.explanation.join('\n')
  }
  const why = async () => (await open()).explanation.join('\n')
  const rows = (sql: string) => stage.test.sql(sql, [stage.organisationId, caseId])
  const target = async () =>
    (
      await rows(
        'select target_on::text as "on" from cases where organisation_id = $1 and case_id = $2',
      )
    )[0]?.['on'] ?? null
  const dueOfTask = async (code: string) =>
    (
      await rows(
        `select due_on::text as "on" from tasks
         where organisation_id = $1 and case_id = $2 and code = '${code}'`,
      )
    )[0]?.['on']

  test('it comes in on a Saturday evening: Monday is the first of twenty working days', async () => {
    stage.clock.set('2026-10-10T18:45:00Z')
    const made = (await stage.perform(createCase, {
      Type: 'FOI',
      Details: 'What did the new depot cost, by year and by supplier?',
      'Customer.Name': 'Robin Field',
      RequestDate: '2026-10-10T19:40:00',
    })) as { readonly caseId: number }
    caseId = String(made.caseId)
    on('2026-10-12')
    const due = await open()
    assert.partialDeepStrictEqual(due, {
      code: 'respond',
      dueOn: '2026-11-06',
      summary: 'Due 6 November 2026, 19 working days left',
      workingDaysLeft: 19,
      rule: 'FOI_RESPONSE',
      ruleVersion: '2005',
      source: 'Freedom of Information Act 2000, section 10(1)',
    })
    assert.equal(await target(), '2026-11-06')
    assert.equal(await dueOfTask('GATHER'), '2026-10-23')
    assert.deepEqual(due.explanation.slice(0, 4), [
      'Answer to a freedom of information request: by the end of 6 November 2026.',
      'The day on which the request is received: 10 October 2026.',
      '20 working days are counted; the first working day after that day is day 1.',
      'These days do not count: Saturdays and Sundays.',
    ])
    assert.match(
      await why(),
      /Rule “Answer to a freedom of information request”, version 2005: .*It rests on the words of the statute\./,
    )
  })

  test('while a question is open there is no date', async () => {
    await record('clarification_requested', '2026-10-14')
    const stopped = await open()
    assert.equal(stopped.state, 'stopped')
    assert.equal(stopped.dueOn, null)
    assert.equal(stopped.summary, 'Clock stopped. Clarification outstanding since 14 October 2026')
    assert.match(await why(), /Without that it would have been 6 November 2026\./)
    assert.equal(await target(), null)
    assert.equal(await dueOfTask('GATHER'), null)
    await assert.rejects(
      record('fee_received', '2026-10-15'),
      /./,
      'a fee that nobody asked for is no answer',
    )
  })

  test('the answer begins the twenty days afresh', async () => {
    await record('clarification_received', '2026-10-22')
    assert.equal((await open()).dueOn, '2026-11-19')
    assert.match(
      await why(),
      /The time starts afresh on 22 October 2026: the question of 14 October 2026 was answered on that day\./,
    )
  })

  test('clarified a second time, on a Saturday: Monday is the first day again', async () => {
    await record('clarification_requested', '2026-10-26')
    assert.equal((await open()).dueOn, null)
    await record('clarification_received', '2026-10-31')
    assert.equal((await open()).dueOn, '2026-11-27')
    assert.equal(await target(), '2026-11-27')
    assert.match(await why(), /The time starts afresh on 31 October 2026/)
    assert.match(await why(), /The time started afresh on 22 October 2026: the question of 14 Oct/)
  })

  test('from the fees notice to the payment no day counts, and the fee has a date of its own', async () => {
    await record('fees_notice_given', '2026-11-09')
    assert.equal(
      (await open()).summary,
      'Clock stopped. Fee notice outstanding since 9 November 2026',
    )
    const [window] = (await shown()).filter(({ code }) => code === 'fee')
    assert.equal(window?.dueOn, '2027-02-08')
    await record('fee_received', '2026-11-16')
    const due = await open()
    assert.equal(due.dueOn, '2026-12-08')
    assert.equal(await target(), '2026-12-08')
    // tasks count the days on which an office in England works: 30 November is one
    assert.equal(await dueOfTask('GATHER'), '2026-11-24')
    const words = await why()
    assert.match(
      words,
      /Fee notice outstanding, 6 days between 9 November 2026 and 16 November 2026/,
    )
    assert.match(words, /St Andrew.s Day \(Scotland\), 30 November 2026/)
    const [met] = (await shown()).filter(({ code }) => code === 'fee')
    assert.equal(met?.summary, 'Met on 16 November 2026, in time')
  })

  test('what was recorded in error moves the date back when it is withdrawn', async () => {
    await record('clarification_requested', '2026-11-17')
    assert.equal((await open()).dueOn, null)
    const [event] = await rows(
      `select max(clock_event_id)::text as id from clock_events
       where organisation_id = $1 and case_id = $2`,
    )
    const ClockEvent = String(event?.['id'])
    await stage.perform(
      withdrawClockEvent,
      { CaseId: caseId, ClockEvent, Reason: 'It was about another request' },
      officer(),
    )
    assert.equal((await open()).dueOn, '2026-12-08')
  })

  test('the public interest takes forty days in all', async () => {
    on('2026-12-07')
    const Exemptions = 'Part 2: section 43(2), commercial interests'
    const doing = { CaseId: caseId, Stage: 'answer', Outcome: 'public-interest' }
    await assert.rejects(stage.perform(moveStage, doing, officer()))
    await stage.perform(updateCase, { CaseId: caseId, Exemptions })
    await stage.perform(moveStage, doing, officer())
    const due = await open()
    assert.partialDeepStrictEqual(due, {
      code: 'respond',
      stage: 'public-interest',
      dueOn: '2027-01-11',
      rule: 'FOI_PIT',
      source: 'Freedom of Information Act 2000, section 10(3)',
    })
    assert.equal(await target(), '2027-01-11')
    const words = await why()
    assert.match(words, /40 working days are counted/)
    assert.match(words, /Christmas Day, 25 December 2026/)
    assert.match(words, /Fee notice outstanding, 6 days/)
    assert.match(words, /It rests on the guidance or code of a regulator/)
    const answer = (await shown()).find(
      ({ stage: of, code }) => of === 'answer' && code === 'respond',
    )
    assert.equal(answer?.summary, 'Met on 7 December 2026, in time')
  })

  test('the customer reads the same without rules and versions', async () => {
    const words = (await customersWords('respond')) ?? ''
    assert.match(words, /by the end of 11 January 2027\./)
    assert.match(words, /The time starts afresh on 31 October 2026/)
    assert.match(words, /The rule is in: Freedom of Information Act 2000, section 10\(3\)\./)
    assert.doesNotMatch(words, /FOI_PIT|version|Calendar/)
  })

  test('programs are told the same', async () => {
    const iat = Math.floor(stage.clock.now().getTime() / 1000)
    const granted = await askGrant(stage, { aud: 'localhost/token', iat })
    const { access_token: token } = JSON.parse(granted.body) as { access_token: string }
    const ask = async (more: Readonly<Record<string, string>>) => {
      const query = new URLSearchParams({ db: 'demo', CaseId: caseId, ...more }).toString()
      const headers = { authorization: `Bearer ${token}` }
      return stage.send({ method: 'GET', url: `/getdeadlines?${query}`, headers })
    }
    const reply = await ask({ Format: 'json' })
    assert.equal(reply.statusCode, 200)
    const [first, ...others] = JSON.parse(reply.body) as Record<string, unknown>[]
    assert.partialDeepStrictEqual(first, {
      Code: 'respond',
      Stage: 'public-interest',
      State: 'running',
      DueDate: '2027-01-11',
      Rule: 'FOI_PIT',
      Explanation: (await open()).explanation,
    })
    assert.deepEqual(
      others.map(({ Code, State }) => [Code, State]),
      [
        ['respond', 'met'],
        ['fee', 'met'],
      ],
    )
    const plain = await ask({ SelfService: 'True' })
    assert.match(plain.body, /<Explanation>The rule is in: Freedom of Information Act 2000/)
    assert.doesNotMatch(plain.body, /<Explanation>Rule “/)
  })

  test('the answer is not sent before every part is decided and the public interest balanced', async () => {
    const does = (operation: Operation, sent: Readonly<Record<string, string>>) =>
      stage.perform(operation, { CaseId: caseId, ...sent }, officer())
    const answering = { Stage: 'public-interest', Outcome: 'part' }
    const unsent = 'The letter “Answer to the request” must be sent first.'
    const lacks = (...messages: readonly string[]) =>
      assert.rejects(does(moveStage, answering), (refused) => {
        assert.ok(refused instanceof Refusal)
        assert.deepEqual(
          refused.flaws.map((flaw) => flaw.message),
          messages,
        )
        return true
      })
    const PublicInterestTest = 'Openness weighs less than the bids'
    await does(updateCase, { PublicInterestTest, InformationWillBe: 'Supplied in part' })
    await lacks('Record what was asked for, part by part, first.', unsent)
    await does(addRequestPart, { Description: 'The contract' })
    await lacks('Part 1 is not decided yet.', unsent)
    await does(decidePart, { Part: '1', Version: '1', Decision: 'partly released' })
    const claim = { Part: '1', Exemption: 'FOIA s43(2)' }
    await does(applyExemption, claim)
    await lacks('The public interest has not been balanced for FOIA s43(2) on part 1.', unsent)
    const weighed = { InterestFor: 'Spending is seen', InterestAgainst: 'Bids suffer' }
    await does(applyExemption, { ...claim, ...weighed, Balance: 'withhold' })
    await lacks(unsent)
    await postLetter(stage, caseId, 'FOI-RESPONSE')
    await assert.rejects(
      does(moveStage, { ...answering, Outcome: 'granted' }),
      ({ flaws }: Refusal) => flaws[0]?.message.startsWith('Something of part 1 is withheld'),
    )
    await does(moveStage, answering)
    const [closed] = await rows(
      'select closed_on::text as "on" from cases where organisation_id = $1 and case_id = $2',
    )
    assert.equal(closed?.['on'], '2026-12-07')
  })

  test('a review is asked for within forty working days; a later request is a case of its own', async () => {
    const ask = async () =>
      (await stage.perform(
        reopenCase,
        { CaseId: caseId, Reopening: 'review', Reason: 'The sum is public elsewhere' },
        officer(),
      )) as { readonly caseId: number; readonly linkedCaseId?: number }
    on('2027-02-09')
    assert.notEqual((await ask()).linkedCaseId, undefined)
    on('2027-02-08')
    assert.deepEqual(await ask(), { caseId: Number(caseId) })
  })
})
