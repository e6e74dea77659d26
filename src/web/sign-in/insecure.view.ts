import type { Examples } from '#web/layout/examples.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { messagePage } from '#web/layout/message-page.ts'

/** The page for somebody whose password others could read on its way. */
export const insecureView = (): Page =>
  messagePage(
    'You cannot sign in at this address',
    'The connection to it is not encrypted: whoever is on the way could read your password. Ask your administrator for the address that begins with https://.',
    'On the machine on which Casewright runs, http://localhost can be used too.',
    html`For administrators: put a proxy with a certificate before Casewright, set
      <code>CASEWRIGHT_PUBLIC_URL</code> to its https:// address and
      <code>CASEWRIGHT_TRUSTED_PROXIES</code> to the proxy’s own address.`,
  )

/** Examples of the page, by what they show. */
export const insecureExamples: Examples<typeof insecureView> = { 'plain HTTP': [] }
