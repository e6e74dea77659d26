import { button } from '#web/components/button.ts'
import { csrfField } from '#web/layout/form-page.ts'
import type { Typed } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** Where somebody goes on who has signed in: to an address, or back to a form with what they had typed. */
export type Onward = {
  readonly address: string
  readonly csrfToken: string
  readonly typed: Typed | undefined
}

/** Draws the button that leads on. */
export const onwardButton = ({ address, csrfToken, typed }: Onward): Html =>
  typed === undefined
    ? button({ text: 'Continue', href: address })
    : html`<form action="${address}" method="post">
        ${csrfField(csrfToken)}
        <input type="hidden" name="keptForm" value="yes" />
        ${Object.entries(typed).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
        )}
        ${button({ text: 'Go back to the form' })}
      </form>`

/** What goes with somebody through the steps of signing in: where they want to go, and a form that was typed before. */
export type Carried = { readonly next: string; readonly kept?: string | undefined }

/** The fields that carry it. */
export const carriedFields = ({ next, kept }: Carried): Html =>
  html`<input type="hidden" name="next" value="${next}" />
    ${kept !== undefined && html`<input type="hidden" name="kept" value="${kept}" />`}`
