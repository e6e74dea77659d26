import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { wireWords } from '#api/wire-word.ts'
import type { WireWord } from '#api/wire-word.ts'
import { accountCandidates, allowedMethods, isOffered, readAddress } from './address.ts'
import type { AddressForm } from './address.ts'

const suffixes = ['icasework.com', 'cases.example']
const rules = { isFeedPortalOnly: false, isWritingByGetAllowed: true }

function accounts(url: string, defaultAccount?: string): string[] {
  const { host, pathname, searchParams } = new URL(url)
  const address = readAddress(host, pathname, suffixes)
  if (!address) return ['not ours']
  const db = searchParams.get('db') ?? undefined
  return accountCandidates(address, db, defaultAccount).map((one) => `${one.form} ${one.account}`)
}

describe('the account an address means', () => {
  const meanings: [url: string, ...candidates: string[]][] = [
    ['https://portal.icasework.com/services/demo/createcase', 'H1 demo'],
    ['https://portal.icasework.com/services/Demo/CreateCase/?db=DEMO', 'H1 demo'],
    ['https://portal.icasework.com/services/demo/createcase?db=other'],
    ['http://127.0.0.1:8080/services/demo/getcases', 'H1 demo'],
    ['https://uat.icasework.com/createcase?db=demo', 'H2 demo'],
    ['https://uat.icasework.com/createcase'],
    ['https://demo.icasework.com/updateaccount', 'H3 demo'],
    ['https://DEMO.icasework.com:8443/updateaccount?db=demo', 'H3 demo'],
    ['https://demo.cases.example/updateaccount', 'H3 demo'],
    ['https://demo.icasework.com/updateaccount?db=other'],
    ['https://demo.icasework.com/updateaccount?db=', 'H3 demo'],
    ['https://demoreports.icasework.com/getreport', 'H3 demoreports', 'H4 demo'],
    ['https://demoreports.icasework.com/getreport?db=demo', 'H4 demo'],
    ['https://demoportal.icasework.com/getcases', 'H3 demoportal', 'H5 demo'],
    ['https://uatportal.icasework.com/getcases?db=demo', 'H6 demo'],
    ['https://uatportal.icasework.com/getcases'],
    ['http://127.0.0.1:8080/token?db=demo', 'H7 demo'],
    ['http://[::1]:8080/token?db=demo', 'H7 demo'],
    ['https://a.b.icasework.com/token?db=demo', 'H7 demo'],
    ['https://icasework.com/token?db=demo', 'H7 demo'],
    ['https://portal.icasework.com/token?db=demo', 'H7 demo'],
    ['https://uat.icasework.com/token?db=no%20name'],
    ['https://portal.icasework.com/services//token'],
    ['https://reports.icasework.com/getreport', 'H3 reports'],
    ['https://demo.icasework.com/', 'not ours'],
    ['https://demo.icasework.com/cases', 'not ours'],
    ['https://demo.icasework.com/download', 'not ours'],
    ['https://demo.icasework.com/token/more', 'not ours'],
    ['https://demo.icasework.com/token//', 'not ours'],
    ['https://portal.icasework.com/services/demo', 'not ours'],
    ['https://demo.icasework.com/servlet/servlets.getImg?db=x1%3D', 'H3 demo'],
  ]
  for (const [url, ...expected] of meanings) {
    test(`${url}: ${expected.join(', then ') || 'none'}`, () => {
      assert.deepEqual(accounts(url), expected)
    })
  }

  test('a default account stands in on other hosts only', () => {
    assert.deepEqual(accounts('http://localhost/token', 'demo'), ['H7 demo'])
    assert.deepEqual(accounts('http://localhost/token?db=other', 'demo'), ['H7 other'])
    assert.deepEqual(accounts('https://uat.icasework.com/token', 'demo'), [])
  })

  test('a closing full stop of the host changes nothing', () => {
    assert.deepEqual(readAddress('demo.icasework.com.', '/token', suffixes)?.named, [
      { account: 'demo', form: 'H3' },
    ])
  })

  test('below services/ an unknown word is an address without a word', () => {
    const address = readAddress('portal.icasework.com', '/services/demo/nosuch', suffixes)
    assert.equal(address?.word, undefined)
    assert.deepEqual(address?.named, [{ account: 'demo', form: 'H1' }])
  })

  test('whatever host and path arrive, reading them never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (host, path, db) => {
        for (const tried of [path, `/${path}`, `/services/${path}/token`]) {
          const address = readAddress(host, tried, suffixes)
          if (address) assert.ok(accountCandidates(address, db).length <= 2)
        }
      }),
    )
  })
})

describe('what answers where', () => {
  const everywhere = 'H1 H2 H3 H4 H5 H6 H7'
  const special: Partial<Record<WireWord, string>> = {
    token: everywhere,
    getreport: 'H1 H2 H4 H7',
    getcases: 'H1 H2 H3 H5 H6 H7',
    download: 'H1 H2 H3 H5 H6 H7',
  }
  const forms = everywhere.split(' ') as AddressForm[]
  for (const word of wireWords) {
    test(`${word} answers as table 1.2 says`, () => {
      const offered = forms.filter((form) => isOffered(word, form, rules)).join(' ')
      assert.equal(offered, special[word] ?? 'H1 H2 H3 H7')
    })
  }

  test('a switch limits the feed to the portal hosts', () => {
    assert.ok(!isOffered('getcases', 'H3', { isFeedPortalOnly: true }))
    assert.ok(isOffered('getcases', 'H5', { isFeedPortalOnly: true }))
  })
})

describe('methods', () => {
  const posting =
    'token createcase createaction updatecase updateaccount updatecustomer addcasenotes updateexternalid uploaddocuments'
  const five = 'createcase addcasenotes updateexternalid updatecustomer getreport'.split(' ')
  for (const word of wireWords) {
    const usual = posting.split(' ').includes(word) ? ['POST'] : ['GET']
    test(`${word} takes ${usual.join()} and on the oldest address as contract 1.3 says`, () => {
      for (const form of ['H2', 'H3', 'H4', 'H5', 'H6', 'H7'] as const) {
        assert.deepEqual(allowedMethods(word, form, rules), usual)
      }
      const onOldest = five.includes(word) ? ['GET', 'POST'] : usual
      assert.deepEqual(allowedMethods(word, 'H1', rules), onOldest)
    })
  }

  test('a switch forbids GET to the services that write, not to getreport', () => {
    const strict = { isWritingByGetAllowed: false }
    assert.deepEqual(allowedMethods('createcase', 'H1', strict), ['POST'])
    assert.deepEqual(allowedMethods('getreport', 'H1', strict), ['GET', 'POST'])
  })
})
