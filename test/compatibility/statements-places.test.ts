import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { assertError } from '#test/api-stage.ts'
import {
  contractStage,
  downloadPath,
  postedWords,
  serviceWords,
  storedPdf,
  type ContractStage,
  type Manner,
} from '#test/contract-stage.ts'
import { readXml, textsOf } from '#test/read-xml.ts'
import { statement } from '#test/tally/statement.ts'

let stage: ContractStage
before(async () => {
  stage = await contractStage()
})
after(() => stage.close())

/** The forms of address of contract 1.1. */
const forms = {
  H1: (word: string): Manner => ({
    host: 'portal.icasework.com',
    path: `/services/demo/${word}`,
    db: '',
  }),
  H2: () => ({ host: 'uat.icasework.com' }),
  H3: () => ({ host: 'demo.icasework.com', db: '' }),
  H4: () => ({ host: 'demoreports.icasework.com', db: '' }),
  H5: () => ({ host: 'demoportal.icasework.com', db: '' }),
  H6: () => ({ host: 'uatportal.icasework.com' }),
  H7: () => ({ host: '127.0.0.1:8080' }),
} satisfies Record<string, (word: string) => Manner>
type Form = keyof typeof forms
const all = Object.keys(forms) as Form[]

const bases: Readonly<Record<string, number>> = {
  createaction: 1000,
  getcasecontactdetails: 2000,
  createcase: 10000,
  updatecase: 11000,
  addcasenotes: 12000,
  updateexternalid: 13000,
  updatecustomer: 14000,
  uploaddocuments: 15000,
  getcasedetails: 16000,
  getcasedocuments: 17000,
  getcaseattribute: 18000,
  token: 19000,
  getcases: 20000,
  getreport: 21000,
  getcasecorrespondence: 29000,
  getrecentcaselist: 43000,
  updateaccount: 84000,
}
const baseOf = (word: string): number => {
  const base = bases[word]
  assert.ok(base !== undefined, word)
  return base
}

/** A call without credentials: 403 (or 400 19003 of token) where the service is offered, 400 b+1 where not. */
async function assertOffered(word: string, offered: readonly Form[]): Promise<void> {
  for (const form of all) {
    const reply = await stage.ask(word, {}, { ...forms[form](word), headers: {} })
    const code = Number(reply.headers['x-application-error-code'])
    const whenOffered = word === 'token' ? 19003 : baseOf(word) + 21
    assert.equal(
      code,
      offered.includes(form) ? whenOffered : baseOf(word) + 1,
      `${word} on ${form}`,
    )
  }
}

statement('1.2 token', () => assertOffered('token', all))
statement('1.2 getreport', () => assertOffered('getreport', ['H1', 'H2', 'H4', 'H7']))
statement('1.2 getcases', async () => {
  await assertOffered('getcases', ['H1', 'H2', 'H3', 'H5', 'H6', 'H7'])
  await stage.decide({ isDisclosureOnPortalOnly: true })
  const at = (form: Form) => stage.ask('getcases', {}, forms[form]('getcases'))
  assertError(await at('H3'), 400, 20001)
  assert.equal((await at('H5')).statusCode, 200)
  assert.equal((await at('H6')).statusCode, 200)
  await stage.decide({})
})
statement('1.2 others', async () => {
  for (const word of serviceWords)
    if (word !== 'getreport' && word !== 'getcases')
      await assertOffered(word, ['H1', 'H2', 'H3', 'H7'])
})

/** The address of the document that getcasedocuments gives. */
async function addressOfDocument(): Promise<URL> {
  const { body } = await stage.ask('getcasedocuments', { CaseId: '700122' })
  const [address = ''] = textsOf(readXml(body), 'Document')
  return new URL(address)
}

statement('1.2 download', async () => {
  const { pathname, search } = await addressOfDocument()
  assert.equal(pathname, downloadPath)
  for (const form of all) {
    const { host = '' } = forms[form]('download')
    const reply = await stage.send({ method: 'GET', url: pathname + search, headers: { host } })
    if (form === 'H4') assertError(reply, 400, 1)
    else assert.equal(reply.body, storedPdf, form)
  }
})

statement('1.2 no', async () => {
  for (const path of ['/nosuch', '/services/demo/nosuch', '/services/demo/servlets.getImg']) {
    const reply = await stage.send({ method: 'POST', url: `${path}?db=demo` })
    assertError(reply, 404, 1)
    assert.equal(reply.headers['x-application-error-info'], 'API not available here')
  }
})

const wordingOf: Readonly<Record<string, { method?: string; address?: string }>> = {
  getcasecontactdetails: { method: 'Invalid HTTP Method.' },
  getrecentcaselist: { method: 'Invalid HTTP Method.' },
  updatecase: { method: 'Invalid HTTP method' },
  getcasecorrespondence: { method: 'Invalid HTTP Method.', address: 'API not available here.' },
}

