import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseStage } from '#test/case-stage.ts'
import { everyElement, readTree } from '#test/html-tree.ts'
import { cookiesOf, signedIn, textOf } from '#test/web-stage.ts'
import { configuredOptions, listOptions } from '#domain/options/index.ts'

const { stage, web, cookies } = await signedIn(await caseStage())

type Fields = Readonly<Record<string, string>>
const methods = '/admin/options/contact-method'

/** Sends a form and gives what the page says to which it leads. */
async function send(address: string, fields: Fields = {}): Promise<string> {
  const sent = await web.send(address, cookies, fields)
  assert.equal(sent.statusCode, 303, textOf(sent))
  const next = String(sent.headers.location)
  const text = textOf(await web.open(next, { ...cookies, ...cookiesOf(sent) }))
  await isKnown()
  return text
}

/** Waits until the server has heard that the lists have changed. */
async function isKnown(): Promise<void> {
  const list = 'contact method'
  const known = () =>
    stage.test.database.read(stage.organisationId, async (db) => {
      const [options, kept] = [await configuredOptions(db), await listOptions(db, {})]
      const offered = kept.filter(({ isRetired }) => !isRetired)
      const [held] = await stage.rows(
        `select is_strict as "isStrict" from option_lists where organisation_id = $1`,
      )
      const isSame = JSON.stringify(options.all) === JSON.stringify(offered)
      return isSame && options.isStrict(list) === held?.['isStrict']
    })
  while (!(await known())) await new Promise((resolve) => setTimeout(resolve, 5))
}

const numberOf = async (value: string): Promise<string> => {
  const all = await stage.rows(
    `select option_id as id, value from options where organisation_id = $1 and list = 'contact method'`,
  )
  return String(all.find((each) => each['value'] === value)?.['id'])
}
const address = async (value: string) => `${methods}/values/${await numberOf(value)}`
const order = async () => {
  const rows = await stage.rows(
    `select value from options where organisation_id = $1 and list = 'contact method'
     and retired_at is null order by position`,
  )
  return rows.map(({ value }) => value)
}
const hear = (ContactMethod: string) =>
  stage.create({
    Type: 'Complaint',
    'Customer.Surname': 'Field',
    'Customer.ContactMethod': ContactMethod,
  })
const methodOf = async (caseId: number) => {
  const [row] = await stage.rows(
    `select c.contact_method as method
     from case_parties p join customers c using (organisation_id, customer_id)
     where p.organisation_id = $1 and p.case_id = $2`,
    caseId,
  )
  return row?.['method']
}

test('values are added, put in order, and offered in it', async () => {
  await stage.rows(
    `delete from options where organisation_id = $1 and list = 'contact method' returning 1`,
  )
  await stage.rows(
    `insert into options (organisation_id, list, value)
     select $1, 'parameter', 'Customer.ContactMethod' on conflict do nothing`,
  )
  assert.match(textOf(await web.open(methods, cookies)), /every text is taken as it is/)
  for (const Value of ['Letter', 'By telephone', 'E-mail'])
    assert.match(await send(`${methods}/new`, { Value }), /Value added/)
  assert.match(await send(`${await address('E-mail')}/move/up`), /Order changed/)
  assert.deepEqual(await order(), ['Letter', 'E-mail', 'By telephone'])
  await send(`${await address('By telephone')}/move/down`)
  assert.deepEqual(await order(), ['Letter', 'E-mail', 'By telephone'])
  const twice = await web.send(`${methods}/new`, cookies, { Value: ' letter ' })
  assert.equal(twice.statusCode, 422)
  assert.match(textOf(twice), /The list has “Letter” already/)
})

