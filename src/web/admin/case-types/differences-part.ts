import { table } from '#web/components/table.ts'
import { longText } from '#web/forms/case-form.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { toldDifferences } from './differences-in-words.ts'
import type { ShownDraft } from './shown-draft.ts'

/** How a draft differs from what is published, by field and stage. */
export const differencesPart = ({ differences, published }: ShownDraft): Html | false =>
  published !== undefined &&
  html`<h2 class="govuk-heading-m" id="differences">How it differs from version ${published}</h2>
    ${
      differences.length === 0
        ? html`<p class="govuk-body">It says the same.</p>`
        : html`<div class="app-wide" tabindex="0" role="group" aria-labelledby="differences">
            ${table({
              head: ['What', `Version ${published}`, 'Draft'].map((text) => ({ text })),
              rows: toldDifferences(differences).map(({ where, before, after }) => [
                { text: where },
                longText(before),
                longText(after),
              ]),
            })}
          </div>`
    }`
