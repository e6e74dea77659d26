import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { addTask, createAction } from './index.ts'

let stage: CaseStage
before(async () => {
  stage = await caseStage()
  await stage.publish({
    name: 'Survey',
    actions: [{ id: 'UF300400', synonym: 'Visit', fields: [{ id: 'Rooms', kind: 'number' }] }],
    tasks: [{ code: 'INBOUNDCALL', title: 'Take the call' }],
  })
})
after(() => stage.close())

type Sent = Readonly<Record<string, string>>
const file = (sent: Sent) => stage.perform(createAction, sent) as Promise<{ caseId: number }>
const refused = (sent: Sent, name: string) =>
  assert.rejects(file(sent), (error: { kind: { name: string } }) => {
    assert.equal(error.kind.name, name)
    return true
  })
const actionsOf = (caseId: number) =>
  stage.rows(
    `select form, title, attributes, task_id is not null as "hasTask", submitted_by as "by"
     from case_actions where organisation_id = $1 and case_id = $2 order by action_id`,
    caseId,
  )
const eventsOf = async (caseId: number) =>
  (
    await stage.rows(
      `select kind from case_events where organisation_id = $1 and case_id = $2 order by event_id`,
      caseId,
    )
  ).map(({ kind }) => kind)

test('a form filed on a case is kept with it', async () => {
  const { caseId } = await file({
    CaseId: '700123',
    Type: 'uf300200',
    Details: 'Rang',
    Colour: 'x',
  })
  assert.equal(caseId, 700123)
  assert.deepEqual(await actionsOf(700123), [
    {
      form: 'InboundCall',
      title: 'Inbound call',
      attributes: { Details: 'Rang' },
      hasTask: false,
      by: 'Website',
    },
  ])
  assert.deepEqual(await eventsOf(700123), ['formFiled'])
  assert.equal((await file({ ExternalId: 'EXT-0042', Type: 'InboundCall' })).caseId, 700124)
})

test('the task that waits is done with it, the longest waiting first, and not twice', async () => {
  const { caseId } = await stage.create({ Type: 'Survey' })
  const second = { Code: 'INBOUNDCALL', Title: 'Take the second call' }
  await stage.perform(addTask, { CaseId: String(caseId), ...second })
  const sent = { CaseId: String(caseId), Type: 'Visit', Task: 'inboundcall' }
  await file(sent)
  const open = () =>
    stage.rows(
      `select title from tasks
       where organisation_id = $1 and case_id = $2 and completed_at is null`,
      caseId,
    )
  assert.deepEqual(await open(), [{ title: 'Take the second call' }])
  await file(sent)
  assert.deepEqual(await open(), [])
  assert.deepEqual(await eventsOf(caseId), [
    'caseOpened',
    'taskAdded',
    'formFiled',
    'taskCompleted',
    'formFiled',
    'taskCompleted',
  ])
  await refused(sent, 'taskCannotBeCompleted')
  assert.equal((await actionsOf(caseId)).length, 2)
})

test('without such a task nothing is filed', async () => {
  const before = await actionsOf(700122)
  await refused({ CaseId: '700122', Type: 'InboundCall', Task: 'INBOUNDCALL' }, 'unknownTask')
  assert.deepEqual(await actionsOf(700122), before)
})

test('two who complete the same task at once: one does, the other is refused', async () => {
  await stage.publish({
    name: 'Once',
    actions: [{ id: 'V', synonym: 'Visit1' }],
    tasks: [{ code: 'A', title: 'A' }],
  })
  const { caseId } = await stage.create({ Type: 'Once' })
  const sent = { CaseId: String(caseId), Type: 'Visit1', Task: 'A' }
  const results = await Promise.allSettled([file(sent), file(sent)])
  assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  assert.equal((await actionsOf(caseId)).length, 1)
})

test('an unknown case, an unknown form and a missing type are refused in this order', async () => {
  await refused({ CaseId: '1' }, 'invalidInput')
  await refused({ CaseId: '1', Type: 'NoSuch' }, 'unknownCase')
  await refused({ Type: 'InboundCall' }, 'unknownCase')
  await refused({ CaseId: '700122', Type: 'NoSuch', Task: 'NONE' }, 'unknownForm')
})

test('what does not fit the form is kept and flagged', async () => {
  const { caseId } = await stage.create({ Type: 'Survey' })
  await file({ CaseId: String(caseId), Type: 'Visit', Rooms: 'many' })
  assert.deepEqual(await stage.flagsOf(caseId), [{ parameter: 'Rooms', text: 'many' }])
  assert.deepEqual((await actionsOf(caseId))[0]?.['attributes'], {})
})
