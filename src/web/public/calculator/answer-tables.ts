import { dayInWords } from '#domain/calendar/index.ts'
import type { Deadline } from '#domain/deadlines/index.ts'
import { table, type TableCell } from '#web/components/table.ts'
import { html, type Html } from '#web/layout/html.ts'

type Row = readonly TableCell[]

/** Each pause, new start and extension, with its dates; nothing where there is none. */
export function changesTable(deadline: Deadline): Html | undefined {
  const { restarts, exclusions, extensions, open } = deadline
  const rows = [
    ...restarts.map(({ name, askedOn, answeredOn }) =>
      change(name, [askedOn, answeredOn], 'The time starts afresh on the second day'),
    ),
    ...exclusions.map(({ name, from, to, days }) =>
      change(name, [from, to], `The ${days} from the first to the last do not count`),
    ),
    ...extensions.map(({ toldOn, isValid, because = '' }) =>
      change('Extension', [toldOn], isValid ? 'It counts' : `It does not count: ${because}`),
    ),
    ...open.map(({ name, since }) => change(name, [since], 'It is open, so the clock is stopped')),
  ]
  if (rows.length === 0) return undefined
  const head = ['What happened', 'When', 'What it does'].map((text) => ({ text }))
  return html`<div class="app-wide" role="region" aria-label="What moved the date" tabindex="0">
    ${table({ caption: 'What moved the date', captionClasses: 'govuk-table__caption--s', head, rows })}
  </div>`
}

const change = (what: string, days: readonly string[], effect: string): Row => [
  { text: what },
  { text: days.map(dayInWords).join(' to ') },
  { text: effect },
]
