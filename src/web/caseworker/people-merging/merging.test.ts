import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { addContact, setAlert } from '#domain/customer-records/index.ts'
import { updateCustomer } from '#domain/customers/index.ts'
import { mergeCustomers, unmergeCustomers } from '#domain/customer-merging/index.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

let stage: CaseStage
let web: WebStage
let cookies: Cookies
before(async () => {
  stage = await caseStage()
  web = await webStage(stage)
  cookies = await web.signIn()
})
after(async () => {
  await web.app.close()
  await stage.close()
})

let turn = 0
/** Two records of one person, each with a reference and a case; the second has a contact detail and an alert. */
let kept: string
let merged: string
let caseId: number
beforeEach(async () => {
  turn += 1
  await stage.create({
    Type: 'Complaint',
    'Customer.Id': `P-${turn}A`,
    'Customer.FirstName': 'Ife',
    'Customer.Surname': `Okafor${turn}`,
    'Customer.Phone': `0113 222 00${10 + turn}`,
  })
  const opened = await stage.create({
    Type: 'Complaint',
    Label: `Damp ${turn}`,
    'Customer.Id': `P-${turn}B`,
    'Customer.Surname': `Okafor${turn}`,
    'Customer.Mobile': `0113 222 00${10 + turn}`,
    'Customer.Town': 'Leeds',
  })
  caseId = opened.caseId
  kept = await numberOf(`P-${turn}A`)
  merged = await numberOf(`P-${turn}B`)
  const actor = stage.actor('administrator')
  const sister = { Person: merged, Kind: 'representative', Details: 'Her sister' }
  await stage.perform(addContact, sister, actor)
  const alert = { Person: merged, Alert: 'Visit in pairs', Reason: 'A dog', ReviewOn: '1/3/2027' }
  await stage.perform(setAlert, alert, actor)
})

const numberOf = async (reference: string): Promise<string> => {
  const [row] = await stage.rows(
    `select customer_id::text as id from customers where organisation_id = $1 and reference = '${reference}'`,
  )
  return String(row?.['id'])
}
const send = (path: string, fields: Readonly<Record<string, string>> = {}) =>
  web.send(path, cookies, fields)
const shown = async (path: string) => textOf(await web.open(path, cookies))
const merge = (fields: Readonly<Record<string, string>> = {}) =>
  send(`/people/${kept}/merge/${merged}`, fields)
const undo = async () => {
  const [, address = ''] =
    /href="(\/people\/merges\/\d+\/undo)"/.exec(
      (await web.open(`/people/${kept}`, cookies)).body,
    ) ?? []
  return { address, sent: await send(address) }
}

/** All that merging may touch of the two, as it stands. */
const standing = () =>
  stage.rows(
    `select (select jsonb_agg(to_jsonb(c) - 'updated_at' - 'changed_in' order by c.customer_id)
        from customers c where c.organisation_id = $1) as people,
       (select jsonb_agg(to_jsonb(p) order by p.case_id, p.role, p.position)
        from case_parties p where p.organisation_id = $1) as parties,
       (select jsonb_agg(to_jsonb(k) order by k.contact_id)
        from customer_contacts k where k.organisation_id = $1) as contacts,
       (select jsonb_agg(to_jsonb(a) order by a.alert_id)
        from customer_alerts a where a.organisation_id = $1) as alerts`,
  )

test('a record is compared with any other, from the page of the person', async () => {
  assert.match(
    (await web.open(`/people/${kept}`, cookies)).body,
    new RegExp(`href="/people/${kept}/compare"`),
  )
  const page = `/people/${kept}/compare`
  assert.match(await shown(page), /Compare with another person Find the other record/)
  const { body } = await send(page, { Text: `Okafor${turn}` })
  assert.match(body, new RegExp(`href="/people/${kept}/merge/${merged}"`))
  assert.doesNotMatch(body, new RegExp(`merge/${kept}"`))
  assert.match(await shown(`/people/${kept}/merge/${merged}`), /Merge two records/)
  assert.match(textOf(await send(page)), /There is a problem Enter a name, address/)
  assert.equal((await web.open('/people/999999/compare', cookies)).statusCode, 404)
})

test('who could be the same person is compared field by field and merged; all that belongs to them follows', async () => {
  assert.match(
    await shown(`/people/${kept}`),
    /Could be the same person .* same phone number Compare and merge/,
  )
  const preview = await shown(`/people/${kept}/merge/${merged}`)
  assert.match(preview, /Why they may be one person: same phone number/)
  assert.match(preview, /Address Nothing As in the record that stays Leeds As in the record that/)
  assert.match(preview, new RegExp(`Damp ${turn}`))
  const done = await merge({ 'Take.Name': 'kept', 'Take.Mobile': 'kept' })
  assert.equal(done.headers.location, `/people/${kept}`)
  const text = await shown(`/people/${kept}`)
  assert.match(text, /Visit in pairs A dog .*Address Leeds .*Representative Her sister/)
  assert.match(text, new RegExp(`Damp ${turn}`))
  assert.match(text, /Went into this record: merged by Dee, Sam on 14 March 2026 Take apart/)
  assert.doesNotMatch(text, /Mobile|Could be the same/)
  const other = await shown(`/people/${merged}`)
  assert.match(other, /This record went into that of Ife Okafor/)
  assert.doesNotMatch(other, /Change the record/)
  assert.match(await shown(`/cases/${caseId}/timeline`), /Two records of somebody .* were merged/)
  assert.equal((await send(`/people/${merged}/edit`, { Town: 'York' })).statusCode, 403)
  const found = await send('/people', { Text: `p-${turn}b` })
  assert.match(found.body, new RegExp(`href="/people/${kept}"`))
})

