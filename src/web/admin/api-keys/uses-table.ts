import { table } from '#web/components/table.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** What a key was used for on a day. */
export type Uses = { readonly day: string; readonly answered: number; readonly refused: number }

/** The calls and refusals of each day on which there were any, with a bar that says the same to the eye. */
export const usesTable = (all: readonly Uses[]): Html => {
  const days = all.filter(({ answered, refused }) => answered + refused > 0)
  if (days.length === 0)
    return html`<p class="govuk-body">Nobody has used it in the last 30 days.</p>`
  const most = Math.max(1, ...days.map(({ answered, refused }) => answered + refused))
  return table({
    caption: 'Calls in the last 30 days',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [
      { text: 'Day' },
      { text: 'Answered', format: 'numeric' },
      { text: 'Refused', format: 'numeric' },
      { html: html`<span class="govuk-visually-hidden">Drawn</span>` },
    ],
    rows: days.map(({ day, answered, refused }) => [
      { text: day },
      { text: String(answered), format: 'numeric' },
      { text: String(refused), format: 'numeric' },
      { html: bar(answered / most, refused / most) },
    ]),
  })
}

const width = 120

const bar = (answered: number, refused: number): Html =>
  html`<svg width="${width}" height="12" aria-hidden="true" focusable="false">
    <rect width="${Math.ceil(answered * width)}" height="12" fill="#1d70b8" />
    <rect
      x="${Math.ceil(answered * width)}"
      width="${Math.ceil(refused * width)}"
      height="12"
      fill="#d4351c"
    />
  </svg>`
