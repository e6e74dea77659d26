import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { barPerson } from '#domain/access/index.ts'
import { getCaseDetails } from '#domain/attributes/index.ts'
import { addCaseNote, getCaseOverview } from '#domain/notes/index.ts'
import { endCase, getProcedure, reopenCase } from '#domain/stages/index.ts'
import { addTask } from '#domain/tasks/index.ts'
import { getTimeline } from '#domain/timeline/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { movingStage, type MovingStage } from '#test/moving-stage.ts'
import { mergeCase, unmergeCase } from './index.ts'

let stage: MovingStage
let sam: Actor
before(async () => {
  stage = await movingStage()
  const [row] = await stage.rows(
    `select user_id as id from users where organisation_id = $1 and user_name = 'sdee'`,
  )
  sam = { ...stage.actor('case worker'), id: Number(row?.['id']) }
})
after(() => stage.close())

const Reason = 'Sent twice'
const merge = (CaseId: number, OtherCase: number) =>
  stage.act(mergeCase, { CaseId, OtherCase, Reason }, sam)
const overviewOf = async (caseId: number) =>
  (await stage.perform(getCaseOverview, { CaseId: String(caseId) }, sam)) as Awaited<
    ReturnType<(typeof getCaseOverview)['handle']>
  >

const toldOf = async (caseId: number) => {
  const told = await stage.act(getTimeline, { CaseId: caseId }, sam)
  return (told as Awaited<ReturnType<(typeof getTimeline)['handle']>>).entries
}

/** All that a case is, but for when it was touched. */
const everythingOf = async (caseId: number) => {
  const [row] = await stage.rows(
    `select to_jsonb(c) - '{first_touched_at,last_touched_at,updated_at,changed_in}'::text[] as row,
       (select jsonb_agg(to_jsonb(s) order by s.track, s.code) from case_stages s
        where s.organisation_id = $1 and s.case_id = $2) as stages,
       (select jsonb_agg(to_jsonb(d) - '{computed_at}'::text[] order by d.track, d.stage, d.code)
        from case_deadlines d where d.organisation_id = $1 and d.case_id = $2) as deadlines,
       (select jsonb_agg(to_jsonb(t) - '{updated_at,changed_in}'::text[] order by t.task_id)
        from tasks t where t.organisation_id = $1 and t.case_id = $2) as tasks,
       (select jsonb_agg(to_jsonb(l) order by l.letter_draft_id) from letter_drafts l
        where l.organisation_id = $1 and l.case_id = $2) as letters
     from cases c where c.organisation_id = $1 and c.case_id = $2`,
    caseId,
  )
  return row
}

test('a merged case closes, answers as before, shows its papers on the other, and comes back exactly', async () => {
  const [caseId, other] = [await stage.open({ Details: 'A leak' }), await stage.open()]
  await stage.act(addTask, { CaseId: caseId, Title: 'Ring back', Due: '2026-03-20' }, sam)
  await stage.finish(caseId, 'CALL')
  await stage.perform(addCaseNote, { CaseId: String(caseId), Notes: 'Water', Type: 'General' })
  const were = [await everythingOf(caseId), await everythingOf(other)]

  await merge(caseId, other)
  const merged = await stage.theCase(caseId)
  assert.deepEqual(
    [merged['status'], merged['is_closed_in_target'], merged['closed_on'] !== null],
    ['Merged', null, true],
  )
  assert.deepEqual(
    (await stage.deadlinesOf(caseId)).map(({ state }) => state),
    ['ended'],
  )
  assert.ok((await stage.tasksOf(caseId)).every(({ isDone }) => isDone))
  assert.match(
    JSON.stringify(await stage.perform(getCaseDetails, { CaseId: String(caseId) })),
    /A leak/,
  )
  const shown = await overviewOf(other)
  assert.deepEqual(
    shown.merging.notes.map(({ caseId: from, body }) => [from, body]),
    [[caseId, 'Water']],
  )
  assert.equal((await overviewOf(caseId)).merging.goneInto?.otherCase, other)
  assert.deepEqual(await everythingOf(other), were[1])

  await stage.act(unmergeCase, { CaseId: caseId, OtherCase: other }, sam)
  assert.deepEqual(await everythingOf(caseId), were[0])
  assert.deepEqual((await overviewOf(other)).merging.takenIn, [])
  assert.deepEqual((await stage.eventsOf(other)).slice(-2), ['caseTakenIn', 'mergeUndone'])
})

