import type { WireWord } from '#api/wire-word.ts'

/**
 * Where a statement about the wire comes from: S and D from documents, R recorded from the real thing, I
 * inferred, P our placeholder (the contract's evidence tags).
 */
export type Evidence = 'S' | 'R' | 'D' | 'I' | 'P'

/** What an error is answered to, written as one word: `method`, `missing Type`, `refusal unknownCase`. */
export type CauseText =
  | 'method'
  | 'address'
  | 'credentials'
  | 'token'
  | 'unreadable'
  | 'failure'
  | `missing ${string}`
  | `invalid ${string}`
  | `refusal ${RefusalName | '*'}`

/** The refusals of the domain that have an answer of their own on the wire. */
export type RefusalName =
  | 'unknownCase'
  | 'unknownCaseType'
  | 'unknownForm'
  | 'unknownAccount'
  | 'unknownReport'
  | 'unknownTask'
  | 'taskCannotBeCompleted'
  | 'unknownUser'
  | 'unknownCorrespondence'
  | 'unknownAttribute'
  | 'caseNumberTaken'
  | 'customerReferenceTaken'
  | 'documentMissing'
  | 'unknownDocument'
  | 'documentNotRetrieved'
  | 'idempotencyMismatch'
  | 'notPermitted'

/** One row of the catalogue of errors. */
export interface ErrorRow {
  /** The service; `any` for those without a row of their own for the cause, `none` for no service at all. */
  readonly word: WireWord | 'any' | 'none'
  readonly offset: number
  readonly status: 400 | 403 | 404 | 500
  /** The text; `*` stands for the name of the parameter. */
  readonly info: string
  /** When it is answered, for readers. */
  readonly when: string
  readonly causes: readonly CauseText[]
  readonly evidence: Evidence
}

const required = (name: string): string => `Required parameter ${name} was not supplied`
const unidentified = (what: string, name: string): string =>
  `Unable to identify ${what}. Please provide a valid value for parameter ${name}.`
const caseByEither = unidentified('case', 'CaseId or ExternalId')
const caseByNumber = unidentified('case', 'CaseId')
const unnamedOrUnknown: CauseText[] = [
  'refusal unknownCase',
  'missing CaseId',
  'missing ExternalId',
]

type Line = [
  word: ErrorRow['word'],
  offset: number,
  status: ErrorRow['status'],
  evidence: Evidence,
  info: string,
  when: string,
  ...causes: CauseText[],
]

/* prettier-ignore */
const common: readonly Line[] = [
  ['none', 1, 404, 'P', 'API not available here', 'the word is no service', 'address'],
  ['any', 0, 400, 'I', 'Invalid HTTP Method', 'method not allowed', 'method'],
  ['any', 1, 400, 'I', 'API not available here', 'service not offered at this address', 'address'],
  ['any', 21, 403, 'I', 'Incorrect key or signature', 'no or wrong credentials, or address not listed', 'credentials', 'refusal notPermitted'],
  ['any', 21, 403, 'I', 'Invalid token (6)', 'unusable bearer token', 'token'],
  ['any', 96, 400, 'P', 'Idempotency-Key was used for a different request', 'key sent again with another request', 'refusal idempotencyMismatch'],
  ['any', 97, 400, 'P', 'Unable to read request body', 'broken JSON or XML, or more of anything than is allowed', 'unreadable'],
  ['any', 98, 400, 'P', 'Invalid value for parameter *', 'wrong kind, too long, not in a strict list', 'invalid *'],
  ['any', 98, 400, 'P', required('*'), 'required, by the case type perhaps, and not sent', 'missing *'],
  ['any', 99, 400, 'P', 'Unable to process request', 'look-up failure without a code of its own', 'refusal *'],
  ['any', 99, 500, 'P', 'Unable to process request', 'failure of the server', 'failure'],
]

