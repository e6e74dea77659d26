import type { BackLinkOptions } from '#web/components/back-link.ts'
import { button } from '#web/components/button.ts'
import { bothVersions, versionFields } from '#web/layout/both-versions.ts'
import { csrfField, flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html, Interpolation } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'

/** What a form of the administration needs around its fields. */
export type AdminFrame = {
  readonly caption: string
  readonly heading: string
  readonly back: BackLinkOptions
  readonly submit: string
  /** Is it hard or impossible to take back? */
  readonly isWarning?: boolean
  readonly before?: Interpolation
  readonly fields: Interpolation
}

/** A page with a form of the administration. */
export const adminForm = (frame: AdminFrame, form: Form): Page => ({
  title: formTitle(`${frame.heading}: ${frame.caption}`, form),
  back: frame.back,
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)}
      <span class="govuk-caption-l">${frame.caption}</span>
      <h1 class="govuk-heading-l">${frame.heading}</h1>
      ${frame.before} ${bothVersions(form)}
      <form action="${form.action}" method="post" novalidate>
        ${csrfField(form.csrfToken)} ${versionFields(form)} ${frame.fields}
        ${button({
          text: frame.submit,
          preventDoubleClick: true,
          ...(frame.isWarning ? { classes: 'govuk-button--warning' } : {}),
        })}
      </form>
    </div>
  </div>`,
})

/** A button that is a form of its own, as it stands in a row of a table; `about` says of which row to those who hear it. */
export type RowButton = { readonly address: string; readonly text: string; readonly about: string }

/** Draws a button that is a form of its own. */
export const rowButton = ({ address, text, about }: RowButton, csrfToken: string): Html =>
  html`<form class="app-row-button" action="${address}" method="post" novalidate>
    ${csrfField(csrfToken)}
    ${button({
      html: html`${text}<span class="govuk-visually-hidden"> ${about}</span>`,
      classes: 'govuk-button--secondary app-small-button',
      preventDoubleClick: true,
    })}
  </form>`

/** A table that may be wider than the screen, with what it is called. */
export const wide = (name: string, drawn: Html): Html =>
  html`<div class="app-wide" tabindex="0" role="group" aria-label="${name}">${drawn}</div>`
