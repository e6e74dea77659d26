import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fixture, type Fixture } from '#test/fixture.ts'
import { updateAccount } from './index.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

const update = (sent: Record<string, string>, actor = stage.actor()) =>
  stage.perform(updateAccount, { Type: 'RENT', ExternalAccountId: 'ACC-77', ...sent }, actor)
const account = async (organisationId = stage.organisationId, reference = 'ACC-77') => {
  const [row] = await stage.test.sql(
    `select balance, balance_on::text, closed_on::text, start_on::text, end_on::text, description,
       status, removed_on::text
     from accounts where organisation_id = $1 and reference = $2`,
    [organisationId, reference],
  )
  return row
}
const unknown = { kind: { name: 'unknownAccount', message: 'There is no such account' } }

test('all that is passed changes, the answer repeats the reference, and only what is passed changes', async () => {
  const answer = await update({
    Balance: '-212.40',
    BalanceDate: '2026-03-14',
    ClosedDate: '2026-03-31',
    StartDate: '2026-04-01',
    EndDate: '2027-03-31',
    Description: 'Flat 2, 9 Mill Lane',
    Status: 'In arrears',
  })
  assert.deepEqual(answer, { accountId: 'ACC-77' })
  const whole = {
    balance: '-212.40',
    balance_on: '2026-03-14',
    closed_on: '2026-03-31',
    start_on: '2026-04-01',
    end_on: '2027-03-31',
    description: 'Flat 2, 9 Mill Lane',
    status: 'In arrears',
    removed_on: null,
  }
  assert.deepEqual(await account(), whole)
  await update({ Status: 'Clear', Description: '', DateRemoved: '' })
  assert.deepEqual(await account(), { ...whole, status: 'Clear' })
})

test('an account of another organisation is neither changed nor known', async () => {
  await update({ Status: 'Ours' })
  assert.equal((await account(stage.otherOrganisationId))?.['status'], null)
  await stage.test.sql(
    `insert into accounts (organisation_id, account_type, reference, updated_at)
     values ($1, 'RENT', 'ACC-78', '2026-03-01')`,
    [stage.otherOrganisationId],
  )
  await assert.rejects(update({ ExternalAccountId: 'ACC-78' }), unknown)
})

test('the type is matched without regard to case and outer space', async () => {
  assert.deepEqual(await update({ Type: ' rENT ' }), { accountId: 'ACC-77' })
})

test('values that identify no account are refused: another type, another reference', async () => {
  await assert.rejects(update({ Type: 'CTAX' }), unknown)
  await assert.rejects(update({ ExternalAccountId: 'ACC-0' }), unknown)
  await assert.rejects(update({ ExternalAccountId: 'acc-77' }), unknown)
})

test('of two missing parameters the type is told first', async () => {
  await assert.rejects(stage.perform(updateAccount, { Type: '' }), ({ flaws }) => {
    assert.deepEqual(
      flaws.map(({ parameter, kind }: Record<string, string>) => [parameter, kind]),
      [
        ['Type', 'missing'],
        ['ExternalAccountId', 'missing'],
      ],
    )
    return true
  })
})

for (const name of ['BalanceDate', 'ClosedDate', 'StartDate', 'EndDate', 'DateRemoved'])
  for (const value of ['14/03/2026', '2026-02-30', '2026-03-14T09:30:00', 'soon'])
    test(`${name} as ${value} is refused and nothing changes`, async () => {
      const earlier = await account()
      await assert.rejects(update({ [name]: value, Status: 'Never' }), ({ kind, flaws }) => {
        assert.equal(kind.name, 'invalidInput')
        assert.deepEqual([flaws[0].parameter, flaws[0].kind], [name, 'invalid'])
        return true
      })
      assert.deepEqual(await account(), earlier)
    })

test('a balance that is no amount is refused', async () => {
  await assert.rejects(update({ Balance: '£5' }), {
    message: 'Something that was sent cannot be used',
  })
})

test('an account is gone as soon as it has a day of removal, even one to come', async () => {
  await stage.test.sql(
    `insert into accounts (organisation_id, account_type, reference, updated_at)
     values ($1, 'RENT', 'ACC-80', '2026-03-01')`,
    [stage.organisationId],
  )
  await update({ ExternalAccountId: 'ACC-80', DateRemoved: '2030-01-01', Status: 'Gone' })
  const row = await account(stage.organisationId, 'ACC-80')
  assert.deepEqual([row?.['removed_on'], row?.['status']], ['2030-01-01', 'Gone'])
  await assert.rejects(update({ ExternalAccountId: 'ACC-80' }), unknown)
})

test('who may not change accounts changes none', async () => {
  const earlier = await account()
  await assert.rejects(update({ Status: 'Never' }, stage.actor('front line')), {
    message: 'You do not have permission to do this',
  })
  assert.deepEqual(await account(), earlier)
})
