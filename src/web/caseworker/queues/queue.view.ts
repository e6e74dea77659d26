import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { csrfField } from '#web/layout/form-page.ts'
import type { View, Visit } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { drawList } from '#web/lists/draw-list.ts'
import type { ListAddress } from '#web/lists/list-address.ts'
import { queueAddress } from './addresses.ts'
import { queueList } from './queue-list.ts'
import type { QueueRows } from './queue-list.ts'

export { queueExamples } from './queue-examples.ts'

/** What the page of a queue shows. */
export type Queue = Pick<Visit, 'banner' | 'csrfToken'> & {
  readonly heading: string
  readonly at: ListAddress
  readonly list: QueueRows
  readonly saved: readonly { readonly text: string; readonly address: string }[]
  /** Where it is saved what the queue is narrowed down by; none where it is not. */
  readonly saveAddress: string | undefined
  /** Where a saved filter of the reader's own is thrown away. */
  readonly removeAddress: string | undefined
}

/** The page of a queue: open cases, and the filters that were saved. */
export const queueView: View<Queue> = (queue) => ({
  title: queue.heading,
  isWide: true,
  content: html`${
      queue.banner !== undefined && notificationBanner({ text: queue.banner, type: 'success' })
    }
    <h1 class="govuk-heading-l app-list__what">${queue.heading}</h1>
    ${queue.saved.length > 0 && savedFilters(queue)} ${drawList(queueList(queue.list), queue.at)}
    <div class="app-list__buttons">
      ${
        queue.saveAddress !== undefined &&
        html`<p class="govuk-body">
          <a class="govuk-link" href="${queue.saveAddress}">Save this filter</a>
        </p>`
      }
      ${queue.removeAddress !== undefined && removing(queue.removeAddress, queue)}
    </div>`,
})

const savedFilters = ({ saved }: Queue): Html =>
  html`<nav aria-label="Saved filters" class="app-list__buttons">
    <ul class="govuk-list app-counts">
      <li><a class="govuk-link" href="${queueAddress}">All open cases</a></li>
      ${saved.map(
        ({ text, address }) =>
          html`<li class="app-list__what">
            <a class="govuk-link" href="${address}">${text}</a>
          </li>`,
      )}
    </ul>
  </nav>`

const removing = (address: string, { csrfToken }: Queue): Html =>
  html`<form action="${address}" method="post" novalidate>
    ${csrfField(csrfToken)}
    ${button({
      text: 'Remove this filter',
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    })}
  </form>`
