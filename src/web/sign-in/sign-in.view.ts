import { button } from '#web/components/button.ts'
import { input } from '#web/components/input.ts'
import { insetText } from '#web/components/inset-text.ts'
import type { Flaw } from '#kernel/refusal.ts'
import type { Examples } from '#web/layout/examples.ts'
import { flawSummary, formTitle, messageOf } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { passkeyForm } from '#web/passkeys/passkey-form.ts'
import { providerButton } from '#web/single-sign-on/provider-button.ts'
import type { Offered } from '#web/single-sign-on/offered.ts'
import { withoutSigningIn } from './without-signing-in.ts'

/** What the page to sign in shows. */
export type SignIn = {
  readonly action: string
  /** What the organisation is called. */
  readonly organisation: string
  /** What has brought the reader here. */
  readonly reason?: string | undefined
  readonly next: string
  /** What was typed into a form that needs a session again. */
  readonly kept?: string | undefined
  readonly name?: string | undefined
  readonly flaws: readonly Flaw[]
  /** Where a new password is asked for. */
  readonly resetAddress: string
  /** The provider with which people can sign in, if there is one. */
  readonly offered?: Offered
  /** Are passkeys good at the address at which the page is? */
  readonly isPasskeyOffered: boolean
}

/** The page on which somebody signs in with a password. */
export const signInView = (model: SignIn): Page => ({
  title: formTitle('Sign in', model),
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(model)}
      <span class="govuk-caption-l">${model.organisation}</span>
      <h1 class="govuk-heading-l">Sign in</h1>
      ${model.reason !== undefined && insetText({ text: model.reason })}
      ${model.offered && providerButton(model.offered, model)}
      ${(model.offered?.admitsOtherWays ?? true) && ownWays(model)}
      <p class="govuk-body">${withoutSigningIn}</p>
    </div>
  </div>`,
})

/** What people sign in with whom no provider vouches for. */
const ownWays = (model: SignIn): Html =>
  html`<form action="${model.action}" method="post" novalidate>
      <input type="hidden" name="next" value="${model.next}" />
      ${model.kept !== undefined && html`<input type="hidden" name="kept" value="${model.kept}" />`}
      ${nameField(model)} ${passwordField(model)}
      ${button({ text: 'Sign in', preventDoubleClick: true })}
    </form>
    ${
      model.isPasskeyOffered &&
      passkeyForm({
        action: `${model.action}/passkey`,
        text: 'Sign in with a passkey',
        carried: model,
      })
    }
    <p class="govuk-body">
      <a class="govuk-link" href="${model.resetAddress}">I have forgotten my password</a>
    </p>`

const nameField = ({ name, flaws }: Pick<Form, 'flaws'> & Pick<SignIn, 'name'>): Html =>
  input({
    name: 'name',
    label: { text: 'E-mail address or user name', classes: 'govuk-label--s' },
    value: name,
    errorMessage: messageOf({ flaws }, 'name'),
    autocomplete: 'username',
    autocapitalize: 'none',
    spellcheck: false,
  })

const passwordField = ({ flaws }: Pick<Form, 'flaws'>): Html =>
  input({
    name: 'password',
    type: 'password',
    label: { text: 'Password', classes: 'govuk-label--s' },
    errorMessage: messageOf({ flaws }, 'password'),
    autocomplete: 'current-password',
    spellcheck: false,
  })

const first: SignIn = {
  action: '/sign-in/example',
  organisation: 'Example Council',
  next: '/',
  flaws: [],
  resetAddress: '/sign-in/example/forgotten',
  isPasskeyOffered: true,
}

/** Examples of the page, by what they show. */
export const signInExamples: Examples<typeof signInView> = {
  'nothing typed': [first],
  'a provider beside the password': [
    {
      ...first,
      offered: {
        action: '/sign-in/example/single-sign-on',
        label: 'Example <Council> account',
        admitsOtherWays: true,
      },
    },
  ],
  'a session that has ended': [
    {
      ...first,
      reason: 'You are not signed in, or have been away for too long.',
      next: '/cases/1001/notes/new',
      kept: '{"Notes":"Rang <her>"}',
    },
  ],
  'a wrong password': [
    {
      ...first,
      name: 'ife.okafor@north.example',
      flaws: [
        {
          parameter: 'name',
          kind: 'invalid',
          message: 'The e-mail address, user name or password is not right',
        },
      ],
    },
  ],
}
