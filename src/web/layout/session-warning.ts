import { button } from '#web/components/button.ts'
import { csrfField } from './form-page.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'

/** How long a session lasts if nothing is asked, and whatever is asked. */
export type SessionTimes = { readonly idleSeconds: number; readonly lastSeconds: number }

/** The dialog that a script opens before the session ends; without scripts nothing of it is seen. */
export const sessionWarning = (times: SessionTimes, csrfToken: string): Html =>
  html`<dialog
    class="app-session-warning"
    id="session-warning"
    aria-labelledby="session-warning-heading"
    aria-describedby="session-warning-text"
    data-idle-seconds="${times.idleSeconds}"
    data-last-seconds="${times.lastSeconds}"
  >
    <h2 class="govuk-heading-m" id="session-warning-heading">You are about to be signed out</h2>
    <p class="govuk-body" id="session-warning-text" role="status"></p>
    <form action="/session/extend" method="post">
      ${csrfField(csrfToken)} ${button({ text: 'Stay signed in' })}
    </form>
    <form method="dialog">
      <button class="govuk-link app-session-warning__close" type="submit">Close</button>
    </form>
  </dialog>`
