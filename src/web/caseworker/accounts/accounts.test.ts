import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setAccount } from '#domain/accounts/index.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

let stage: CaseStage
let web: WebStage
let cookies: Cookies
let account: string
let caseId: number
before(async () => {
  stage = await caseStage()
  await stage.rows(
    `insert into options (organisation_id, list, value)
     values ($1, 'account type', 'RENT'), ($1, 'account type', 'CTAX') on conflict do nothing`,
  )
  web = await webStage(stage)
  cookies = await web.signIn()
  const added = await send('/accounts/new', {
    AccountType: 'RENT',
    Reference: 'R-5501',
    Balance: '12.5',
  })
  account = String(added.headers.location)
  const opened = await stage.create({
    Type: 'Complaint',
    'Customer.Surname': 'Okafor',
    Label: 'Damp',
  })
  caseId = opened.caseId
})
after(async () => {
  await web.app.close()
  await stage.close()
})

const send = (path: string, fields: Readonly<Record<string, string>>) =>
  web.send(path, cookies, fields)
const shown = async (path: string) => textOf(await web.open(path, cookies))
const link = (fields: Readonly<Record<string, string>>) => send(`/cases/${caseId}/account`, fields)

test('an account is added once, found by its reference and changed', async () => {
  assert.match(await shown(account), /Account RENT R-5501 .* Balance £12.50 /)
  const again = await send('/accounts/new', { AccountType: 'rent', Reference: 'R-5501' })
  assert.equal(again.statusCode, 422)
  assert.match(textOf(again), /There is an account of this type and reference already/)
  assert.match(
    textOf(await send('/search', { Text: 'r-5501' })),
    /Accounts RENT R-5501 Same account/,
  )
  const record = {
    AccountType: 'RENT',
    Reference: 'R-5501',
    StartOn: '1/4/2026',
    EndOn: '31/3/2027',
  }
  const seen = / name="Seen"\s+value="([^"]+)"/.exec(
    (await web.open(`${account}/edit`, cookies)).body,
  )
  assert.equal(
    (await send(`${account}/edit`, { ...record, Seen: seen?.[1] ?? '' })).statusCode,
    303,
  )
  const text = await shown(account)
  assert.match(text, /Open from 1 April 2026 Open until 31 March 2027/)
  assert.doesNotMatch(text, /Balance/)
  const old = { ...record, Seen: '2026-01-01T00:00:00.000Z' }
  const late = textOf(await send(`${account}/edit`, old))
  assert.match(late, /Somebody else has changed this since .* What somebody else has changed/)
})

test('what cannot be kept of an account is said at its field', async () => {
  const bad = await send('/accounts/new', {
    AccountType: 'Pigeon',
    Reference: 'R-1',
    StartOn: '2/4/2026',
    EndOn: '1/4/2026',
  })
  assert.match(textOf(bad), /type of account must be one of the list/)
  assert.match(textOf(bad), /Open until must not be earlier than open from/)
})

test('a case is linked with an account, which shows the case and its people, until it is taken away', async () => {
  assert.match(
    textOf(await link({ ExternalAccountId: 'R-0' })),
    /There is no account of this reference/,
  )
  assert.match(
    textOf(await link({ ExternalAccountId: 'R-5501', AccountType: 'CTAX' })),
    /no account/,
  )
  assert.equal((await link({ ExternalAccountId: 'R-5501' })).statusCode, 303)
  assert.match(await shown(`/cases/${caseId}/details`), /Account RENT R-5501 Change the account/)
  assert.match(await shown(account), /Cases Case \d+: Damp .* People Okafor Customer/)
  assert.match(
    await shown(`/cases/${caseId}/timeline`),
    /Account set by Dee, Sam .* Account: set to “RENT R-5501”/,
  )
  assert.equal((await link({ ExternalAccountId: '' })).statusCode, 303)
  assert.match(await shown(`/cases/${caseId}/details`), /concerns no account/)
  assert.match(await shown(account), /There are no cases that you may see/)
})

test('where several accounts have a reference, the type is asked for', async () => {
  await send('/accounts/new', { AccountType: 'CTAX', Reference: 'R-5501' })
  assert.match(textOf(await link({ ExternalAccountId: 'R-5501' })), /say of which type/)
  assert.equal((await link({ ExternalAccountId: 'R-5501', AccountType: 'CTAX' })).statusCode, 303)
})

test('whoever may not know of a case meets neither it nor its people at its account', async () => {
  await link({ ExternalAccountId: 'R-5501', AccountType: 'RENT' })
  await stage.rows(
    'update cases set is_confidential = true where organisation_id = $1 and case_id = $2',
    caseId,
  )
  await stage.rows(
    `insert into users (organisation_id, user_name, full_name, email, role)
     values ($1, 'admin2', 'Ada Min', 'ada@demo.example', 'administrator')`,
  )
  await stage.rows(
    `update users set role = 'manager' where organisation_id = $1 and user_name = 'sdee'`,
  )
  await stage.rows(`delete from roles where organisation_id = $1`)
  await stage.rows(
    `insert into roles (organisation_id, name, permissions, changed_by, changed_at)
     values ($1, 'manager', '{case.view,customer.view,account.update}', 'x', '2026-03-01')`,
  )
  const text = await shown(account)
  assert.match(text, /There are no cases that you may see/)
  assert.doesNotMatch(text, /Okafor|Damp/)
})

test('a front-line officer neither adds nor changes accounts', async () => {
  const officer = stage.actor('front line')
  await assert.rejects(
    stage.perform(setAccount, { CaseId: String(caseId), ExternalAccountId: 'R-5501' }, officer),
    { message: 'You do not have permission to do this' },
  )
})
