import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { assertError } from '#test/api-stage.ts'
import { contractStage, storedPdf, type ContractStage } from '#test/contract-stage.ts'
import { readXml, textsOf } from '#test/read-xml.ts'
import { statement } from '#test/tally/statement.ts'

let stage: ContractStage
before(async () => {
  stage = await contractStage()
})
after(() => stage.close())

type Sent = Readonly<Record<string, string>>
const declaration = '<?xml version="1.0" encoding="UTF-8"?>'

statement('6.7', async () => {
  const xml = await stage.ask('getcasedetails', { ExternalId: 'EXT-0042' })
  assert.equal(xml.headers['content-disposition'], 'filename="output.xml"')
  const root = readXml(xml.body)
  assert.equal(root.attributes['RequestId'], 'EXT-0042')
  assert.deepEqual(textsOf(root, 'CaseDetails.CaseId'), ['700123', '700124'])
  const first = root.children[0] ?? assert.fail('no case')
  assert.ok(
    first.children[0]?.name.startsWith('CaseDetailsComplaint.'),
    'form attributes come first',
  )
  assert.equal(
    xml.body.split('\n').length,
    2 + root.children.length * (first.children.length + 2) + 1,
  )
  const json = await stage.ask('getcasedetails', { CaseId: '700123', Format: 'json' })
  assert.equal(json.headers['content-disposition'], 'filename="output.json"')
  const unknown = await stage.ask('getcasedetails', { CaseId: '700999', Format: 'json' })
  assertError(unknown, 400, 16002)
  assert.equal(unknown.headers['content-disposition'], 'filename="output.xml"')
})

statement('6.8', async () => {
  const root = 'getcaseattributeresponse'
  assert.equal(
    await stage.answer('getcaseattribute', { CaseId: '700123', Attribute: 'CaseId' }),
    `${declaration}<${root}><caseid>700123</caseid><attribute>CaseId</attribute><value>700123</value></${root}>`,
  )
  const unknown = await stage.json('getcaseattribute', { CaseId: '700123', Attribute: 'NoSuch' })
  assert.deepEqual(unknown, { [root]: { caseid: '700123', attribute: 'NoSuch', value: '' } })
})

statement('6.9', async () => {
  const host = 'demo.icasework.com'
  const reply = await stage.ask('getcasedocuments', { CaseId: '700123' }, { host, db: '' })
  const letters = readXml(reply.body).children.map(({ attributes }) => attributes)
  assert.deepEqual(
    letters.map(({ Id, Name, Code }) => [Id, Name, Code]),
    [
      ['C51002', 'Acknowledgement', 'ACKLET'],
      ['C51003', 'Reply', 'RESPLET'],
    ],
  )
  const files = readXml(
    (
      await stage.ask(
        'getcasedocuments',
        { CaseId: '700122', SelfService: 'True' },
        { host, db: '' },
      )
    ).body,
  )
  const [address = ''] = textsOf(files, 'Document')
  assert.equal(new URL(address).host, host)
  const { pathname, search } = new URL(address)
  for (const _ of [1, 2]) {
    const got = await stage.send({ method: 'GET', url: pathname + search, headers: { host } })
    assert.equal(got.statusCode, 200)
    assert.equal(got.headers['content-type'], 'application/pdf')
    assert.equal(got.body, storedPdf)
  }
  const listed = (await stage.json('getcasedocuments', { CaseId: '700122' })) as readonly Sent[]
  assert.deepEqual(
    listed.map(({ Id, Source }) => [Id, Source]),
    [['D40017', 'Document']],
  )
  assert.match(listed[0]?.['URL'] ?? '', /servlets\.getImg\?ref=D40017&bin=Y&auth=0&db=/)
})

