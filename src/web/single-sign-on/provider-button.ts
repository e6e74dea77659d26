import { button } from '#web/components/button.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { Offered } from './offered.ts'

/** Where the reader goes on afterwards, and what they had typed. */
type GoingOn = { readonly next: string; readonly kept?: string | undefined }

/** The button with which somebody signs in with the provider. */
export const providerButton = (
  { action, label, admitsOtherWays }: Offered,
  { next, kept }: GoingOn,
): Html =>
  html`<form action="${action}" method="post" novalidate>
      <input type="hidden" name="next" value="${next}" />
      ${kept !== undefined && html`<input type="hidden" name="kept" value="${kept}" />`}
      ${button({ text: `Sign in with ${label}`, preventDoubleClick: true })}
    </form>
    ${admitsOtherWays && html`<h2 class="govuk-heading-m">Or another way</h2>`}`
