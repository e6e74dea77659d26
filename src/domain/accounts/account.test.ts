import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { optionsOf } from '#domain/options/index.ts'
import { int8 } from '#platform/columns.ts'
import { change } from '#platform/statement.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { accountOfCase, accountTakes, accountConcerned } from './index.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

const findOrMake = change({
  takes: accountTakes,
  returns: { accountId: int8 },
  sql: `with ${accountOfCase} select account_id as "accountId" from account_of_case`,
})
const accountOf = (accountReference: string | null, accountType = '') =>
  stage.test.database
    .write(stage.organisationId, (db) => findOrMake(db, { accountReference, accountType }))
    .then((rows) => rows.map(({ accountId }) => accountId))

test('a case finds the account that is there, whatever the case of its type, or without one', async () => {
  const [known] = await stage.test.sql(
    `select account_id::int as id from accounts where organisation_id = $1`,
    [stage.organisationId],
  )
  for (const type of ['RENT', 'rent', ''])
    assert.deepEqual(await accountOf('ACC-77', type), [known?.['id']])
})

test('an account that is missing is made once, also by calls at once', async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => accountOf('NEW-1', 'RENT')))
  assert.equal(new Set(all.flat()).size, 1)
  assert.equal(all.flat().length, 6)
  assert.notDeepEqual(await accountOf('NEW-1', 'CTAX'), all[0])
})

test('no reference, no account', async () => {
  assert.deepEqual(await accountOf(null, 'RENT'), [])
})

test('a removed account is not found again: the next case makes another', async () => {
  const earlier = await accountOf('OLD-1', 'RENT')
  await stage.test.sql(`update accounts set removed_on = '2026-03-01' where reference = 'OLD-1'`)
  assert.notDeepEqual(await accountOf('OLD-1', 'RENT'), earlier)
})

const options = optionsOf([
  { list: 'account type', value: 'RENT', label: null, groupName: '', position: 0 },
])

test('a new case names its account by reference and a configured type', () => {
  assert.deepEqual(
    accountConcerned({ externalAccountId: 'ACC-77', externalAccountType: ' rent' }, options),
    { accountReference: 'ACC-77', accountType: 'RENT', misfits: [] },
  )
  assert.deepEqual(accountConcerned({}, options), {
    accountReference: null,
    accountType: '',
    misfits: [],
  })
})

test('a type that is not configured is a misfit, and the account goes without', () => {
  assert.deepEqual(
    accountConcerned({ externalAccountId: 'ACC-77', externalAccountType: 'Pigeon' }, options),
    {
      accountReference: 'ACC-77',
      accountType: '',
      misfits: [{ parameter: 'ExternalAccountType', text: 'Pigeon', list: 'account type' }],
    },
  )
})
