import type { Examples } from './examples.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { messagePage } from './message-page.ts'

/** What the page for our own faults shows: the reference under which the fault is in the log. */
export type Fault = { readonly reference: string }

/** The page for a fault of ours. */
export const faultView = ({ reference }: Fault): Page =>
  messagePage(
    'Sorry, there is a problem',
    'Nothing that you entered on the last page has been saved. Try again later.',
    html`If it happens again, tell your administrator this reference:
      <strong>${reference}</strong>`,
  )

/** Examples of the page, by what they show. */
export const faultExamples: Examples<typeof faultView> = {
  'a fault': [{ reference: '5f0c2a7e' }],
}
