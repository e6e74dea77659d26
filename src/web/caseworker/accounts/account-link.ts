import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** An account in a line, and its page for those who may open it. */
export type AccountLine = { readonly text: string; readonly href: string | undefined }

/** The line, leading to the account's page where it may be opened. */
export const accountLink = ({ text, href }: AccountLine): Html =>
  href === undefined ? html`${text}` : html`<a class="govuk-link" href="${href}">${text}</a>`