/* prettier-ignore */
const own: readonly Line[] = [
  ['updateaccount', 0, 400, 'S', 'Invalid HTTP Method', 'anything but POST', 'method'],
  ['updateaccount', 1, 400, 'S', 'API not available here', 'wrong endpoint', 'address'],
  ['updateaccount', 2, 400, 'S', required('Type'), 'no Type', 'missing Type'],
  ['updateaccount', 3, 400, 'S', required('ExternalAccountId'), 'no ExternalAccountId', 'missing ExternalAccountId'],
  ['updateaccount', 99, 400, 'S', 'Unable to locate account', 'the two values identify no account', 'refusal unknownAccount'],
  ['updateaccount', 21, 403, 'S', 'Incorrect key or signature', 'signed call not valid', 'credentials', 'refusal notPermitted'],
  ['updateaccount', 21, 403, 'S', 'Invalid token (6)', 'bearer not valid', 'token'],
  ['token', 2, 400, 'R', 'invalid_grant', 'assertion, key or secret wrong', 'credentials', 'token', 'unreadable', 'missing assertion'],
  ['token', 3, 400, 'P', 'unsupported_grant_type', 'other or no grant_type', 'missing grant_type', 'invalid grant_type'],
  ['createcase', 2, 400, 'R', required('Type'), 'Type missing or empty', 'missing Type'],
  ['createcase', 3, 400, 'R', unidentified('case type', 'Type'), 'Type unknown', 'refusal unknownCaseType'],
  ['createcase', 4, 400, 'P', caseByEither, 'CaseId sent but unknown', 'refusal unknownCase'],
  ['createcase', 98, 400, 'P', 'Invalid value for parameter RequestId', 'not digits, or taken', 'invalid RequestId', 'refusal caseNumberTaken'],
  ['addcasenotes', 2, 400, 'P', required('Notes'), 'no text', 'missing Notes'],
  ['addcasenotes', 3, 400, 'P', caseByEither, 'case not named or unknown', ...unnamedOrUnknown],
  ['updateexternalid', 2, 400, 'P', required('CaseId'), 'no CaseId', 'missing CaseId'],
  ['updateexternalid', 3, 400, 'P', required('ExternalId'), 'no ExternalId', 'missing ExternalId'],
  ['updateexternalid', 4, 400, 'P', caseByNumber, 'unknown case', 'refusal unknownCase'],
  ['updatecustomer', 2, 400, 'P', required('Id'), 'no Id', 'missing Id'],
  ['updatecustomer', 98, 400, 'P', 'Invalid value for parameter NewId', 'already someone else’s', 'invalid NewId', 'refusal customerReferenceTaken'],
  ['uploaddocuments', 2, 400, 'P', caseByEither, 'case not named or unknown', ...unnamedOrUnknown],
  ['uploaddocuments', 3, 400, 'P', required('Document1.URL'), 'no document given', 'refusal documentMissing', 'missing Document1.URL'],
  ['getcasedetails', 2, 400, 'R', caseByEither, 'case not named or unknown', ...unnamedOrUnknown],
  ['getcasedocuments', 2, 400, 'P', caseByEither, 'neither reference sent (an unknown case is 200)', ...unnamedOrUnknown],
  ['getdeadlines', 2, 400, 'P', caseByEither, 'case not named or unknown', ...unnamedOrUnknown],
  ['getcaseattribute', 2, 400, 'R', caseByEither, 'case not named or unknown', ...unnamedOrUnknown],
  ['getcaseattribute', 3, 400, 'P', required('Attribute'), 'no name', 'missing Attribute'],
  ['getreport', 1, 400, 'P', 'API not available here', 'ordinary production host', 'address'],
  ['getreport', 2, 400, 'P', required('ReportId'), 'no ReportId', 'missing ReportId'],
  ['getreport', 3, 400, 'P', 'Unable to locate report', 'unknown report', 'refusal unknownReport'],
  ['createaction', 3, 400, 'D', unidentified('outstanding task', 'Task'), 'no open task of that code on the case', 'refusal unknownTask'],
  ['createaction', 4, 400, 'D', 'Task cannot be completed', 'already done, or not allowed', 'refusal taskCannotBeCompleted'],
  ['createaction', 2, 400, 'P', required('Type'), 'no Type', 'missing Type'],
  ['createaction', 5, 400, 'P', caseByEither, 'case not named or unknown', ...unnamedOrUnknown],
  ['createaction', 6, 400, 'P', unidentified('form', 'Type'), 'unknown form', 'refusal unknownForm'],
  ['updatecase', 2, 400, 'I', caseByEither, 'case not named or unknown', ...unnamedOrUnknown],
  ['updatecase', 3, 400, 'P', required('Value'), 'Attribute alone', 'missing Value'],
  ['updatecase', 98, 400, 'P', 'Invalid value for parameter Attribute', 'no such attribute', 'invalid Attribute', 'refusal unknownAttribute'],
  ['getcasecontactdetails', 2, 400, 'D', caseByNumber, 'case not named or unknown', ...unnamedOrUnknown],
  ['getcasecorrespondence', 2, 400, 'D', caseByEither, 'case not named or unknown', ...unnamedOrUnknown],
  ['getcasecorrespondence', 2, 400, 'D', unidentified('correspondence', 'Id or Type'), 'no such item, or none named', 'refusal unknownCorrespondence', 'missing Id', 'missing Type'],
  ['getrecentcaselist', 2, 400, 'P', required('UserName'), 'no UserName', 'missing UserName'],
  ['getrecentcaselist', 99, 400, 'D', 'Unable to identify user', 'unknown user', 'refusal unknownUser'],
  ['download', 99, 404, 'P', 'Unable to locate document', 'no such document, or not retrieved yet', 'refusal unknownDocument', 'refusal documentNotRetrieved'],
]

/** The catalogue of errors, first the common ones (contract 5.1), then those of single services (5.3). */
export const errorRows: readonly ErrorRow[] = Object.freeze(
  [...common, ...own].map(([word, offset, status, evidence, info, when, ...causes]) =>
    Object.freeze({ word, offset, status, evidence, info, when, causes }),
  ),
)
