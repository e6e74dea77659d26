import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createSignInToken, signInAddress } from '#domain/sign-in/index.ts'
import type { RowStream } from '#kernel/answer.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Operation } from '#kernel/operation.ts'
import { parameterRows } from '#kernel/parameters.ts'
import { permissions } from '#kernel/permission.ts'
import { Refusal } from '#kernel/refusal.ts'
import { allOperations } from '#operations'
import { contractStage, type ContractStage } from '#test/contract-stage.ts'
import { addExampleData, letGo } from '#test/examples/data.ts'
import { asSuperuser } from '#test/tables.ts'
import { cookiesOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'
import { showPages } from '#web/pages.ts'

// For whom a case is confidential, or who is barred from it, all is as if it had never been.

/** Most of the example data hangs on this case; the other is linked to it. */
const hidden = '1001'
const other = '1011'

type Told = Readonly<Record<string, string>>
let stage: ContractStage
let web: WebStage
/** What each is told while the case is there, and once it is gone. */
const told: Record<string, { before: Told; after: Told }> = {}
const reads = allOperations.filter(({ effect }) => effect === 'read')

before(async () => {
  stage = await contractStage()
  await addExampleData(stage)
  web = await webStage(stage)
  const actors = await addPeople()
  const looks = await Promise.all(
    actors.map(async (actor) => ({ actor, cookies: await signIn(actor) })),
  )
  // to look at a case changes the list of the cases used last
  for (const look of looks) await everything(look)
  for (const look of looks) {
    await beginAudit(true)
    told[look.actor.name] = { before: await everything(look), after: {} }
  }
  await removeHidden()
  for (const look of looks) {
    await beginAudit(false)
    told[look.actor.name] = { before: told[look.actor.name]!.before, after: await everything(look) }
  }
})
after(async () => {
  await web.app.close()
  await stage.close()
})

for (const name of ['stranger', 'rival'])
  test(`no read and no page tells a ${name} that a case is there, nor counts it`, () => {
    const { before: held, after: gone } = told[name]!
    assert.ok(Object.keys(held).length > reads.length)
    assert.deepEqual(held, gone)
  })

test('whoever may know of the case finds it in the lists, the counts and the exports', () => {
  const { before: held, after: gone } = told['friend']!
  const different = Object.keys(held).filter((what) => held[what] !== gone[what])
  for (const what of [
    'listaudit',
    'getrecentcaselist',
    'listopenremedies',
    'getnotices',
    'getreport',
    'getcasedetails',
  ])
    assert.ok(
      different.some((each) => each.startsWith(`${what} `)),
      what,
    )
  for (const address of ['/remedies', '/notices', `/cases/${other}/information`])
    assert.ok(different.includes(address), address)
})

/** Somebody without the right, somebody with it who is barred, and somebody with it. */
async function addPeople(): Promise<readonly Actor[]> {
  const { rows } = stage
  const all = [...permissions]
  const strangers = all.filter((name) => name !== 'case.confidential.view')
  await rows(
    `insert into roles (organisation_id, name, permissions, changed_by, changed_at)
     values ($1, 'everything', $2, 'Sam Dee', '2026-03-14'), ($1, 'less', $3, 'Sam Dee', '2026-03-14')`,
    all,
    strangers,
  )
  await rows(
    `update cases set is_confidential = true where organisation_id = $1 and case_id = $2`,
    hidden,
  )
  const made = [
    { name: 'stranger', role: 'less', held: strangers },
    { name: 'rival', role: 'everything', held: all },
    { name: 'friend', role: 'everything', held: all },
  ]
  const actors: Actor[] = []
  for (const { name, role, held } of made) {
    const [person] = await rows(
      `insert into users (organisation_id, user_name, full_name, email, role)
       values ($1, $2, $2, $2 || '@demo.example', $3) returning user_id as id`,
      name,
      role,
    )
    const id = Number(person?.['id'])
    actors.push({
      organisationId: stage.organisationId,
      kind: 'user',
      id,
      name,
      permissions: new Set(held),
    })
    await rows(
      `insert into case_uses (organisation_id, user_id, case_id, used_at)
       values ($1, $2, $3, '2026-03-01')`,
      id,
      hidden,
    )
    await rows(
      `insert into notices (organisation_id, user_id, case_id, kind, created_at)
       values ($1, $2, $3, 'assignment', '2026-03-10')`,
      id,
      hidden,
    )
  }
  await rows(
    `insert into case_bars (organisation_id, case_id, user_id, reason, barred_by, barred_at)
     values ($1, $2, $3, 'A cousin', 'Sam Dee', '2026-03-14')`,
    hidden,
    actors[1]?.id,
  )
  await rows(
    `insert into linked_requests (organisation_id, case_id, other_case_id, how, reason, linked_by, linked_at)
     values ($1, $2, $3, 'in concert', 'The same campaign', 'Sam Dee', '2026-03-14')
     on conflict do nothing`,
    hidden,
    other,
  )
  return actors
}

async function signIn({ name, organisationId }: Actor): Promise<Cookies> {
  const at = { organisationId, now: stage.clock.now() }
  const token = await createSignInToken(stage.test.database, at, `${name}@demo.example`)
  const url = signInAddress('demo', token ?? '')
  return cookiesOf(await web.app.inject({ method: 'POST', url }))
}

type Look = { readonly actor: Actor; readonly cookies: Cookies }

/** All that somebody is told: by every operation that reads, and by the pages. */
async function everything({ actor, cookies }: Look): Promise<Told> {
  const heard: Record<string, string> = {}
  for (const operation of reads)
    for (const sent of callsOf(operation))
      heard[`${operation.name} ${JSON.stringify(sent)}`] = await answerTo(operation, sent, actor)
  for (const address of addresses) {
    const { statusCode, body } = await web.open(address, cookies)
    heard[address] = `${statusCode} ${body}`
  }
  for (const [what, answer] of Object.entries(heard))
    heard[what] = answer.replaceAll(requestId, 'an id').replaceAll(formToken, 'a token')
  return heard
}

// each call has one of its own, and each form
const requestId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const formToken = /(?<=name="csrfToken" value=")[^"]+/g

/** The examples, the same of another case, and of somebody who has used the case that is hidden. */
function callsOf({ examples, parameters }: Operation): readonly Told[] {
  const names = parameterRows(parameters).map(({ name }) => name)
  return [
    ...examples,
    ...(names.includes('CaseId') ? [{ ...examples[0], CaseId: other, ExternalId: '' }] : []),
    ...(names.includes('UserName') ? [{ ...examples[0], UserName: 'friend' }] : []),
  ]
}

const addresses = [
  '/',
  ...showPages
    .map(({ path }) => path.replace(':caseId', other))
    .filter((path) => !path.includes(':')),
]

async function answerTo(operation: Operation, sent: Told, actor: Actor): Promise<string> {
  try {
    const result = await stage.perform(operation, sent, actor)
    if (operation.returns === 'stream') return await textOf(result as RowStream)
    letGo(result)
    return isFile(result) ? 'a file' : (JSON.stringify(result) ?? 'nothing')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return `${error.kind.name} ${JSON.stringify(error.flaws)}`
  }
}

const isFile = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'mediaType' in result

async function textOf(rows: RowStream): Promise<string> {
  let text = ''
  for await (const chunk of await rows.open('csv')) text += String(chunk)
  return text
}

/** Empties the audit, which whoever looks fills, but for one entry about the case as long as it is there. */
async function beginAudit(isHiddenThere: boolean): Promise<void> {
  const entry = `
    insert into audit_entries (organisation_id, entry_id, occurred_at, actor, operation, outcome, case_id, request_id)
    overriding system value
    values (${stage.organisationId}, 0, '2026-03-14', 'user 1 Dee, Sam', 'updatecase', 'done', ${hidden}, 'x')`
  await asSuperuser(
    stage.test,
    `truncate audit_links, audit_entries restart identity; ${isHiddenThere ? entry : ''}`,
  )
}

/** Takes the case out of every table, with all that hangs on it. */
async function removeHidden(): Promise<void> {
  const columns = await asSuperuser(
    stage.test,
    `select format('%I', c.table_name) as table, format('%I', c.column_name) as column
     from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
       and c.column_name like '%case_id' and c.table_name not like 'audit%'`,
  )
  const all = columns.map(
    ({ table, column }) =>
      `delete from ${String(table)} where ${String(column)} = ${hidden} and organisation_id = ${stage.organisationId};`,
  )
  await asSuperuser(stage.test, `set session_replication_role = replica; ${all.join(' ')}`)
}
