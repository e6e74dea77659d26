import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addCaseNote } from '#domain/notes/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { movingStage, type MovingStage } from '#test/moving-stage.ts'
import { closeCases, getBulkChange, getCasesToClose, tagCases, undoBulkChange } from './index.ts'

let stage: MovingStage
let sam: Actor
before(async () => {
  stage = await movingStage()
  const [row] = await stage.rows(
    `with tags as (
       insert into options (organisation_id, list, group_name, value)
       values ($1, 'classification', 'Noise', 'Music'), ($1, 'classification', 'Noise', 'Dogs')
     )
     select user_id as id from users where organisation_id = $1 and user_name = 'sdee'`,
  )
  sam = { ...stage.actor('case worker'), id: Number(row?.['id']) }
})
after(() => stage.close())

type Made = { readonly bulkChangeId: number }
type Shown = Awaited<ReturnType<(typeof getBulkChange)['handle']>>

const perform = async (
  operation: Parameters<MovingStage['act']>[0],
  cases: readonly number[],
  sent: Readonly<Record<string, string>>,
) => (await stage.act(operation, { Case: cases.join('\n'), ...sent }, sam)) as Made
const shown = async ({ bulkChangeId }: Made) => {
  const told = (await stage.act(getBulkChange, { BulkChange: bulkChangeId }, sam)) as Shown
  return told.lines.map(({ caseId, result, undone, why }) => [caseId, undone ?? result, why])
}
const undo = ({ bulkChangeId }: Made) =>
  stage.act(undoBulkChange, { BulkChange: bulkChangeId }, sam)
const tagsOf = async (caseId: number) =>
  (
    await stage.rows(
      `select value from case_classifications where organisation_id = $1 and case_id = $2`,
      caseId,
    )
  ).map(({ value }) => value)

test('cases are tagged, each that has the tag stays as it is, and undoing takes off what was put on', async () => {
  const [one, two, three] = [await stage.open(), await stage.open(), await stage.open()]
  await perform(tagCases, [one], { Tag: 'noise: music' })
  const made = await perform(tagCases, [one, two, three, 799_999], { Tag: 'Noise: Music' })
  assert.deepEqual(await shown(made), [
    [one, 'as it was', null],
    [two, 'done', null],
    [three, 'done', null],
    [799_999, 'not there', null],
  ])
  await stage.rows(
    `delete from case_classifications where organisation_id = $1 and case_id = $2`,
    three,
  )
  await undo(made)
  assert.deepEqual(await shown(made), [
    [one, 'as it was', null],
    [two, 'done', null],
    [three, 'changed since', null],
    [799_999, 'not there', null],
  ])
  assert.deepEqual([await tagsOf(one), await tagsOf(two)], [['Music'], []])
  assert.deepEqual((await stage.eventsOf(two)).slice(-2), ['caseTagged', 'caseUntagged'])
  await assert.rejects(perform(tagCases, [one], { Tag: 'Noise: Bells' }), {
    flaws: [{ parameter: 'Tag', kind: 'invalid', message: 'Select a tag from the list' }],
  })
})

/** All that closing a case changes of it. */
const stateOf = async (caseId: number) =>
  stage.rows(
    `select c.status, c.closed_on, c.outcome, c.ending, c.target_on, c.target_days, c.withdrawn_on,
       (select jsonb_agg(to_jsonb(s) order by s.track, s.code) from case_stages s
        where s.organisation_id = $1 and s.case_id = $2) as stages,
       (select jsonb_agg(to_jsonb(d) - 'computed_at' order by d.track, d.stage, d.code)
        from case_deadlines d where d.organisation_id = $1 and d.case_id = $2) as deadlines,
       (select jsonb_agg(to_jsonb(t) - '{updated_at,changed_in}'::text[] order by t.task_id)
        from tasks t where t.organisation_id = $1 and t.case_id = $2) as tasks
     from cases c where c.organisation_id = $1 and c.case_id = $2`,
    caseId,
  )

test('cases are closed where their procedure allows it, told why where not, and opened again exactly', async () => {
  const cases = [
    await stage.open({ Details: 'x' }),
    await stage.open(),
    await stage.open({ Details: 'y' }),
  ]
  const [full = 0, lacking = 0, noted = 0] = cases
  const was = await stateOf(full)
  const preview = (await stage.act(getCasesToClose, { Case: cases.join('\n') }, sam)) as Awaited<
    ReturnType<(typeof getCasesToClose)['handle']>
  >
  assert.deepEqual(
    preview.endings.map(({ code }) => code),
    ['withdrawn', 'duplicate'],
  )
  const made = await perform(closeCases, cases, { Ending: 'duplicate', Reason: 'Sent thrice' })
  assert.deepEqual(await shown(made), [
    [full, 'done', null],
    [lacking, 'not allowed', '“What happened” must be filled in first.'],
    [noted, 'done', null],
  ])
  assert.equal((await stage.theCase(full))['ending'], 'duplicate')
  assert.equal((await stage.theCase(lacking))['closed_on'], null)
  const note = { CaseId: noted, Notes: 'Rang', Type: 'General' }
  await stage.act(addCaseNote, note, sam)
  await undo(made)
  assert.deepEqual(
    (await shown(made)).map(([, result]) => result),
    ['done', 'not allowed', 'changed since'],
  )
  assert.deepEqual(await stateOf(full), was)
  assert.equal((await stage.theCase(noted))['ending'], 'duplicate')
})

test('whoever may not close cases neither sees nor undoes what closed them', async () => {
  const made = await perform(closeCases, [await stage.open()], { Ending: 'withdrawn', Reason: 'x' })
  const permissions = new Set([...sam.permissions].filter((name) => name !== 'case.end'))
  const less = { ...sam, permissions }
  for (const operation of [getBulkChange, undoBulkChange])
    await assert.rejects(stage.act(operation, { BulkChange: made.bulkChangeId }, less), {
      message: 'You do not have permission to do this',
    })
})
