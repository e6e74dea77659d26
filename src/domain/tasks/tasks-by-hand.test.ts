import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { correctReceipt } from '#domain/clock-events/index.ts'
import { moveStage } from '#domain/stages/index.ts'
import { movingStage, type MovingStage } from '#test/moving-stage.ts'
import { addTask, completeTask, getTasks, reassignTask, undoTask } from './index.ts'

let stage: MovingStage
before(async () => {
  stage = await movingStage()
})
after(() => stage.close())

interface Shown {
  readonly taskNumber: number
  readonly code: string
  readonly dueOn: string | null
  readonly person: string | null
  readonly teamCode: string | null
  readonly completedBy: string | null
  readonly outcome: string | null
  readonly isLate: boolean
}
const tasksOf = async (caseId: number) =>
  ((await stage.act(getTasks, { CaseId: caseId })) as { tasks: Shown[] }).tasks
const taskOf = async (caseId: number, code: string) =>
  (await tasksOf(caseId)).find((task) => task.code === code) ?? assert.fail(code)

test('a task that is added goes to whoever has the case, unless somebody is named', async () => {
  const caseId = await stage.open()
  await stage.assign(caseId, 'sdee')
  await stage.act(addTask, {
    CaseId: caseId,
    Title: 'Ask the surveyor',
    Code: 'ASK',
    Due: '1/4/2026',
  })
  const { person, teamCode, dueOn } = await taskOf(caseId, 'ASK')
  assert.deepEqual([person, teamCode, dueOn], ['Dee, Sam', 'CUSTREL', '2026-04-01'])
  await stage.act(addTask, { CaseId: caseId, Title: 'Dig', Code: 'DIG', TeamCode: 'roads' })
  const dig = await taskOf(caseId, 'DIG')
  assert.deepEqual([dig.person, dig.teamCode], [null, 'ROADS'])
})

test('a task is settled once: whoever comes second is told who did it', async () => {
  const caseId = await stage.open()
  const { taskNumber } = await taskOf(caseId, 'CALL')
  const sent = { CaseId: caseId, TaskNumber: taskNumber }
  const both = await Promise.allSettled([
    stage.act(completeTask, sent),
    stage.act(completeTask, sent),
  ])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  await stage.refused(
    completeTask,
    sent,
    ['Sam Dee settled “Call the customer” on 14 March 2026'],
    'taskCannotBeCompleted',
  )
  assert.equal((await stage.lastEvent(caseId))['kind'], 'taskCompleted')
})

test('a task that was not needed is not one that was done', async () => {
  const caseId = await stage.open()
  const { taskNumber } = await taskOf(caseId, 'CALL')
  const sent = { CaseId: caseId, TaskNumber: taskNumber }
  await stage.act(completeTask, { ...sent, Outcome: 'not needed' })
  await stage.refused(moveStage, { CaseId: caseId, Outcome: 'escalated' }, [
    'The task “Call the customer” must be done first.',
  ])
  await stage.act(undoTask, sent)
  await stage.act(completeTask, { ...sent, Outcome: 'done' })
  await stage.act(moveStage, { CaseId: caseId, Outcome: 'escalated' })
})

test('a task that is taken back is dated anew', async () => {
  const caseId = await stage.open()
  const { taskNumber, dueOn } = await taskOf(caseId, 'DRAFT')
  const sent = { CaseId: caseId, TaskNumber: taskNumber }
  await stage.refused(undoTask, sent, [], 'taskIsOpen')
  await stage.act(completeTask, sent)
  const earlier = { CaseId: caseId, Received: '2026-03-06', Reason: 'Came to the other office' }
  await stage.act(correctReceipt, earlier)
  assert.equal((await taskOf(caseId, 'DRAFT')).dueOn, dueOn)
  await stage.act(undoTask, sent)
  assert.equal((await taskOf(caseId, 'DRAFT')).dueOn, '2026-03-17')
})

test('a task is given to somebody, who must be there', async () => {
  const caseId = await stage.open()
  const { taskNumber } = await taskOf(caseId, 'CALL')
  const sent = { CaseId: caseId, TaskNumber: taskNumber }
  await stage.refused(reassignTask, sent, ['Select a person or a team'])
  await stage.refused(reassignTask, { ...sent, UserName: 'nobody' }, [
    'Select a person from the list',
  ])
  await stage.act(reassignTask, { ...sent, UserName: 'sdee' })
  const { person, teamCode } = await taskOf(caseId, 'CALL')
  assert.deepEqual([person, teamCode], ['Dee, Sam', null])
})

test('somebody who may only look cannot change tasks', async () => {
  const caseId = await stage.open()
  const { taskNumber } = await taskOf(caseId, 'CALL')
  const sent = { CaseId: caseId, TaskNumber: taskNumber }
  await assert.rejects(stage.act(completeTask, sent, stage.actor('auditor')), /permission/)
})
