import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isWireWord, wireWords } from '#api/wire-word.ts'
import type { WireWord } from '#api/wire-word.ts'
import { allOperations } from '#operations'
import { errorBases } from './error-bases.ts'
import { errorRows } from './error-table.ts'
import { firstInOrder, wireError } from './wire-error.ts'
import type { Cause } from './wire-error.ts'

const CASE =
  'Unable to identify case. Please provide a valid value for parameter CaseId or ExternalId.'
const CASE1 = 'Unable to identify case. Please provide a valid value for parameter CaseId.'
const unknownCase: Cause = { refusal: 'unknownCase' }

describe('the codes of contract 5.3', () => {
  const codes: [word: WireWord, cause: Cause, code: number, status: number, info: string][] = [
    ['updateaccount', 'method', 84000, 400, 'Invalid HTTP Method'],
    ['updateaccount', 'address', 84001, 400, 'API not available here'],
    ['updateaccount', { missing: 'Type' }, 84002, 400, 'Required parameter Type was not supplied'],
    [
      'updateaccount',
      { missing: 'ExternalAccountId' },
      84003,
      400,
      'Required parameter ExternalAccountId was not supplied',
    ],
    ['updateaccount', { refusal: 'unknownAccount' }, 84099, 400, 'Unable to locate account'],
    ['updateaccount', 'credentials', 84021, 403, 'Incorrect key or signature'],
    ['updateaccount', 'token', 84021, 403, 'Invalid token (6)'],
    [
      'updateaccount',
      { invalid: 'BalanceDate' },
      84098,
      400,
      'Invalid value for parameter BalanceDate',
    ],
    ['token', 'credentials', 19002, 400, 'invalid_grant'],
    ['token', { missing: 'assertion' }, 19002, 400, 'invalid_grant'],
    ['token', { missing: 'grant_type' }, 19003, 400, 'unsupported_grant_type'],
    ['token', { invalid: 'grant_type' }, 19003, 400, 'unsupported_grant_type'],
    ['createcase', { missing: 'Type' }, 10002, 400, 'Required parameter Type was not supplied'],
    [
      'createcase',
      { refusal: 'unknownCaseType' },
      10003,
      400,
      'Unable to identify case type. Please provide a valid value for parameter Type.',
    ],
    ['createcase', unknownCase, 10004, 400, CASE],
    ['createcase', { invalid: 'RequestId' }, 10098, 400, 'Invalid value for parameter RequestId'],
    [
      'createcase',
      { refusal: 'caseNumberTaken' },
      10098,
      400,
      'Invalid value for parameter RequestId',
    ],
    ['addcasenotes', { missing: 'Notes' }, 12002, 400, 'Required parameter Notes was not supplied'],
    ['addcasenotes', unknownCase, 12003, 400, CASE],
    [
      'updateexternalid',
      { missing: 'CaseId' },
      13002,
      400,
      'Required parameter CaseId was not supplied',
    ],
    [
      'updateexternalid',
      { missing: 'ExternalId' },
      13003,
      400,
      'Required parameter ExternalId was not supplied',
    ],
    ['updateexternalid', unknownCase, 13004, 400, CASE1],
    ['updatecustomer', { missing: 'Id' }, 14002, 400, 'Required parameter Id was not supplied'],
    [
      'updatecustomer',
      { refusal: 'customerReferenceTaken' },
      14098,
      400,
      'Invalid value for parameter NewId',
    ],
    ['uploaddocuments', unknownCase, 15002, 400, CASE],
    [
      'uploaddocuments',
      { refusal: 'documentMissing' },
      15003,
      400,
      'Required parameter Document1.URL was not supplied',
    ],
    ['getcasedetails', unknownCase, 16002, 400, CASE],
    ['getcasedocuments', { missing: 'CaseId' }, 17002, 400, CASE],
    ['getcaseattribute', unknownCase, 18002, 400, CASE],
    [
      'getcaseattribute',
      { missing: 'Attribute' },
      18003,
      400,
      'Required parameter Attribute was not supplied',
    ],
    ['getreport', 'address', 21001, 400, 'API not available here'],
    [
      'getreport',
      { missing: 'ReportId' },
      21002,
      400,
      'Required parameter ReportId was not supplied',
    ],
    ['getreport', { refusal: 'unknownReport' }, 21003, 400, 'Unable to locate report'],
    ['createaction', { missing: 'Type' }, 1002, 400, 'Required parameter Type was not supplied'],
    [
      'createaction',
      { refusal: 'unknownTask' },
      1003,
      400,
      'Unable to identify outstanding task. Please provide a valid value for parameter Task.',
    ],
    ['createaction', { refusal: 'taskCannotBeCompleted' }, 1004, 400, 'Task cannot be completed'],
    ['createaction', unknownCase, 1005, 400, CASE],
    [
      'createaction',
      { refusal: 'unknownForm' },
      1006,
      400,
      'Unable to identify form. Please provide a valid value for parameter Type.',
    ],
    ['updatecase', unknownCase, 11002, 400, CASE],
    ['updatecase', { missing: 'Value' }, 11003, 400, 'Required parameter Value was not supplied'],
    [
      'updatecase',
      { refusal: 'unknownAttribute' },
      11098,
      400,
      'Invalid value for parameter Attribute',
    ],
    ['updatecase', 'method', 11000, 400, 'Invalid HTTP method'],
    ['getcasecontactdetails', unknownCase, 2002, 400, CASE1],
    ['getcasecontactdetails', { missing: 'CaseId' }, 2002, 400, CASE1],
    ['getcasecontactdetails', 'method', 2000, 400, 'Invalid HTTP Method.'],
    ['getcasecontactdetails', 'address', 2001, 400, 'API not available here'],
    ['getcasecorrespondence', unknownCase, 29002, 400, CASE],
    [
      'getcasecorrespondence',
      { refusal: 'unknownCorrespondence' },
      29002,
      400,
      'Unable to identify correspondence. Please provide a valid value for parameter Id or Type.',
    ],
    ['getcasecorrespondence', 'method', 29000, 400, 'Invalid HTTP Method.'],
    ['getcasecorrespondence', 'address', 29001, 400, 'API not available here.'],
    [
      'getrecentcaselist',
      { missing: 'UserName' },
      43002,
      400,
      'Required parameter UserName was not supplied',
    ],
    ['getrecentcaselist', { refusal: 'unknownUser' }, 43099, 400, 'Unable to identify user'],
    ['getrecentcaselist', 'method', 43000, 400, 'Invalid HTTP Method.'],
    ['getcases', 'method', 20000, 400, 'Invalid HTTP Method'],
    ['download', 'token', 21, 403, 'Invalid token (6)'],
  ]
  for (const [word, cause, code, status, info] of codes) {
    test(`${word}, ${JSON.stringify(cause)}: ${code}`, () => {
      assert.deepEqual(wireError(word, cause), { code, status, info })
    })
  }

  test('every row is reached by each of its causes', () => {
    const wordless = { any: 'getcases', none: undefined } as const
    for (const row of errorRows) {
      for (const text of row.causes) {
        const [kind = '', name = 'Made.Up'] = text.replace(' *', '').split(' ')
        const cause = (text.includes(' ') ? { [kind]: name } : kind) as Cause
        const word = row.word in wordless ? wordless[row.word as 'any'] : (row.word as WireWord)
        const { code, status } = wireError(word, cause)
        assert.equal(code % 1000, row.offset, text)
        assert.equal(status, row.status, text)
      }
    }
  })
})