async function assertMethods(words: readonly string[], allowed: 'GET' | 'POST'): Promise<void> {
  for (const word of words)
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const) {
      const reply = await stage.ask(word, {}, { method, headers: {} })
      const isMethod = Number(reply.headers['x-application-error-code']) === baseOf(word)
      assert.equal(isMethod, method !== allowed, `${method} ${word}`)
      if (!isMethod) continue
      assertError(reply, 400, baseOf(word))
      const info = wordingOf[word]?.method ?? 'Invalid HTTP Method'
      assert.equal(reply.headers['x-application-error-info'], info)
    }
}

const read = serviceWords.filter((word) => !postedWords.has(word))
statement('1.3 POST', () => assertMethods([...postedWords], 'POST'))
statement('1.3 GET', async () => {
  await assertMethods(read, 'GET')
  const { pathname, search } = await addressOfDocument()
  assertError(await stage.send({ method: 'POST', url: pathname + search }), 400, 0)
})
statement('1.3 others', async () => {
  for (const word of Object.keys(bases))
    for (const form of ['H1', 'H7'] as const) {
      const { host = '', path = `/${word}` }: Manner = forms[form](word)
      const reply = await stage.send({ method: 'HEAD', url: `${path}?db=demo`, headers: { host } })
      assert.equal(reply.statusCode, 400, word)
      assert.equal(reply.headers['x-application-error-code'], String(baseOf(word)), word)
    }
})

statement('5.1 +0', () =>
  assertMethods(
    Object.keys(bases).filter((word) => !postedWords.has(word)),
    'GET',
  ),
)

statement('5.1 +1', async () => {
  for (const word of Object.keys(bases)) {
    if (word === 'token' || word === 'getreport') continue
    const reply = await stage.ask(word, {}, forms.H4())
    assertError(reply, 400, baseOf(word) + 1)
    const info = wordingOf[word]?.address ?? 'API not available here'
    assert.equal(reply.headers['x-application-error-info'], info, word)
  }
})

statement('5.2', async () => {
  for (const word of Object.keys(bases))
    assertError(await stage.ask(word, {}, { method: 'PUT' }), 400, baseOf(word))
})

statement('5.1 +21', async () => {
  for (const word of serviceWords) {
    const none = await stage.ask(word, {}, { headers: {} })
    assertError(none, 403, baseOf(word) + 21)
    assert.equal(none.headers['x-application-error-info'], 'Incorrect key or signature')
    const bad = await stage.ask(word, {}, { headers: { authorization: 'Bearer None' } })
    assertError(bad, 403, baseOf(word) + 21)
    assert.equal(bad.headers['x-application-error-info'], 'Invalid token (6)')
  }
})

statement('5.1 +97', async () => {
  for (const word of serviceWords.filter((one) => postedWords.has(one)))
    for (const [type, body] of [
      ['application/json', '{"Type": '],
      ['application/json', '[{}, {}]'],
      ['text/xml', '<Type>RENT'],
      ['text/xml', '<!DOCTYPE a [<!ENTITY b "c">]><Type>&b;</Type>'],
    ] as const) {
      const headers = { authorization: stage.bearer, 'content-type': type }
      const reply = await stage.ask(word, {}, { body, headers })
      assertError(reply, 400, baseOf(word) + 97)
      assert.equal(reply.headers['x-application-error-info'], 'Unable to read request body')
      assertError(
        await stage.ask(word, {}, { body, headers: { 'content-type': type } }),
        403,
        baseOf(word) + 21,
      )
    }
})

statement('5.1 +99', async () => {
  const broken = await contractStage()
  await broken.ask('getcases')
  await broken.test.sql('revoke all on all tables in schema public from casewright')
  const examples: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    createcase: { Type: 'Complaint' },
    addcasenotes: { Notes: 'x' },
    updateexternalid: { ExternalId: 'x' },
    updatecustomer: { Id: 'x' },
    getreport: { ReportId: '1' },
    updateaccount: { Type: 'RENT', ExternalAccountId: 'x' },
    getcaseattribute: { Attribute: 'CaseId' },
    getcasecorrespondence: { Id: 'C1' },
    getrecentcaselist: { UserName: 'sdee' },
    createaction: { Type: 'UF300200' },
    uploaddocuments: { 'Document1.URL': 'https://nowhere.example/' },
  }
  for (const word of serviceWords) {
    const reply = await broken.ask(word, { CaseId: '700123', ...examples[word] })
    assertError(reply, 500, baseOf(word) + 99)
    assert.equal(reply.headers['x-application-error-info'], 'Unable to process request')
  }
  await broken.close()
})
