import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { assertError } from '#test/api-stage.ts'
import { contractStage, type ContractStage } from '#test/contract-stage.ts'
import { statement } from '#test/tally/statement.ts'

let stage: ContractStage
before(async () => {
  stage = await contractStage()
})
after(() => stage.close())

type Sent = Readonly<Record<string, string>>
async function ok(word: string, sent: Sent): Promise<void> {
  const reply = await stage.ask(word, sent)
  assert.equal(
    reply.statusCode,
    200,
    `${word} ${String(reply.headers['x-application-error-info'])}`,
  )
}

const rent = { Type: 'RENT', ExternalAccountId: 'ACC-77' }

statement('original 23', async () => {
  const nine = {
    Balance: '212.40',
    BalanceDate: '2026-03-14',
    ClosedDate: '2026-03-31',
    StartDate: '2026-04-01',
    EndDate: '2027-03-31',
    Description: 'Flat 2, 9 Mill Lane',
    Status: 'In arrears',
  }
  await ok('updateaccount', { ...rent, ...nine, DateRemoved: '' })
  const [held] = await stage.rows(
    `select balance::text, balance_on::text, closed_on::text, start_on::text, end_on::text, description, status
     from accounts where organisation_id = $1 and reference = 'ACC-77'`,
  )
  assert.deepEqual(Object.values(held ?? {}), Object.values(nine))
})

statement('original 24', async () => {
  const reply = await stage.ask('updateaccount', rent)
  assert.equal(reply.headers['content-type'], 'text/xml;charset=UTF-8')
  assertError(await stage.ask('updateaccount', { ...rent, Type: 'NOSUCH' }), 400, 84099)
  await stage.rows(
    `insert into accounts (organisation_id, account_type, reference, updated_at)
     values ($1, 'RENT', 'ACC-24', '2026-03-01')`,
  )
  const other = { ...rent, ExternalAccountId: 'ACC-24' }
  await ok('updateaccount', { ...other, DateRemoved: '2026-03-14' })
  assertError(await stage.ask('updateaccount', other), 400, 84099)
})

const send = async (type: string, body: string, Format: string) => {
  const headers = { authorization: stage.bearer, 'content-type': type }
  const reply = await stage.ask('updateaccount', {}, { body, headers })
  assert.equal(reply.statusCode, 200, Format)
  return reply.body
}

statement('original 25', async () => {
  await send('application/json', JSON.stringify({ ...rent, Status: 'by JSON' }), 'xml')
  await send(
    'application/xml',
    '<?xml version="1.0"?> <Type>RENT</Type> <ExternalAccountId>ACC-77</ExternalAccountId>',
    'xml',
  )
})

statement('original 26', async () => {
  const root = 'updateaccountattributeresponse'
  const inFormat = (Format: string) =>
    send('application/json', JSON.stringify({ ...rent, Format }), Format)
  assert.equal(await inFormat('json'), `{"${root}": {"accountid": "ACC-77"}}`)
  assert.equal(
    await inFormat('xml'),
    `<?xml version="1.0" encoding="UTF-8"?><${root}><accountid>ACC-77</accountid></${root}>`,
  )
})
