import { button } from '#web/components/button.ts'
import { input } from '#web/components/input.ts'
import type { Examples } from '#web/layout/examples.ts'
import { flawSummary, formTitle, messageOf } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { messagePage } from '#web/layout/message-page.ts'

/** What the page to ask for a new password shows. */
export type Forgotten = {
  readonly action: string
  readonly signInAddress: string
  readonly organisation: string
  /** Without mail there are only the administrator's links. */
  readonly isMailed: boolean
  readonly message?: string
}

/** The page on which a new password is asked for. */
export const forgottenView = (model: Forgotten): Page => {
  const { message } = model
  const form = { flaws: message ? [{ parameter: 'email', kind: 'missing' as const, message }] : [] }
  const back = { href: model.signInAddress, text: 'Back to signing in' }
  if (!model.isMailed) return { ...withoutMail(), back }
  return {
    title: formTitle('Forgotten password', form),
    back,
    content: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${flawSummary(form)}
        <span class="govuk-caption-l">${model.organisation}</span>
        <h1 class="govuk-heading-l">Forgotten password</h1>
        <form action="${model.action}" method="post" novalidate>
          ${input({
            name: 'email',
            type: 'email',
            label: { text: 'Your e-mail address', classes: 'govuk-label--s' },
            hint: { text: 'A link to set a new password is sent to it.' },
            errorMessage: messageOf(form, 'email'),
            autocomplete: 'username',
            spellcheck: false,
          })}
          ${button({ text: 'Send the link', preventDoubleClick: true })}
        </form>
      </div>
    </div>`,
  }
}

const withoutMail = (): Page =>
  messagePage(
    'Forgotten password',
    'This server sends no mail. Ask your administrator for a sign-in link: signed in by it you can set a new password on the page of your account.',
    html`Administrators make one on the server:
      <code>casewright user sign-in-link EMAIL --organisation NAME</code>`,
  )

const first: Forgotten = {
  action: '/sign-in/example/forgotten',
  signInAddress: '/sign-in/example',
  organisation: 'Example Council',
  isMailed: true,
}

/** Examples of the page, by what they show. */
export const forgottenExamples: Examples<typeof forgottenView> = {
  'nothing typed yet': [first],
  'nothing typed': [{ ...first, message: 'Enter your e-mail address' }],
  'a server without mail': [{ ...first, isMailed: false }],
}