test('what went into a case that is merged itself is shown where that went', async () => {
  const [first, second, third] = [await stage.open(), await stage.open(), await stage.open()]
  await stage.perform(addCaseNote, { CaseId: String(first), Notes: 'Mould', Type: 'General' })
  await merge(first, second)
  await merge(second, third)
  const { merging } = await overviewOf(third)
  assert.deepEqual(
    merging.takenIn.map(({ otherCase, isDirect }) => [otherCase, isDirect]),
    [
      [first, false],
      [second, true],
    ],
  )
  assert.deepEqual(
    merging.notes.map(({ body }) => body),
    ['Mould'],
  )
})

test('a merged case is not reopened otherwise, and papers that come for it are told to both', async () => {
  const [caseId, other] = [await stage.open(), await stage.open()]
  await merge(caseId, other)
  const procedure = (await stage.act(getProcedure, { CaseId: caseId }, sam)) as {
    reopenings: unknown[]
  }
  assert.deepEqual(procedure.reopenings, [])
  await stage.refused(reopenCase, { CaseId: caseId, Reopening: 'again', Reason }, [
    'This case is merged into another: undo that instead',
  ])
  await stage.perform(addCaseNote, { CaseId: String(caseId), Notes: 'Late', Type: 'General' })
  assert.equal((await stage.theCase(caseId))['status'], 'Merged')
  const [own, open] = [await toldOf(caseId), await toldOf(other)]
  assert.equal(own[0]?.title, 'A note arrived after the case was closed')
  assert.deepEqual(
    [open[0]?.title, open[0]?.otherCaseId],
    ['A note arrived for a case that was merged into this one', caseId],
  )
})

test('whoever may not know of one of two merged cases reads neither why they were merged nor what came for it', async () => {
  const [first, second, third] = [await stage.open(), await stage.open(), await stage.open()]
  await merge(first, second)
  await merge(second, third)
  await stage.perform(addCaseNote, { CaseId: String(first), Notes: 'Late', Type: 'General' })
  assert.equal((await toldOf(third))[0]?.kind, 'paperOfMergedFiled')
  assert.equal((await overviewOf(first)).merging.goneInto?.reason, Reason)
  const hide = (caseId: number, isHidden: boolean) =>
    stage.rows(
      `update cases set is_confidential = ${isHidden} where organisation_id = $1 and case_id = $2`,
      caseId,
    )
  await hide(second, true)
  const { goneInto } = (await overviewOf(first)).merging
  assert.deepEqual([goneInto?.otherCase, goneInto?.reason], [null, null])
  assert.deepEqual(
    (await overviewOf(third)).merging.takenIn.map(({ otherCase, reason }) => [otherCase, reason]),
    [[first, null]],
  )
  const merged = (await toldOf(first)).find(({ kind }) => kind === 'caseMerged')
  assert.equal(merged?.text, null)
  await hide(second, false)
  await hide(first, true)
  assert.ok((await toldOf(third)).every(({ kind }) => kind !== 'paperOfMergedFiled'))
})

test('neither a closed case, nor itself, nor one that the actor is barred from takes a case in', async () => {
  const [caseId, closed, barred] = [await stage.open(), await stage.open(), await stage.open()]
  await stage.act(endCase, { CaseId: closed, Ending: 'withdrawn', Reason })
  await stage.refused(mergeCase, { CaseId: caseId, OtherCase: closed, Reason }, [
    `Case ${closed} is closed: reopen it first`,
  ])
  await stage.refused(mergeCase, { CaseId: closed, OtherCase: caseId, Reason }, [], 'caseClosed')
  const unknown = ['There is no other case of that number']
  await stage.refused(mergeCase, { CaseId: caseId, OtherCase: caseId, Reason }, unknown)
  const colleague = { ...stage.actor('administrator'), id: await stage.somebodyElse() }
  const bar = { CaseId: barred, UserName: 'sdee', Reason: 'A cousin' }
  await stage.act(barPerson, bar, colleague)
  await assert.rejects(merge(caseId, barred), { message: 'There is no such other case' })
})