test('taken apart again, everything is as it was, but what was changed since stays', async () => {
  const earlier = await standing()
  await merge({ 'Take.Reference': 'other', 'Take.Name': 'other' })
  assert.equal(await numberOf(`P-${turn}B`), kept)
  assert.notDeepEqual(await standing(), earlier)
  const { address, sent } = await undo()
  assert.equal(sent.statusCode, 303)
  assert.deepEqual(await standing(), earlier)
  assert.match(await shown(`/people/${kept}`), /merged by Dee, Sam .* taken apart by Dee, Sam/)
  assert.match(textOf(await send(address)), /have been taken apart already/)

  await merge()
  await send(`/people/${kept}/edit`, { Town: 'York' })
  assert.match(
    await shown((await undoAddress()) ?? ''),
    /Changed since, and so left as it is Address/,
  )
  await undo()
  assert.match(await shown(`/people/${kept}`), /Address York/)
})

const undoAddress = async () =>
  /href="(\/people\/merges\/\d+\/undo)"/.exec(
    (await web.open(`/people/${kept}`, cookies)).body,
  )?.[1]

test('programs go on naming the merged record: its cases and changes come to the one that was kept', async () => {
  await merge()
  const { caseId: later } = await stage.create({
    Type: 'Complaint',
    'Customer.Id': `P-${turn}B`,
    'Customer.Mobile': `0113 222 00${10 + turn}`,
  })
  const [party] = await stage.rows(
    `select customer_id::text as id from case_parties where organisation_id = $1 and case_id = $2`,
    later,
  )
  assert.equal(party?.['id'], kept)
  await stage.perform(updateCustomer, { Id: `P-${turn}B`, Email: 'ife@north.example' })
  const answer = await stage.perform(updateCustomer, { Id: `P-${turn}B`, NewId: `P-${turn}C` })
  assert.deepEqual(answer, { id: `P-${turn}C` })
  assert.match(await shown(`/people/${kept}`), /E-mail address ife@north\.example Reference P-\d+A/)
  assert.equal(await numberOf(`P-${turn}C`), merged)
})

test('whoever may not know of a case is told nothing of it, and it follows all the same', async () => {
  await stage.rows(
    'update cases set is_confidential = true where organisation_id = $1 and case_id = $2',
    caseId,
  )
  const actor = stage.actor('case worker')
  const outcome = await stage.perform(mergeCustomers, { Person: kept, Other: merged }, actor)
  assert.deepEqual(Object.keys(outcome as object), ['person', 'merge'])
  const partyOf = async () =>
    (
      await stage.rows(
        `select customer_id::text as id from case_parties where organisation_id = $1 and case_id = $2`,
        caseId,
      )
    )[0]?.['id']
  assert.equal(await partyOf(), kept)
  const [entry] = await stage.test.sql(
    `select particulars::text as told from audit_entries where operation = 'mergecustomers'
     order by entry_id desc limit 1`,
  )
  assert.doesNotMatch(String(entry?.['told']), new RegExp(String(caseId)))
  const { merge: number } = outcome as { merge: string }
  await stage.perform(unmergeCustomers, { Merge: number }, actor)
  assert.equal(await partyOf(), merged)
})

test('records that went on into others are taken apart last first', async () => {
  await merge()
  const first = await undoAddress()
  const third = (await send('/people/new', { Surname: 'Bello' })).headers.location ?? ''
  assert.equal((await send(`${third}/merge/${kept}`)).statusCode, 303)
  assert.match(await shown(`/people/${merged}`), /This record went into that of Bello/)
  assert.match(textOf(await send(first ?? '')), /take these apart first/)
  const [, last = ''] =
    /href="(\/people\/merges\/\d+\/undo)"/.exec((await web.open(third, cookies)).body) ?? []
  assert.equal((await send(last)).statusCode, 303)
  assert.match(await shown(`/people/${merged}`), /This record went into that of Ife Okafor/)
  assert.equal((await send(first ?? '')).statusCode, 303)
})

test('a record that somebody has changed meanwhile is shown again, and none is merged with itself', async () => {
  assert.match(textOf(await merge({ Seen: 'long ago' })), /Somebody else has changed one of the/)
  const same = await send(`/people/${kept}/merge/${kept}`)
  assert.match(textOf(same), /cannot be merged with itself/)
})
