import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fixture, type Fixture } from '#test/fixture.ts'
import { findCase } from './index.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

const find = (CaseId: string, ...given: Parameters<Fixture['actor']>) =>
  stage.perform(findCase, { CaseId }, stage.actor(...given))
const unknown = { kind: { name: 'unknownCase', message: 'There is no such case' } }

test('a case is found by its number, and is not used by that', async () => {
  assert.deepEqual(await find('700122', 'front line'), { caseId: 700122 })
  assert.deepEqual(await stage.test.sql('select count(*)::int as n from case_uses'), [{ n: 0 }])
})

test('a confidential case is not found by those who may not see it', async () => {
  await stage.test.sql(
    `update cases set is_confidential = true where organisation_id = $1 and case_id = 700123`,
    [stage.organisationId],
  )
  await assert.rejects(find('700123', 'case worker'), unknown)
  assert.deepEqual(await find('700123', 'manager'), { caseId: 700123 })
  await assert.rejects(find('700199', 'manager'), unknown)
})
