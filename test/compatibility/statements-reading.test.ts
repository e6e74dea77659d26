import assert from 'node:assert/strict'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before } from 'node:test'
import { api } from '#api/plugin.ts'
import { readConfig } from '#config'
import { allOperations } from '#operations'
import { silentLog } from '#platform/log.ts'
import { createServer } from '#server'
import { assertError, form } from '#test/api-stage.ts'
import { contractStage, type ContractStage } from '#test/contract-stage.ts'
import { fixtureKey } from '#test/fixture.ts'
import { statement } from '#test/tally/statement.ts'

let stage: ContractStage
before(async () => {
  stage = await contractStage()
})
after(() => stage.close())

interface Sending {
  readonly query?: string
  readonly type?: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Adds a note with the query and body given. */
const addNote = ({ query = '', type, body = '', headers }: Sending) =>
  stage.send({
    method: 'POST',
    url: `/addcasenotes?db=demo&${query}`,
    headers: {
      authorization: stage.bearer,
      ...(type === undefined ? {} : { 'content-type': type }),
      ...headers,
    },
    payload: body,
  })

/** Adds a note so, and checks that this text is what was stored last. */
async function assertNote(sending: Sending, text: string): Promise<void> {
  const reply = await addNote(sending)
  assert.equal(
    reply.statusCode,
    200,
    `${JSON.stringify(sending)} ${String(reply.headers['x-application-error-info'])}`,
  )
  const [note] = await stage.rows(
    `select body, kind from notes where organisation_id = $1 order by note_id desc limit 1`,
  )
  assert.equal(note?.['body'], text)
}

const inCase = 'CaseId=700123'
const formType = form['content-type']
const json = 'application/json'
const xml = 'text/xml'

statement('2.1 (1)', async () => {
  await assertNote({ query: inCase, type: formType, body: 'Notes=merged' }, 'merged')
  await assertNote({ query: `${inCase}&Notes=query`, type: formType }, 'query')
})

statement('2.1 (2)', async () => {
  await assertNote({ query: `${inCase}&Notes=query`, type: formType, body: 'Notes=body' }, 'body')
  await assertNote({ query: `${inCase}&Notes=one&Notes=two` }, 'two')
  const token = stage.bearer.slice('Bearer '.length)
  const twice = {
    query: `${inCase}&Notes=x&access_token=${token}`,
    type: formType,
    headers: { authorization: '' },
  }
  assert.equal((await addNote({ ...twice, body: 'access_token=None&db=nosuch' })).statusCode, 200)
})

statement('2.1 (3)', async () => {
  const ask = (body: string) =>
    stage.ask(
      'getcasedetails',
      { CaseId: '700123', Format: 'json' },
      {
        body,
        headers: { authorization: stage.bearer, 'content-type': json },
      },
    )
  assert.match((await ask('')).body, /"700123"/)
  assert.match((await ask(`{"CaseId": "700124", "Colour": "x"}`)).body, /"700124"/)
  assert.match((await ask('{')).body, /"700123"/)
  const body = '{"ExternalId": "EXT-0041"}'
  const read = await stage.ask(
    'getcasedetails',
    {},
    { body, headers: { authorization: stage.bearer, 'content-type': json } },
  )
  assert.match(read.body, /700122/)
})

statement('2.1 (4)', async () => {
  for (const type of [json, xml, formType, 'nonsense'])
    await assertNote({ query: `${inCase}&Notes=empty`, type }, 'empty')
})

statement('2.1 (5)', async () => {
  const bodies = {
    form: 'CaseId=700123&Notes=read',
    json: '{"CaseId": "700123", "Notes": "read"}',
    xml: '<CaseId>700123</CaseId><Notes>read</Notes>',
  }
  for (const [type, body] of [
    [`${formType}; charset=UTF-8`, bodies.form],
    [json, bodies.json],
    ['application/vnd.council+json;v=1', bodies.json],
    ['application/xml', bodies.xml],
    ['text/xml; charset=utf-8', bodies.xml],
    ['application/atom+xml', bodies.xml],
    [undefined, `  ${bodies.json}`],
    ['text/plain', `\n${bodies.xml}`],
    ['text/plain', bodies.form],
  ] as const)
    await assertNote({ ...(type === undefined ? {} : { type }), body }, 'read')
})

statement('2.1 (6)', async () => {
  assertError(await addNote({ type: json, body: '{' }), 400, 12097)
  assertError(await addNote({ type: json, body: '{', headers: { authorization: '' } }), 403, 12021)
  const inBody = `{"access_token": "${stage.bearer.slice(7)}"`
  assertError(
    await addNote({ type: json, body: inBody, headers: { authorization: '' } }),
    403,
    12021,
  )
})

statement('2.2', async () => {
  for (const [fields, text] of [
    ['Notes=a+b%20c', 'a b c'],
    ['Notes=a==', 'a=='],
    ['&&Notes=a&&', 'a'],
    ['Notes=100%', '100%'],
    ['Notes=50%zz', '50%zz'],
    ['Notes=http://x/y:1', 'http://x/y:1'],
    ['Notes=one%0D%0Atwo', 'one\ntwo'],
    ['Colour&Notes=caf%C3%A9', 'café'],
  ] as const)
    for (const order of [`${inCase}&${fields}`, `${fields}&${inCase}`])
      await assertNote({ type: formType, body: order }, text)
})

statement('2.3 (1)', async () => {
  await assertNote({ type: json, body: '[{"CaseId": "700123", "Notes": "peeled"}]' }, 'peeled')
  assertError(
    await addNote({ type: json, body: '[{"CaseId": "700123"}, {"Notes": "x"}]' }),
    400,
    12097,
  )
  const dotted = await stage.ask(
    'createcase',
    {},
    {
      body: '{"Type": "Complaint", "Customer.Surname": "Dotted"}',
      headers: { authorization: stage.bearer, 'content-type': json },
    },
  )
  assert.equal(dotted.statusCode, 200)
  assert.equal(await surnames('Dotted'), 1)
})

const surnames = async (surname: string) =>
  (
    await stage.rows(
      `select count(*)::int as n from customers where organisation_id = $1 and surname = $2`,
      surname,
    )
  )[0]?.['n']

statement('2.3 (2)', async () => {
  const body = '{"CaseId": 700123, "Notes": 42, "SelfServiceAccess": true, "Type": null}'
  await assertNote({ type: json, body }, '42')
  assert.deepEqual(
    await stage.rows(
      `select kind, is_visible_to_customer as "isVisible" from notes
       where organisation_id = $1 order by note_id desc limit 1`,
    ),
    [{ kind: 'General', isVisible: true }],
  )
})

statement('2.3 (3)', async () => {
  const body = JSON.stringify({
    Type: 'Complaint',
    Customer: { Surname: 'Nested', Title: {} },
    Details: ['one', 2, true],
    Reference: [{ a: 1 }],
  })
  const headers = { authorization: stage.bearer, 'content-type': json }
  const reply = await stage.ask('createcase', {}, { body, headers })
  assert.equal(reply.statusCode, 200)
  assert.equal(await surnames('Nested'), 1)
  const [opened] = await stage.rows(
    `select attributes from cases where organisation_id = $1 order by case_id desc limit 1`,
  )
  assert.deepEqual(opened?.['attributes'], { Details: 'one, 2, true' })
})

statement('2.4 (1)', async () => {
  const fields = '<CaseId>700123</CaseId> <Notes>rootless</Notes>'
  await assertNote({ type: xml, body: fields }, 'rootless')
  await assertNote({ type: xml, body: `\ufeff<?xml version="1.0"?> ${fields}` }, 'rootless')
  const entity = `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${fields}<Type>&b;</Type>`
  assertError(await addNote({ type: xml, body: entity }), 400, 12097)
})

statement('2.4 (2)', async () => {
  const body = '<anything><CaseId>700123</CaseId><Notes>rooted</Notes></anything>'
  await assertNote({ type: xml, body }, 'rooted')
  await assertNote({ type: xml, query: inCase, body: '<Notes>alone</Notes>' }, 'alone')
})

statement('2.4 (3)', async () => {
  const body = `<r><Type lang="en">Complaint</Type><!-- a comment --><Customer><Surname> Trimmed </Surname></Customer>
    <Customer.FirstName>Ann</Customer.FirstName></r>`
  const headers = { authorization: stage.bearer, 'content-type': xml }
  assert.equal((await stage.ask('createcase', {}, { body, headers })).statusCode, 200)
  assert.equal(await surnames('Trimmed'), 1)
})

statement('2.5', async () => {
  await assertNote(
    { type: formType, body: 'CASEID=700123&notes=cased&selfserviceaccess=yes' },
    'cased',
  )
  assert.equal((await stage.ask('getrecentcaselist', { Username: 'sdee' })).statusCode, 200)
})

statement('2.5 unknown', async () => {
  const fields = { Type: 'Complaint', RequestMethod: 'Web', Colour: 'teal', CaseId: '700123' }
  for (const word of ['getcasedetails', 'getcasedocuments', 'getcasecontactdetails'])
    assert.equal((await stage.ask(word, fields)).statusCode, 200, word)
})

statement('2.6 empty', async () => {
  assertError(await stage.ask('createcase', { Type: '' }), 400, 10002)
  const phone = async () =>
    (
      await stage.rows(
        `select phone from customers where organisation_id = $1 and reference = 'C90017'`,
      )
    )[0]?.['phone']
  await stage.ask('updatecustomer', { Id: 'C90017', Phone: '0113 496 0000' })
  const opened = await stage.ask('createcase', {
    Type: 'Complaint',
    'Customer.Id': 'C90017',
    'Customer.Phone': '',
  })
  assert.equal(opened.statusCode, 200)
  assert.equal(await phone(), '0113 496 0000')
  assert.equal((await stage.ask('updatecustomer', { Id: 'C90017', Phone: '' })).statusCode, 200)
  assert.equal(await phone(), null)
})

statement('2.6 sizes', async () => {
  const config = readConfig({})
  const server = createServer({ config, log: silentLog, isReady: async () => true })
  await server.register(api, {
    ...config,
    door: stage.door,
    operations: allOperations,
    log: silentLog,
    masterKey: fixtureKey,
    sealingKey: fixtureKey,
    trustedProxies: [],
    tokenAudiences: [],
    limits: {
      bodyLength: config.maxBody,
      parameters: config.maxParameters,
      nameLength: config.maxNameLength,
      xmlDepth: config.maxXmlDepth,
      jsonDepth: config.maxJsonDepth,
    },
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as AddressInfo
  const call = (query: string, body: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const path = `/addcasenotes?db=demo&CaseId=700123&${query}`
      const headers = { authorization: stage.bearer, ...form }
      const sent = request({ port, host: '127.0.0.1', method: 'POST', path, headers }, (reply) => {
        reply.resume().on('end', () => resolve(reply.statusCode))
      })
      sent.on('error', reject).end(body)
    })
  assert.equal(await call(`Notes=long&Colour=${'x'.repeat(64 * 1024 - 200)}`, ''), 200)
  assert.equal(await call('', `Notes=large&Colour=${'x'.repeat(10 * 1024 * 1024 - 100)}`), 200)
  await server.close()
})
