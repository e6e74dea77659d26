import {
  accountInWords,
  addAccount,
  amendAccount,
  getAccount,
  getAccountTypes,
  setAccount,
} from '#domain/accounts/index.ts'
import { getCaseOverview } from '#domain/notes/index.ts'
import { notPermitted, Refusal } from '#kernel/refusal.ts'
import { peopleAddress } from '#web/caseworker/people/addresses.ts'
import { recordFormView, type RecordForm } from '#web/caseworker/people/record-form.view.ts'
import { formPage, showPage } from '#web/layout/form-page.ts'
import { accountQuestions } from './account-questions.ts'
import { accountAddress, newAccountAddress } from './addresses.ts'
import { setAccountView } from './set-account.view.ts'
import { showAccountView } from './show-account.view.ts'
import { shownAccount, shownRecord } from './shown-account.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'

const detailsOf = (caseId: number | string): string => `${caseAddress(caseId)}/details`
const pageAfter = (answer: unknown): string =>
  accountAddress((answer as { account: string }).account)

/** The page of an account. */
export const showAccountPage = showPage({
  path: '/accounts/:account',
  view: showAccountView,
  show: async (ask, parts, { banner }) => shownRecord(await ask(getAccount, parts), banner),
})

/** The page on which an account is added. */
const addAccountPage = formPage({
  path: newAccountAddress,
  view: recordFormView,
  operation: addAccount,
  async show(ask): Promise<RecordForm> {
    const { accountTypes, mayUpdate } = await ask(getAccountTypes, {})
    if (!mayUpdate) throw new Refusal(notPermitted)
    return {
      caption: 'Accounts',
      heading: 'Add an account',
      submit: 'Add account',
      back: { href: peopleAddress, text: 'Back to people' },
      questions: accountQuestions({ accountTypes }),
    }
  },
  next: (_parts, answer) => pageAfter(answer),
  banner: 'Account added',
})

/** The page on which an account is changed. */
const amendAccountPage = formPage({
  path: '/accounts/:account/edit',
  view: recordFormView,
  operation: amendAccount,
  async show(ask, parts): Promise<RecordForm> {
    const told = await ask(getAccount, parts)
    if (!told.mayUpdate) throw new Refusal(notPermitted)
    const name = accountInWords(told)
    return {
      caption: name,
      heading: 'Change the account',
      submit: 'Save account',
      back: { href: accountAddress(told.accountId), text: `Back to ${name}` },
      seen: told.updatedAt.toISOString(),
      questions: accountQuestions(told),
    }
  },
  next: (_parts, answer) => pageAfter(answer),
  banner: 'Account saved',
})

/** The page on which it is said which account a case concerns. */
const setAccountPage = formPage({
  path: '/cases/:caseId/account',
  view: setAccountView,
  operation: setAccount,
  async show(ask, parts) {
    const [theCase, { accountTypes, mayUpdate }] = await Promise.all([
      ask(getCaseOverview, parts),
      ask(getAccountTypes, {}),
    ])
    return {
      caseNumber: String(theCase.caseId),
      back: { href: detailsOf(theCase.caseId), text: 'Back to details' },
      present: shownAccount(theCase)?.text,
      accountTypes,
      accountType: theCase.accountType ?? undefined,
      reference: theCase.accountReference ?? undefined,
      addAddress: mayUpdate ? newAccountAddress : undefined,
    }
  },
  next: ({ caseId = '' }) => detailsOf(caseId),
  banner: 'Account of the case saved',
})

/** The pages with forms about accounts. */
export const accountFormPages = [addAccountPage, amendAccountPage, setAccountPage]