statement('6.9 lapsed', async () => {
  const [address = ''] = textsOf(
    readXml(await stage.answer('getcasedocuments', { CaseId: '700122' })),
    'Document',
  )
  const { pathname, search } = new URL(address)
  const fetchIt = (query: string) => stage.send({ method: 'GET', url: `${pathname}${query}` })
  const assertBad = async (query: string) => {
    const reply = await fetchIt(query)
    assertError(reply, 403, 21)
    assert.equal(reply.headers['x-application-error-info'], 'Invalid token (6)')
  }
  await assertBad(search.slice(0, -4))
  await assertBad('?ref=D40017&bin=Y&auth=0&db=demo')
  stage.clock.set('2026-03-14T10:29:00Z')
  assert.equal((await fetchIt(search)).statusCode, 200)
  stage.clock.set('2026-03-15T09:30:00Z')
  await assertBad(search)
  stage.clock.set('2026-03-14T09:30:00Z')
  await stage.rows('delete from documents where organisation_id = $1 and document_id = 40017')
  assertError(await fetchIt(search), 404, 99)
})

statement('6.10', async () => {
  const contact = { fullName: 'Bell, Miss Ann', email: '', userId: 'C90017', role: 'Contact' }
  const caseId = String(
    await stage.open({ 'Customer.Id': 'C90017', 'Customer.Email': 'ann@example.org' }),
  )
  contact.email = 'ann@example.org'
  const leaves = Object.entries(contact).map(([name, value]) => `<${name}>${value}</${name}>`)
  assert.equal(
    await stage.answer('getcasecontactdetails', { CaseId: caseId }),
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><CaseContacts><CaseContact>${leaves.join('')}</CaseContact></CaseContacts>`,
  )
  assert.deepEqual(await stage.json('getcasecontactdetails', { CaseId: caseId }), {
    CaseContacts: { CaseContact: contact },
  })
  const two = String(await stage.open({ 'Customer.Id': 'C90017', 'Agent.Surname': 'Dee' }))
  const several = (await stage.json('getcasecontactdetails', { CaseId: two })) as {
    CaseContacts: { CaseContact: unknown }
  }
  assert.ok(Array.isArray(several.CaseContacts.CaseContact))
})

statement('6.11', async () => {
  const mail = await stage.ask('getcasecorrespondence', { CaseId: '700123', Id: 'C51002' })
  assert.equal(mail.headers['content-type'], 'text/html;charset=UTF-8')
  assert.match(mail.body, /Dear Miss Bell/)
  const letter = await stage.ask('getcasecorrespondence', { CaseId: '700123', Type: 'RESPLET' })
  assert.equal(letter.headers['content-type'], 'application/pdf')
  assert.ok(letter.body.startsWith('%PDF-'))
})

statement('6.12', async () => {
  const item = {
    caseId: '700123',
    displayLabel: 'Complaint 700123 Bell, Miss Ann',
    dateReceived: '2026-03-02',
    status: 'New case',
  }
  const leaves = Object.entries(item).map(([name, value]) => `<${name}>${value}</${name}>`)
  const sent = { UserName: 'sdee', Until: '2026-03-13' }
  assert.equal(
    await stage.answer('getrecentcaselist', sent),
    `${declaration}<Cases><cases>${leaves.join('')}</cases></Cases>`,
  )
  assert.deepEqual(await stage.json('getrecentcaselist', sent), [item])
})

statement('6.13', async () => {
  const xml = readXml(await stage.answer('getcases', { Type: 'Complaint', From: '2026-03-01' }))
  assert.deepEqual(textsOf(xml, 'CaseId'), ['700122'])
  assert.deepEqual(textsOf(xml, 'PublishInTheDisclosureLog'), ['Yes'])
  assert.deepEqual(xml.attributes, {})
  const [published] = (await stage.json('getcases', {})) as readonly Sent[]
  assert.deepEqual(Object.keys(published ?? {}), [
    'CaseId',
    'CaseType',
    'CaseLabel',
    'ContactMethod',
    'DateReceived',
    'TimeCreated',
    'Status',
    'Rating',
  ])
  assert.deepEqual(await stage.json('getcases', { From: '2026-03-03' }), [])
})
