import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { getRecentCaseList } from './index.ts'

let stage: CaseStage
before(async () => {
  stage = await caseStage()
  await stage.rows(
    `insert into case_uses (organisation_id, user_id, case_id, used_at)
     select $1, u.user_id, v.case_id, v.used_at
     from users u, (values (700122, timestamptz '2026-03-10 08:00Z'),
       (700123, '2026-03-12 00:30Z'), (700124, '2026-03-11 23:30Z')) as v (case_id, used_at)
     where u.organisation_id = $1 and u.user_name = 'sdee'`,
  )
})
after(() => stage.close())

type Recent = Record<'caseId' | 'displayLabel' | 'dateReceived' | 'status', string>[]
const recent = async (sent: Readonly<Record<string, string>>) =>
  (await stage.perform(getRecentCaseList, sent)) as Recent

test('the cases a user used come newest use first, labelled by type, number and main party', async () => {
  const all = await recent({ UserName: 'SDEE' })
  assert.deepEqual(
    all.map(({ caseId }) => caseId),
    ['700123', '700124', '700122'],
  )
  assert.deepEqual(all[0], {
    caseId: '700123',
    displayLabel: 'Complaint 700123 Bell, Miss Ann',
    dateReceived: '2026-03-02',
    status: 'New case',
  })
})

test('Until leaves out what was used after that day', async () => {
  const numbers = async (Until: string) =>
    (await recent({ UserName: 'sdee', Until })).map(({ caseId }) => caseId)
  assert.deepEqual(await numbers('2026-03-11'), ['700124', '700122'])
  assert.deepEqual(await numbers('2026-03-09'), [])
})

test('a closed case adds its stage and that it is closed', async () => {
  await stage.rows(
    `update cases set status = 'Upheld', current_stage = 1, closed_on = '2026-03-12'
     where organisation_id = $1 and case_id = 700122`,
  )
  const status = async () => (await recent({ UserName: 'sdee' })).at(-1)?.status
  assert.equal(await status(), 'Upheld (Stage 1) (closed)')
  await stage.rows(
    `update cases set current_stage = null where organisation_id = $1 and case_id = 700122`,
  )
  assert.equal(await status(), 'Upheld (closed)')
})

test('confidential cases are listed only to those who may see them', async () => {
  await stage.rows(
    `update cases set is_confidential = true where organisation_id = $1 and case_id = 700123`,
  )
  const asWorker = await stage.perform(
    getRecentCaseList,
    { UserName: 'sdee' },
    stage.actor('case worker'),
  )
  assert.deepEqual(
    (asWorker as Recent).map(({ caseId }) => caseId),
    ['700124', '700122'],
  )
  assert.equal((await recent({ UserName: 'sdee' })).length, 3)
})

test('an unknown user, or another organisation’s, is refused', async () => {
  await stage.test.sql(
    `insert into users (organisation_id, user_name, full_name, email, role)
     values ($1, 'elsewhere', 'Else, Where', 'e@other.example', 'manager')`,
    [stage.otherOrganisationId],
  )
  for (const UserName of ['nobody', 'elsewhere'])
    await assert.rejects(recent({ UserName }), {
      kind: { name: 'unknownUser', message: 'There is no such user' },
    })
  await assert.rejects(recent({}), {
    flaws: [{ parameter: 'UserName', kind: 'missing', message: 'Enter user name' }],
  })
})

test('on the wire the items are called cases, in lower case, within Cases', async () => {
  const { toXml, toJson } = getRecentCaseList.returns as Exclude<
    typeof getRecentCaseList.returns,
    string
  >
  const one = { caseId: '1', displayLabel: 'A 1', dateReceived: '2026-03-02', status: 'New case' }
  assert.deepEqual(toXml([one], { documentUrl: String }), {
    name: 'Cases',
    content: [
      {
        name: 'cases',
        content: Object.entries(one).map(([name, content]) => ({ name, content })),
      },
    ],
  })
  assert.deepEqual(toJson([], { documentUrl: String }), [])
})
