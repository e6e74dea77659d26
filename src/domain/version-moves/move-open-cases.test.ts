import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { allRules } from '#domain/deadlines/index.ts'
import { allJobs, taskOf } from '#jobs/worker.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

const address = '/admin/case-types/published/Bench/open-cases'
const stageOf = (code: string, number: number, days: number, leadsTo = 'closure') => ({
  code,
  name: `Stage ${code}`,
  number,
  status: `In ${code}`,
  deadlines: [
    { code: 'do', name: 'Do it', target: { days, unit: 'working' }, isTarget: true },
    { code: 'ack', name: 'Say so', target: { days }, metBy: { event: 'acknowledged' } },
  ],
  tasks: [{ code: `T-${code}`, title: `Task of ${code}` }],
  outcomes: [{ code: 'done', label: 'Done', leadsTo }],
})
const older = {
  name: 'Bench',
  fields: [
    { id: 'Place' },
    { id: 'Colour' },
    { id: 'Health', isSensitive: true },
    { id: 'Wood', kind: 'list', values: ['Oak', 'Elm'] },
  ],
  procedure: {
    stages: [stageOf('look', 1, 10)],
    deadlines: [{ code: 'law', rule: 'SAR_RESPONSE', from: 'received' }],
  },
}
const newer = {
  name: 'Bench',
  fields: [{ id: 'Place' }, { id: 'Wood', kind: 'list', values: ['Oak', 'Elm'] }],
  procedure: {
    stages: [stageOf('sort', 2, 3, 'look'), stageOf('look', 1, 20)],
    deadlines: [{ code: 'statute', name: 'By law', rule: 'SAR_RESPONSE', from: 'received' }],
  },
}
const newest = { ...newer, procedure: { stages: [stageOf('view', 1, 5)] } }

let stage: CaseStage
let web: WebStage
let cookies: Cookies
const held: number[] = []
before(async () => {
  stage = await caseStage()
  await stage.publish(older)
  web = await webStage(stage)
  cookies = await web.signIn()
})
after(async () => {
  await web.app.close()
  await stage.close()
})

const look = async () => textOf(await web.open(address, cookies))
const move = (fields: Readonly<Record<string, string>>) => web.send(address, cookies, fields)
async function work(): Promise<void> {
  const job = allJobs.find(({ name }) => name === 'movecasestoversion')
  assert.ok(job)
  const world = { ...stage.test, outside: stage.door.outside, clock: stage.clock }
  const [latest] = await stage.rows(
    `select max(version_move_id)::int as move from version_moves where organisation_id = $1`,
  )
  const told = { move: Number(latest?.['move']), organisationId: stage.organisationId }
  const run = () => taskOf(job, world).run(told, new AbortController().signal)
  await Promise.all([run(), run()])
}
const standings = () =>
  stage.rows(
    `select c.case_type_version::int as version, c.status, c.target_on::text as target,
       c.attributes, (
         select string_agg(s.code || ':' || coalesce(s.stage::text, '-') || ':' ||
           (s.ended_at is null)::text, ' ' order by s.code)
         from case_stages s
         where s.organisation_id = c.organisation_id and s.case_id = c.case_id
       ) as stages
     from cases c join case_types t using (organisation_id, case_type_id)
     where organisation_id = $1 and t.name = 'Bench' order by c.case_id`,
  )
const deadlinesOf = (caseId: number | undefined) =>
  stage.rows(
    `select code, state, due_on::text as due, rule_version as version from case_deadlines
     where organisation_id = $1 and case_id = $2 order by code`,
    caseId,
  )
const byGuidance = allRules.find(({ id }) => id === 'SAR_RESPONSE')?.versions[0]?.version
const keptAndNew = [
  // what was met keeps the target that it had, and what the law said keeps saying it under another name
  { code: 'ack', state: 'met', due: '2026-03-23', version: '10 working days' },
  { code: 'do', state: 'running', due: '2026-04-08', version: '20 working days' },
  { code: 'law', state: 'ended', due: '2026-04-09', version: byGuidance },
  { code: 'statute', state: 'running', due: '2026-04-09', version: byGuidance },
]
/** As if a case had begun under the rule as it was before, and been acknowledged. */
async function rewind(caseId: number | undefined): Promise<void> {
  await stage.test.sql(
    `update case_deadlines set rule_version = $3
     where organisation_id = $1 and case_id = $2 and code = 'law'`,
    [stage.organisationId, caseId, byGuidance],
  )
  await stage.test.sql(
    `insert into clock_events
       (organisation_id, case_id, track, stage, name, happened_on, recorded_by, recorded_at)
     values ($1, $2, 'main', 'look', 'acknowledged', '2026-03-10', 'Sam Dee', now())`,
    [stage.organisationId, caseId],
  )
}
const open = async (sent: Readonly<Record<string, string>>) => {
  const { caseId } = await stage.create({ Type: 'Bench', RequestDate: '2026-03-09', ...sent })
  held.push(caseId)
}

