import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Refusal } from '#kernel/refusal.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { getCaseAttribute } from './index.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

const ask = (sent: Readonly<Record<string, string>>) => stage.perform(getCaseAttribute, sent)

test('an attribute is found by its whole or its bare name in any letter case (6.8)', async () => {
  assert.deepEqual(await ask({ CaseId: '700123', Attribute: 'CaseId' }), {
    caseId: 700123,
    attribute: 'CaseId',
    value: '700123',
  })
  assert.deepEqual(await ask({ CaseId: '700123', Attribute: 'mainparty.fullname' }), {
    caseId: 700123,
    attribute: 'mainparty.fullname',
    value: 'Bell, Ann',
  })
})

test('an attribute the account does not know has an empty value (6.8)', async () => {
  assert.deepEqual(await ask({ CaseId: '700123', Attribute: 'Colour' }), {
    caseId: 700123,
    attribute: 'Colour',
    value: '',
  })
})

test('the newest of the cases with a reference answers, an unknown reference is no case (E8)', async () => {
  assert.deepEqual(await ask({ ExternalId: 'EXT-0042', Attribute: 'CaseId' }), {
    caseId: 700124,
    attribute: 'CaseId',
    value: '700124',
  })
  await assert.rejects(ask({ ExternalId: 'EXT-9999', Attribute: 'CaseId' }), {
    message: 'There is no such case',
  })
})

test('without a name the attribute is missing (5.3, 18003)', async () => {
  await assert.rejects(ask({ CaseId: '700123' }), (error) => {
    assert.ok(error instanceof Refusal)
    assert.deepEqual(
      error.flaws.map(({ parameter, kind }) => ({ parameter, kind })),
      [{ parameter: 'Attribute', kind: 'missing' }],
    )
    return true
  })
})

test('the audit names the attribute that was read, and never a text that was sent', async () => {
  const particulars = async () => {
    const [entry] = await stage.test.sql(
      `select case_id::int as "caseId", particulars from audit_entries order by entry_id desc limit 1`,
    )
    return entry
  }
  await ask({ CaseId: '700122', Attribute: 'surname of Ann Bell' })
  assert.deepEqual(await particulars(), { caseId: 700122, particulars: {} })
  await ask({ CaseId: '700122', Attribute: 'lastname' })
  assert.deepEqual(await particulars(), {
    caseId: 700122,
    particulars: { attribute: 'MainParty.LastName' },
  })
})
