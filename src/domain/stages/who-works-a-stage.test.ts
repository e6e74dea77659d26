import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assignCase, getAssignable } from '#domain/assignment/index.ts'
import { draftAnswer } from '#domain/clearance/index.ts'
import { addPoint, answerPoint } from '#domain/complaints/index.ts'
import { movingStage, type MovingStage } from '#test/moving-stage.ts'
import { twoStages } from '#test/stage-types.ts'
import { getProcedure, moveStage } from './index.ts'

let stage: MovingStage
before(async () => {
  stage = await movingStage()
})
after(() => stage.close())

type Assignable = Awaited<ReturnType<(typeof getAssignable)['handle']>>
const assignable = async (caseId: number) =>
  (await stage.act(getAssignable, { CaseId: caseId })) as Assignable

test('whoever worked a stage cannot end the one that asks for somebody else', async () => {
  const caseId = await stage.open()
  const sam = await stage.assign(caseId, 'sdee')
  await stage.finish(caseId, 'CALL')
  await stage.act(moveStage, { CaseId: caseId, Outcome: 'escalated' })
  const [row] = await stage.rows(
    `select worked_by as worker, workers from case_stages
     where organisation_id = $1 and case_id = $2 and code = 'first'`,
    caseId,
  )
  assert.equal(Number(row?.['worker']), sam)
  await stage.refused(assignCase, { CaseId: caseId, To: 'person', UserName: 'sdee' }, [
    'This case must go to somebody who did not work “Stage 1”',
  ])
  const another = await stage.somebodyElse()
  const { people } = await assignable(caseId)
  assert.deepEqual(
    people.map(({ userId }) => userId),
    [another],
  )
  await stage.assign(caseId, 'sdee')
  await stage.refused(moveStage, { CaseId: caseId, Outcome: 'upheld' }, [
    'Somebody who did not work “Stage 1” must have the case.',
  ])
  const other = await stage.assign(caseId, another)
  const byAnother = { ...stage.actor('case worker'), id: other }
  await stage.act(moveStage, { CaseId: caseId, Outcome: 'upheld' }, byAnother)
  const theCase = await stage.theCase(caseId)
  assert.equal(theCase['status'], 'Upheld')
  assert.equal(theCase['ending'], 'upheld')
  assert.equal(theCase['is_closed_in_target'], true)
  assert.notEqual(theCase['closed_on'], null)
  assert.equal((await stage.lastEvent(caseId))['kind'], 'caseClosed')
  assert.ok((await stage.tasksOf(caseId)).every(({ isDone }) => isDone))
})

test('whoever answered in a stage, or ended it, does not end the one that asks for somebody else', async () => {
  const caseId = await stage.open()
  const sam = await stage.assign(caseId, 'sdee')
  const [pat, kim] = [await stage.somebodyElse(), await stage.somebodyElse()]
  const as = (id: number) => ({ ...stage.actor('case worker'), id })
  await stage.act(addPoint, { CaseId: caseId, Description: 'It is cold' })
  const finding = { Point: 1, Version: 1, Finding: 'upheld', Reasons: 'It was' }
  await stage.act(answerPoint, { CaseId: caseId, ...finding }, as(pat))
  await stage.act(draftAnswer, { CaseId: caseId, Title: 'Reply', Body: 'Dear Ann' }, as(kim))
  await stage.finish(caseId, 'CALL')
  await stage.act(moveStage, { CaseId: caseId, Outcome: 'escalated' }, as(sam))
  const upheld = { CaseId: caseId, Outcome: 'upheld' }
  const [other, further] = [await stage.somebodyElse(), await stage.somebodyElse()]
  await stage.assign(caseId, other)
  const flawOf = (id: number) =>
    stage.act(moveStage, upheld, as(id)).then(
      () => undefined,
      ({ flaws }: { flaws: { message: string }[] }) => flaws[0]?.message,
    )
  for (const id of [sam, pat, kim])
    assert.equal(await flawOf(id), 'You worked “Stage 1”: somebody who did not must do this.')
  await stage.assign(caseId, pat)
  assert.equal(await flawOf(further), 'Somebody who did not work “Stage 1” must have the case.')
  await stage.assign(caseId, other)
  assert.equal(await flawOf(further), undefined)
})

test('a stage for which rules say who works it is given to them, with its tasks', async () => {
  const [, second] = twoStages.procedure.tracks[0]?.stages ?? []
  await stage.publish({
    ...twoStages,
    name: 'Ruled',
    actions: [],
    procedure: {
      stages: [
        { code: 'one', number: 1, outcomes: [{ code: 'on', leadsTo: 'second' }] },
        { ...second, team: 'CUSTREL', exit: [] },
      ],
      assignment: [
        { name: 'reviewers', when: { stages: ['second'] }, to: { team: 'ROADS', user: 'sdee' } },
      ],
    },
  })
  const caseId = await stage.open({ Type: 'Ruled' })
  await stage.act(moveStage, { CaseId: caseId, Outcome: 'on' })
  const sam = await stage.assign(caseId, 'sdee')
  const { team_id: team, assigned_by_rule: rule } = await stage.theCase(caseId)
  assert.equal(rule, 'reviewers')
  const [task] = await stage.rows(
    `select team_id as team, assigned_user_id as "user" from tasks
     where organisation_id = $1 and case_id = $2`,
    caseId,
  )
  assert.deepEqual([task?.['team'], Number(task?.['user'])], [team, sam])
})

test('what a stage leaves undone stays, unless whoever moves the case on says that it is not needed', async () => {
  const caseId = await stage.open()
  await stage.finish(caseId, 'CALL')
  const undone = async () =>
    (
      (await stage.act(getProcedure, { CaseId: caseId })) as {
        readonly tracks: readonly { readonly undone: readonly string[] }[]
      }
    ).tracks[0]?.undone
  assert.deepEqual(await undone(), ['Draft the answer', 'Letter: Acknowledgement'])
  await stage.act(moveStage, { CaseId: caseId, Outcome: 'escalated', DropUndone: 'true' })
  assert.deepEqual(
    (await stage.tasksOf(caseId)).map(({ code, isDone }) => [code, isDone]),
    [
      ['CALL', true],
      ['DRAFT', true],
      ['REVIEW', false],
    ],
  )
  const [task] = await stage.rows(
    `select outcome from tasks where organisation_id = $1 and case_id = $2 and code = 'DRAFT'`,
    caseId,
  )
  assert.equal(task?.['outcome'], 'not needed')
  const letters = await stage.rows(
    `select template, dropped_reason as reason from letter_drafts
     where organisation_id = $1 and case_id = $2 order by letter_draft_id`,
    caseId,
  )
  assert.deepEqual(letters, [
    { template: 'ACK', reason: 'No longer needed: Escalated' },
    { template: 'OUTCOME', reason: null },
  ])
  const { particulars } = await stage.lastEvent(caseId)
  assert.equal(
    (particulars as { readonly dropped: string }).dropped,
    'Draft the answer, Letter: Acknowledgement',
  )
  assert.deepEqual(await undone(), ['Review the answer'])
})
