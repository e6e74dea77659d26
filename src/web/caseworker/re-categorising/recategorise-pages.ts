import {
  getRecategorisation,
  getTypesForCase,
  recategoriseCase,
} from '#domain/re-categorising/index.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { casePage } from '#web/caseworker/cases/case-page.ts'
import { formPage } from '#web/layout/form-page.ts'
import { dateInWords } from '#web/layout/times.ts'
import { recategoriseAddress } from './addresses.ts'
import { chooseTypeView } from './choose-type.view.ts'
import { recategoriseView } from './recategorise.view.ts'
import type { BeforeAfter } from './recategorise.view.ts'

/** The page on which another type is chosen for a case. */
export const chooseTypePage = casePage({
  path: '/cases/:caseId/re-categorise',
  view: chooseTypeView,
  async show(ask, parts) {
    const { caseId, isClosed, caseType, types } = await ask(getTypesForCase, parts)
    return {
      caseNumber: String(caseId),
      isClosed,
      caseType,
      types: types.map(({ name, label }) => ({ label, href: recategoriseAddress(caseId, name) })),
    }
  },
})

/** The page that shows what becomes of a case under a type, and puts it there. */
export const recategorisePage = formPage({
  path: '/cases/:caseId/re-categorise/:type',
  view: recategoriseView,
  operation: recategoriseCase,
  async show(ask, parts) {
    const found = await ask(getRecategorisation, parts)
    const { from, to, fields, deadlines } = found
    return {
      caseNumber: String(found.caseId),
      from,
      to,
      becomes: becomesOf(found),
      deadlines: deadlines.map(({ name, summary }) => ({ name, summary })),
      remarks: remarksOn(found),
      fields,
    }
  },
  next: ({ caseId = '' }) => caseAddress(caseId),
  banner: 'Case put under another type',
})

type Found = Awaited<ReturnType<(typeof getRecategorisation)['handle']>>

const becomesOf = (found: Found): readonly BeforeAfter[] => {
  const target = found.deadlines.find(({ isTarget, state }) => isTarget && state !== 'ended')
  const lost = [...found.tasksLeft, ...found.lettersLeft]
  return [
    { what: 'Type', before: found.from, after: found.to },
    { what: 'Stage', before: listed(found.stagesLeft), after: listed(found.stagesBegun) },
    {
      what: 'Target date',
      before: inWords(found.targetBefore),
      after: inWords(target?.dueOn ?? target?.dueAt?.slice(0, 10) ?? null),
    },
    { what: 'Tasks and letters', before: listed(lost), after: listed(found.tasksRaised) },
  ]
}

const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : names.join(', ')
const inWords = (date: string | null): string => (date === null ? 'none' : dateInWords(date))

const remarksOn = (found: Found): readonly string[] => [
  ...(found.tasksLeft.length + found.lettersLeft.length > 0
    ? ['Tasks that its stages raised are marked as not needed, and their letters are dropped.']
    : []),
  ...(found.hasDatesByHand
    ? ['Dates that were set by hand are left to the rules of the new type.']
    : []),
  ...(found.becomesConfidential ? ['The case becomes confidential.'] : []),
  ...(found.unanswered.length > 0
    ? [`To be answered afterwards, under “Change details”: ${found.unanswered.join(', ')}.`]
    : []),
]
