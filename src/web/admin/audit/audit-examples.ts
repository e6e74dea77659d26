import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import type { Audit } from './audit.view.ts'
import type { ChainInWords } from './chain-in-words.ts'
import type { ShownEntry } from './entry-list.ts'

const entry: ShownEntry = {
  entryId: 5120,
  occurredAt: new Date('2026-04-02T08:05:00Z'),
  who: 'Okafor, Ife',
  operation: 'addcasenotes',
  outcome: 'done',
  caseId: 1001,
  particulars: { parameters: ['Notes'], kind: '<Telephone>' },
}
const refused = { entryId: 5119, outcome: 'refused: notPermitted', caseId: null, particulars: {} }
const whole: ChainInWords = {
  standing: `The chain is whole: 5,119 entries. It was last checked on 1 April 2026 at 6:00am; Okafor, Ife asked for that. The last hash is ${'0f'.repeat(32)}.`,
  isBroken: false,
  breaks: [],
  isChecking: false,
}
const page: Audit = {
  at: { path: '/admin/audit', query: {} },
  rows: [entry, { ...entry, ...refused }],
  next: '5119',
  lookedBackTo: undefined,
  flaws: [],
  chain: whole,
  exportAddress: '/admin/audit/export',
  verifyAddress: '/admin/audit/verify',
  banner: undefined,
  csrfToken: 'example',
}
const broken = {
  isBroken: true,
  standing: 'The chain is broken.',
  breaks: ['Entry 17, link 12, was altered.'],
}
const message = 'From must be a real date, such as 2026-05-21'

/** Examples of the page, by what they show. */
export const auditExamples: Examples<View<Audit>> = {
  'the newest entries': [page],
  'nothing done yet': [{ ...page, rows: [], next: undefined }],
  'while the chain is checked': [
    { ...page, banner: 'The chain is being checked', chain: { ...whole, isChecking: true } },
  ],
  'a broken chain, and something rare sought': [
    { ...page, chain: { ...whole, ...broken }, lookedBackTo: new Date('2026-04-01T09:05:00Z') },
  ],
  'a date that is none': [
    {
      ...page,
      at: { path: '/admin/audit', query: { From: ['soon'], Who: ['okafor'] } },
      rows: [],
      next: undefined,
      flaws: [{ parameter: 'From', kind: 'invalid', message }],
    },
  ],
}
