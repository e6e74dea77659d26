import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { tag } from '#web/components/tag.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField } from '#web/layout/form-page.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** A case that hangs together with another, as the page of that shows it. */
export type ShownLink = {
  readonly how: string
  readonly name: string
  readonly href: string
  readonly status: string
  readonly reason: string | undefined
  /** By whom and when; undefined where nobody linked it by hand. */
  readonly linked: string | undefined
  readonly unlinkAddress: string | undefined
}

/** The cases that hang together with a case. */
export type ShownLinks = {
  readonly caseNumber: string
  readonly banner: string | undefined
  readonly csrfToken: string
  readonly links: readonly ShownLink[]
  readonly linkAddress: string | undefined
}

/** The page with the cases that hang together with a case. */
export const showLinksView: View<ShownLinks> = (model) => ({
  title: `Links: case ${model.caseNumber}`,
  content: html`${
      model.banner !== undefined && notificationBanner({ text: model.banner, type: 'success' })
    }
    <h1 class="govuk-heading-l">Links</h1>
    ${
      model.links.length === 0
        ? html`<p class="govuk-body">No other case hangs together with this one.</p>`
        : html`<ul class="govuk-list">
            ${model.links.map((link) => html`<li class="app-entry">${linkEntry(link, model)}</li>`)}
          </ul>`
    }
    ${model.linkAddress !== undefined && button({ text: 'Link with another case', href: model.linkAddress })}`,
})

const linkEntry = (link: ShownLink, { csrfToken }: ShownLinks): Html =>
  html`<h2 class="govuk-heading-s app-entry__heading app-entry__text">
      ${link.how} <a class="govuk-link" href="${link.href}">${link.name}</a>
    </h2>
    <p class="govuk-body">${tag({ text: link.status })}</p>
    ${link.reason !== undefined && html`<div class="govuk-body app-answer">${link.reason}</div>`}
    ${link.linked !== undefined && html`<p class="govuk-body-s">${link.linked}</p>`}
    ${link.unlinkAddress !== undefined && unlinkForm(link.name, link.unlinkAddress, csrfToken)}`

const unlinkForm = (name: string, address: string, csrfToken: string): Html =>
  html`<form action="${address}" method="post" novalidate>
    ${csrfField(csrfToken)}
    ${button({
      html: html`Unlink<span class="govuk-visually-hidden"> ${name}</span>`,
      classes: 'govuk-button--secondary app-entry__button',
      preventDoubleClick: true,
    })}
  </form>`

const bare: ShownLinks = {
  caseNumber: '1001',
  banner: undefined,
  csrfToken: 'example',
  links: [],
  linkAddress: undefined,
}

const link: ShownLink = {
  how: 'Part of',
  name: 'Case 1013: Complaint, Mrs Anwen <O’Neill>',
  href: '/cases/1013',
  status: 'At stage 2',
  reason: `The same <street> ${'x'.repeat(200)}`,
  linked: 'Linked by Okafor, Ife on 6 July 2026',
  unlinkAddress: '/cases/1001/links/1013/unlink',
}

/** Examples of the page, by what they show. */
export const showLinksExamples: Examples<View<ShownLinks>> = {
  'a case without links': [bare],
  'a case with links, just linked': [
    {
      ...bare,
      banner: 'Cases linked',
      links: [
        link,
        {
          ...link,
          how: 'Followed by',
          linked: undefined,
          reason: undefined,
          unlinkAddress: undefined,
        },
      ],
      linkAddress: '/cases/1001/links/new',
    },
  ],
}
