import { lineList } from '#web/caseworker/people/line-list.ts'
import { button } from '#web/components/button.ts'
import { insetText } from '#web/components/inset-text.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { summaryList } from '#web/components/summary-list.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { ShownAccount } from './shown-account.ts'

/** The page of an account. */
export const showAccountView: View<ShownAccount> = (account) => ({
  title: `Account ${account.name}`,
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${account.banner !== undefined && notificationBanner({ text: account.banner, type: 'success' })}
      <span class="govuk-caption-l">Account</span>
      <h1 class="govuk-heading-l">${account.name}</h1>
      ${
        account.removed !== undefined &&
        insetText({
          text: `This account is removed as of ${account.removed}: no case can be linked with it any more.`,
        })
      }
      ${summaryList({
        rows: account.known.map(({ what, text }) => ({
          key: { text: what },
          value: { html: html`<div class="app-answer">${text}</div>` },
        })),
      })}
      ${
        account.changeAddress !== undefined &&
        button({ text: 'Change account', href: account.changeAddress })
      }
      <h2 class="govuk-heading-m">Cases</h2>
      ${lineList(account.cases, 'There are no cases that you may see.')}
      <h2 class="govuk-heading-m">People</h2>
      ${lineList(account.people, 'Nobody takes part in a case that you may see.')}
    </div>
  </div>`,
})

const bare: ShownAccount = {
  name: 'RENT R-20455',
  banner: undefined,
  removed: undefined,
  known: [{ what: 'Reference', text: 'R-20455' }],
  cases: [],
  people: [],
  changeAddress: undefined,
}

/** Examples of the page, by what they show. */
export const showAccountExamples: Examples<View<ShownAccount>> = {
  'a removed account, just saved, with a case and somebody': [
    {
      ...bare,
      banner: 'Account saved',
      removed: '3 July 2026',
      known: [...bare.known, { what: 'Description', text: `Flat <2>\n${'x'.repeat(200)}` }],
      cases: [{ text: 'Case 1001: Damp', href: '/cases/1001', more: 'New · Repair' }],
      people: [{ text: 'Ms Ife Okafor', href: '/people/1', more: 'Agent, Customer' }],
      changeAddress: '/accounts/1/edit',
    },
  ],
}
