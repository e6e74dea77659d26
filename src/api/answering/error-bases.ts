import type { WireWord } from '#api/wire-word.ts'
import type { Evidence } from './error-table.ts'

/** The base of a service's codes and its own wording of the first two (contract 5.2). */
export interface ErrorBase {
  readonly base: number
  readonly evidence: Evidence
  readonly method?: string
  readonly address?: string
}

const methodWithStop = 'Invalid HTTP Method.'

/** The bases of contract 5.2; that of the download follows from its code 21 (contract 6.9), and that of an extension is ours. */
export const errorBases: Readonly<Record<WireWord, ErrorBase>> = Object.freeze({
  createaction: { base: 1000, evidence: 'I' },
  getcasecontactdetails: { base: 2000, evidence: 'D', method: methodWithStop },
  createcase: { base: 10_000, evidence: 'P' },
  updatecase: { base: 11_000, evidence: 'D', method: 'Invalid HTTP method' },
  addcasenotes: { base: 12_000, evidence: 'P' },
  updateexternalid: { base: 13_000, evidence: 'P' },
  updatecustomer: { base: 14_000, evidence: 'P' },
  uploaddocuments: { base: 15_000, evidence: 'P' },
  getcasedetails: { base: 16_000, evidence: 'P' },
  getcasedocuments: { base: 17_000, evidence: 'P' },
  getcaseattribute: { base: 18_000, evidence: 'P' },
  token: { base: 19_000, evidence: 'I' },
  getcases: { base: 20_000, evidence: 'P' },
  getreport: { base: 21_000, evidence: 'P' },
  getcasecorrespondence: {
    base: 29_000,
    evidence: 'D',
    method: methodWithStop,
    address: 'API not available here.',
  },
  getrecentcaselist: { base: 43_000, evidence: 'D', method: methodWithStop },
  getdeadlines: { base: 90_000, evidence: 'P' },
  updateaccount: { base: 84_000, evidence: 'S' },
  download: { base: 0, evidence: 'P' },
})
