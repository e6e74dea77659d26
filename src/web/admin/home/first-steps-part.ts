import { button } from '#web/components/button.ts'
import { tag } from '#web/components/tag.ts'
import { csrfField } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** One of the first steps. */
export type Step = {
  readonly text: string
  readonly hint: string
  readonly href?: string | undefined
  /** What is to be typed into a terminal, line by line. */
  readonly call?: readonly string[]
  readonly isDone: boolean
}

/** The first steps, and the token of the button that hides them. */
export type FirstSteps = { readonly steps: readonly Step[]; readonly csrfToken: string }

/** The first steps of whoever tries the program, those that were taken marked so. */
export const firstStepsPart = ({ steps, csrfToken }: FirstSteps): Html =>
  html`<section aria-labelledby="first-steps">
    <h2 class="govuk-heading-m" id="first-steps">Getting started</h2>
    <ol class="govuk-list govuk-list--number govuk-list--spaced">
      ${steps.map(stepPart)}
    </ol>
    <form action="/admin/first-steps/hide" method="post" novalidate>
      ${csrfField(csrfToken)}
      ${button({
        text: 'Show this no longer',
        classes: 'govuk-button--secondary',
        preventDoubleClick: true,
      })}
    </form>
  </section>`

const stepPart = ({ text, hint, href, call, isDone }: Step): Html =>
  html`<li>
    ${href === undefined ? text : html`<a class="govuk-link" href="${href}">${text}</a>`}
    ${isDone && tag({ text: 'Done', classes: 'govuk-tag--green' })}
    <span class="app-list__minor">${hint}</span>
    ${
      call !== undefined &&
      !isDone &&
      html`<pre class="app-code app-wrapped" role="group" aria-label="The call to make">
${call.join('\n')}</pre>`
    }
  </li>`