test('open cases come under the version in force: dates counted anew, answers kept in the history', async () => {
  await open({ Place: 'Park', Colour: 'Red', Wood: 'Elm' })
  await open({ Place: 'Quay', Health: 'Asthma' })
  await open({ Place: 'Lane' })
  await stage.test.sql(
    `update cases set closed_on = '2026-03-10' where organisation_id = $1 and case_id = $2`,
    [stage.organisationId, held[2]],
  )
  await rewind(held[0])
  await stage.publish(newer)
  const shown = await look()
  assert.match(
    shown,
    /Open under version 1: 2 cases.*Colour: answered in 1 case.*Health \(sensitive\)/,
  )
  assert.match(shown, /Cases that stay under their version Case \d+: it holds a sensitive answer/)
  assert.match(shown, /Do it 23 March 2026 8 April 2026/)
  assert.match(textOf(await web.open('/admin/case-types', cookies)), /Move open cases of Bench/)
  assert.equal((await move({ Version: '2' })).statusCode, 303)
  assert.match(textOf(await move({ Version: '2' })), /are being moved now/)
  assert.match(await look(), /It goes on in the background/)
  await work()
  const [first, second, third] = await standings()
  assert.deepEqual(first, {
    version: 2,
    status: 'In look',
    target: '2026-04-08',
    attributes: { Place: 'Park', Wood: 'Elm' },
    stages: 'look:1:true',
  })
  assert.partialDeepStrictEqual(second, { version: 1, target: '2026-03-23' })
  assert.equal(third?.['version'], 1)
  assert.deepEqual(await deadlinesOf(held[0]), keptAndNew)
  const history = textOf(await web.open(`/cases/${held[0]}`, cookies))
  assert.match(history, /Moved to a newer version of its type: 2/)
  assert.match(history, /Colour/)
  assert.match(history, /23 March 2026.*8 April 2026/)
  assert.match(await look(), /Moved: 1 case. Left where they were: 1 case/)
  assert.match(await look(), /Moved from version 1 to 2 23 March 2026 8 April 2026/)
  assert.match(await look(), /Stays under version 1: it holds a sensitive answer/)
})

test('a sensitive answer goes nowhere but by choice, and then into no history', async () => {
  assert.equal((await move({ Version: '2', Sensitive: 'remove' })).statusCode, 303)
  await work()
  const [, second] = await standings()
  assert.partialDeepStrictEqual(second, { version: 2, target: '2026-04-08' })
  assert.deepEqual(second?.['attributes'], { Place: 'Quay' })
  const [told] = await stage.rows(
    `select particulars::text as told from case_events
     where organisation_id = $1 and case_id = $2 and kind = 'caseMovedToVersion'`,
    held[1],
  )
  assert.match(String(told?.['told']), /Health/)
  assert.doesNotMatch(String(told?.['told']), /Asthma/)
})

test('a case whose stage is no more stays, or goes where it was chosen', async () => {
  await stage.publish(newest)
  const shown = await look()
  assert.match(shown, /Stage for cases in “Stage look” 2 cases/)
  assert.match(shown, /Stage “Stage sort” Stage “Stage look”/)
  assert.match(shown, /The task “Task of look” that waits in such a stage is dropped.*2 cases/)
  assert.match(shown, /its stage is not in the version, and no other was chosen/)
  const flawed = await move({ Version: '3', 'Stage.main.look': 'nowhere' })
  assert.match(textOf(flawed), /Select a stage of the version in force/)
  assert.match(textOf(await move({ Version: '2' })), /Version 3 is in force now/)
  await move({ Version: '3' })
  await work()
  assert.equal((await standings())[0]?.['version'], 2)
  const chosen = { 'Stage.main.look': 'view' }
  const looked = textOf(await move({ ...chosen, keptForm: 'look' }))
  assert.match(looked, /Do it 8 April 2026 16 March 2026/)
  assert.doesNotMatch(looked, /Cases that stay under their version/)
  await move({ Version: '3', ...chosen })
  await work()
  assert.partialDeepStrictEqual((await standings())[0], {
    version: 3,
    status: 'In view',
    target: '2026-03-16',
    stages: 'look:-:false view:1:true',
  })
  const tasks = await stage.rows(
    `select code, outcome from tasks where organisation_id = $1 and case_id = $2 order by code`,
    held[0],
  )
  assert.deepEqual(tasks, [
    { code: 'T-look', outcome: 'not needed' },
    { code: 'T-view', outcome: null },
  ])
  assert.partialDeepStrictEqual(await deadlinesOf(held[0]), [
    keptAndNew[0],
    { code: 'do', state: 'running', due: '2026-03-16', version: '5 working days' },
  ])
  assert.match(await look(), /Every open case that you may see is under version 3 already/)
})

test('whoever does not manage case types neither sees the page nor moves a case', async () => {
  await stage.rows(
    `update users set role = 'manager' where organisation_id = $1 and user_name = 'sdee'`,
  )
  assert.equal((await web.open(address, cookies)).statusCode, 403)
  assert.equal((await move({ Version: '3' })).statusCode, 403)
})