test('a value that is renamed is understood by its old name; cases keep the word they have', async () => {
  const { caseId: earlier } = await hear('by TELEPHONE')
  assert.equal(await methodOf(earlier), 'By telephone')
  const page = textOf(await web.open(await address('By telephone'), cookies))
  assert.match(page, /Cases keep the name they were given/)
  const renamed = { Value: 'Phone', Synonyms: 'Tel\r\n tel \r\nRing', IsAccepted: 'true' }
  assert.match(
    await send(await address('By telephone'), renamed),
    /Phone Tel, Ring, By telephone Accepted/,
  )
  assert.equal(await methodOf(earlier), 'By telephone')
  for (const sent of ['By telephone', 'RING', 'phone'])
    assert.equal(await methodOf((await hear(sent)).caseId), 'Phone')
  const [audited] = await stage.rows(
    `select particulars from audit_entries where organisation_id = $1 and operation = 'amendoption'`,
  )
  const told = audited?.['particulars'] as Record<string, { value: string }> | undefined
  assert.deepEqual([told?.['before']?.value, told?.['after']?.value], ['By telephone', 'Phone'])
  const clash = await web.send(await address('Letter'), cookies, { Value: 'ring' })
  assert.match(textOf(clash), /“ring” is another word for “Phone” in this list already/)
})

test('what is retired is offered no longer, and can be brought back', async () => {
  assert.match(await send(`${await address('Letter')}/retire`), /Value retired/)
  const { caseId } = await hear('Letter')
  assert.deepEqual(await stage.flagsOf(caseId), [
    { parameter: 'Customer.ContactMethod', text: 'Letter' },
  ])
  const twice = await web.send(`${methods}/new`, cookies, { Value: 'Letter' })
  assert.match(textOf(twice), /among its retired values: bring it back instead/)
  assert.match(await send(`${await address('Letter')}/restore`), /Value brought back/)
  assert.deepEqual(await stage.flagsOf((await hear('Letter')).caseId), [])
})

test('a value that programs may not send is like one that is not there, for them', async () => {
  await send(await address('Letter'), { Value: 'Letter' })
  const { caseId } = await hear('Letter')
  assert.equal((await stage.flagsOf(caseId)).length, 1)
  assert.match(textOf(await web.open(methods, cookies)), /Letter None Not accepted/)
})

test('a list can be held to more strictly than the others, and the others more than it', async () => {
  assert.match(await send(`${methods}/holding`, { Holding: 'strict' }), /is refused/)
  const sent = { Type: 'Complaint', 'Customer.Surname': 'Field', 'Customer.ContactMethod': 'Owl' }
  const flaw = { parameter: 'Customer.ContactMethod', kind: 'invalid' }
  await stage.refused(sent, 'invalidInput', flaw)
  await stage.create({ ...sent, 'Customer.ContactMethod': 'E-mail', RequestMethod: 'Owl' })
  await stage.setStrict(true)
  assert.match(await send(`${methods}/holding`, { Holding: 'lenient' }), /kept and flagged/)
  await stage.create(sent)
  assert.match(await send(`${methods}/holding`, { Holding: 'usual' }), /settings say/)
  await stage.refused(sent, 'invalidInput', flaw)
  await stage.setStrict(false)
})

test('names that programs go by stay; an unknown list is not found', async () => {
  const page = await web.open('/admin/options/account-type', cookies)
  const link = everyElement(readTree(page.body)).find(({ attributes }) =>
    attributes['href']?.includes('/values/'),
  )
  const own = link?.attributes['href'] ?? ''
  const sent = await web.send(own, cookies, { Value: 'Other' })
  assert.match(textOf(sent), /Programs and records go by this name/)
  assert.equal((await web.open('/admin/options/nonsense', cookies)).statusCode, 404)
  assert.equal((await web.open(`${methods}/values/999999`, cookies)).statusCode, 404)
})

test('only who may administer something finds the way to it', async () => {
  assert.match(textOf(await web.open('/admin', cookies)), /Lists of values/)
  await stage.rows(
    `update users set role = 'case worker' where organisation_id = $1 and user_name = 'sdee' returning 1`,
  )
  for (const url of ['/admin', '/admin/options', `${methods}/new`])
    assert.equal((await web.open(url, cookies)).statusCode, 403)
})
