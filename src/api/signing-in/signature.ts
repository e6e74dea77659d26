import { hash, timingSafeEqual } from 'node:crypto'
import { valueOf } from '#api/reading/wire-parameter.ts'
import type { WireParameters } from '#api/reading/wire-parameter.ts'
import type { WireWord } from '#api/wire-word.ts'

/** A signed call: what was asked, with which parameters as received, and when it arrived. */
export interface SignedCall {
  readonly word: WireWord
  readonly parameters: WireParameters
  readonly now: Date
}

/** Tells whether the `Signature` of a call was made with the secret (contract 3.2). */
export function isCallSigned(call: SignedCall, secret: string): boolean {
  const dates = signedDates(call)
  const texts = signedReferences(call).flatMap((reference) => dates.map((date) => reference + date))
  return isSignatureOver(texts, valueOf(call.parameters, 'Signature') ?? '', secret)
}

/** Tells whether a signature is the MD5 of one of the texts followed by the secret, in constant time. */
export function isSignatureOver(
  texts: readonly string[],
  signature: string,
  secret: string,
): boolean {
  if (!/^[0-9A-Fa-f]{32}$/.test(signature)) return false
  const given = Buffer.from(signature, 'hex')
  const matches = texts.filter((text) =>
    timingSafeEqual(hash('md5', text + secret, 'buffer'), given),
  )
  return matches.length > 0
}

/** The parameters of which a call signs the first it sends, before `RequestDate` (contract 3.2). */
export function signedNames(word: WireWord): readonly string[] {
  if (word === 'createcase') return []
  const name = signedName[word]
  return name === undefined ? ['CaseId', 'ExternalId'] : [name]
}

/** Words about cases sign the case; these sign something else. */
const signedName: Partial<Record<WireWord, string>> = {
  updatecustomer: 'Id',
  getreport: 'ReportId',
  updateaccount: 'ExternalAccountId',
  getrecentcaselist: 'UserName',
  getcases: 'Type',
}

function signedReferences({ word, parameters }: SignedCall): string[] {
  const sent = (name: string): string => valueOf(parameters, name) ?? ''
  if (word === 'createcase') return ['']
  const name = signedName[word]
  if (name !== undefined) return [sent(name)]
  const caseId = sent('CaseId')
  const references = [caseId, sent('ExternalId')].filter((one) => one !== '')
  // updateexternalid signs its case, so one that forgot it has signed nothing and is told what is missing.
  const isCaseForgotten = word === 'updateexternalid' && caseId === ''
  return references.length === 0 || isCaseForgotten ? [...references, ''] : references
}

const dayLength = 86_400_000

/** Callers that send no date hashed the day it was in UTC (contract 3.2 (2)). */
function signedDates({ parameters, now }: SignedCall): string[] {
  const sent = valueOf(parameters, 'RequestDate')
  if (sent) return [sent]
  const days = [0, -1, 1].map((shift) => {
    return new Date(now.getTime() + shift * dayLength).toISOString().slice(0, 10)
  })
  return sent === undefined ? days : [sent, ...days]
}
