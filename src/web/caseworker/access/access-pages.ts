import {
  barPerson,
  dropReader,
  getCaseAccess,
  markConfidential,
  nameReader,
  unbarPerson,
  unmarkConfidential,
} from '#domain/access/index.ts'
import { casePage } from '#web/caseworker/cases/case-page.ts'
import { formPage } from '#web/layout/form-page.ts'
import type { Action, PathParts } from '#web/layout/form-page.ts'
import { accessAddress } from './access-addresses.ts'
import { personFormView } from './person-form.view.ts'
import { showAccessView } from './show-access.view.ts'

const backToAccess = ({ caseId = '' }: PathParts): string => accessAddress(caseId)

type Named = { readonly userName: string; readonly fullName: string }
const choiceOf = ({ userName, fullName }: Named) => ({ value: userName, text: fullName })

/** The page that says who may know of a case. */
export const showAccessPage = casePage({
  path: '/cases/:caseId/access',
  part: 'access',
  view: showAccessView,
  async show(ask, parts, { banner, csrfToken }) {
    const told = await ask(getCaseAccess, parts)
    const address = accessAddress(told.caseId)
    return {
      caseNumber: String(told.caseId),
      address,
      isConfidential: told.isConfidential,
      owner: told.owner ?? undefined,
      withRight: told.withRight.map(({ fullName }) => fullName),
      readers: told.readers.map((reader) => ({
        ...reader,
        until: reader.until ?? undefined,
        reason: reader.reason ?? undefined,
        dropAddress: `${address}/readers/${encodeURIComponent(reader.userName)}/drop`,
      })),
      bars: told.bars.map((bar) => ({
        ...bar,
        liftAddress: `${address}/bars/${encodeURIComponent(bar.userName)}/lift`,
      })),
      banner,
      csrfToken,
    }
  },
})

/** The page on which somebody is named. */
export const nameReaderPage = formPage({
  path: '/cases/:caseId/access/readers/new',
  view: personFormView,
  operation: nameReader,
  async show(ask, parts) {
    const { caseId, toName } = await ask(getCaseAccess, parts)
    return {
      caseNumber: String(caseId),
      heading: 'Name a person',
      submit: 'Name person',
      people: toName.map(choiceOf),
      reasonLabel: undefined,
    }
  },
  next: backToAccess,
  banner: 'Person named',
})

/** The page on which somebody is barred. */
export const barPersonPage = formPage({
  path: '/cases/:caseId/access/bars/new',
  view: personFormView,
  operation: barPerson,
  async show(ask, parts) {
    const { caseId, toBar } = await ask(getCaseAccess, parts)
    return {
      caseNumber: String(caseId),
      heading: 'Bar a person',
      submit: 'Bar person',
      people: toBar.map(choiceOf),
      reasonLabel: 'Why they have a conflict of interest',
    }
  },
  next: backToAccess,
  banner: 'Person barred',
})

/** The buttons on the page. */
export const accessActions: readonly Action[] = [
  {
    path: '/cases/:caseId/access/mark',
    operation: markConfidential,
    next: backToAccess,
    banner: () => 'Case made confidential',
  },
  {
    path: '/cases/:caseId/access/unmark',
    operation: unmarkConfidential,
    next: backToAccess,
    banner: () => 'Case opened to everybody who may see cases',
  },
  {
    path: '/cases/:caseId/access/readers/:userName/drop',
    operation: dropReader,
    next: backToAccess,
    banner: () => 'Person is named no longer',
  },
  {
    path: '/cases/:caseId/access/bars/:userName/lift',
    operation: unbarPerson,
    next: backToAccess,
    banner: () => 'Bar lifted',
  },
]
