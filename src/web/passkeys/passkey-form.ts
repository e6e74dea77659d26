import { button } from '#web/components/button.ts'
import { input } from '#web/components/input.ts'
import { assets } from '#web/layout/assets.ts'
import { csrfField } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { carriedFields } from '#web/sign-in/onward.ts'
import type { Carried } from '#web/sign-in/onward.ts'

/** A form that a passkey fills in: where it is sent, and what it carries. */
export type PasskeyForm = {
  /** The script asks there, at the address `/options` below it, what to ask of the browser. */
  readonly action: string
  readonly text: string
  /** The token of a session, where there is one. */
  readonly csrfToken?: string
  readonly carried: Carried
  readonly fields?: Html | false
}

/** Draws a form that a passkey fills in; without scripts it is not there, as a browser offers none without them. */
export const passkeyForm = ({ action, text, csrfToken, carried, fields }: PasskeyForm): Html =>
  html`<form action="${action}" method="post" data-passkey="${action}/options" hidden novalidate>
      ${csrfToken !== undefined && csrfField(csrfToken)} ${carriedFields(carried)} ${fields}
      <input type="hidden" name="response" value="" />
      <p class="govuk-error-message" role="alert"></p>
      ${button({ text })}
    </form>
    <script type="module" src="${assets.passkey.address}"></script>`

/** The field in which somebody names a new passkey. */
export const passkeyName = (): Html =>
  input({
    name: 'name',
    id: 'passkey-name',
    label: { text: 'Name of the passkey', classes: 'govuk-label--s' },
    hint: { text: 'By which you know it again, such as Work laptop' },
    classes: 'govuk-input--width-20',
    attributes: { maxlength: '100' },
    autocomplete: 'off',
  })
