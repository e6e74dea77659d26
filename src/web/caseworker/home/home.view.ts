import { button } from '#web/components/button.ts'
import { input } from '#web/components/input.ts'
import type { Examples } from '#web/layout/examples.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'

/** The page on which somebody lands after signing in: the way to a case by its number. */
export const homeView = (): Page => ({
  title: 'Casework',
  content: html`<h1 class="govuk-heading-l">Casework</h1>
    <form action="/cases" method="get">
      ${input({
        name: 'CaseId',
        label: { text: 'Case number', classes: 'govuk-label--m' },
        classes: 'govuk-input--width-10',
        inputmode: 'numeric',
        autocomplete: 'off',
        spellcheck: false,
      })}
      ${button({ text: 'Open case' })}
    </form>`,
})

/** Examples of the page, by what they show. */
export const homeExamples: Examples<typeof homeView> = { 'after signing in': [] }