describe('the codes common to all services', () => {
  for (const word of wireWords) {
    test(`${word} has them at its base`, () => {
      const { base } = errorBases[word]
      const of = (cause: Cause): (number | string)[] => {
        const { code, status, info } = wireError(word, cause)
        return [code - base, status, info]
      }
      assert.deepEqual(of({ invalid: 'X.Y' }), [98, 400, 'Invalid value for parameter X.Y'])
      assert.deepEqual(of('failure'), [99, 500, 'Unable to process request'])
      assert.equal(of({ refusal: 'idempotencyMismatch' })[0], 96)
      if (word === 'token') return
      assert.deepEqual(of('credentials'), [21, 403, 'Incorrect key or signature'])
      assert.deepEqual(of({ refusal: 'notPermitted' }), [21, 403, 'Incorrect key or signature'])
      assert.deepEqual(of('token'), [21, 403, 'Invalid token (6)'])
      assert.deepEqual(of('unreadable'), [97, 400, 'Unable to read request body'])
      assert.deepEqual(of('method').slice(0, 2), [0, 400])
      assert.deepEqual(of('address').slice(0, 2), [1, 400])
    })
  }

  test('a word that is no service has base 0 and is not found', () => {
    assert.deepEqual(wireError(undefined, 'address'), {
      code: 1,
      status: 404,
      info: 'API not available here',
    })
  })

  test('bases are those of one service each', () => {
    const bases = Object.values(errorBases).map(({ base }) => base)
    assert.equal(new Set(bases).size, wireWords.length)
  })

  test('whatever a field is called, the text is plain ASCII on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        assert.match(wireError('createcase', { invalid: name }).info, /^[\x20-\x7e]{1,260}$/)
      }),
    )
  })

  test('every refusal that an operation declares has an answer of its own', () => {
    const fallback = 'Unable to process request'
    for (const { name, errors, isWebOnly } of allOperations) {
      if (isWebOnly || !isWireWord(name)) continue
      for (const { name: refusal } of errors.filter((one) => one.name !== 'invalidInput')) {
        assert.notEqual(wireError(name, { refusal }).info, fallback, `${name}: ${refusal}`)
      }
    }
    assert.equal(wireError('createcase', { refusal: 'madeUp' }).info, fallback)
  })
})

describe('with several causes the first in the order of checks is answered', () => {
  const inOrder: Cause[] = [
    'address',
    'method',
    'credentials',
    'unreadable',
    { missing: 'Type' },
    { invalid: 'RequestId' },
    unknownCase,
    'failure',
  ]
  test('whichever come together, and however they are ordered', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(inOrder, { minLength: 1 }), (causes) => {
        const ranks = causes.map((cause) => inOrder.indexOf(cause))
        assert.equal(firstInOrder(causes), inOrder[Math.min(...ranks)])
      }),
    )
  })

  test('of two missing parameters the first declared, of none nothing', () => {
    assert.deepEqual(firstInOrder([{ missing: 'A' }, { missing: 'B' }]), { missing: 'A' })
    assert.equal(firstInOrder([]), undefined)
  })
})
