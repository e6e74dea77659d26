import { table } from '#web/components/table.ts'
import { wide } from '#web/admin/admin-form.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dueInWords } from '#web/layout/times.ts'

/** What a change to the calendar comes to: its days in words, and which deadlines it moves. */
export type Preview = Moves & {
  readonly summary: string
  readonly days: readonly string[]
  /** The known days that a file does not have. */
  readonly staying: readonly string[]
  /** When a House does not sit among or beside the days of a file. */
  readonly recesses: readonly string[]
}

/** How many deadlines of how many open cases move, and the first of them. */
export type Moves = {
  readonly deadlines: number
  readonly cases: number
  /** The first of them, dates in words. */
  readonly moves: readonly Move[]
}

/** A deadline of a case, from when to when it moves. */
export type Move = {
  readonly caseId: number
  readonly deadline: string
  readonly from: string
  readonly to: string
}

/** What moves as an operation tells it. */
type Told = Omit<Moves, 'moves'> & {
  readonly moves: readonly {
    readonly caseId: number
    readonly code: string
    readonly before: string | null
    readonly after: string | null
  }[]
}

/** The same, dates in words. */
export const movesInWords = ({ deadlines, cases, moves }: Told): Moves => ({
  deadlines,
  cases,
  moves: moves.map(({ caseId, code, before, after }) => ({
    caseId,
    deadline: code,
    from: dueInWords(before),
    to: dueInWords(after),
  })),
})

/** Draws what a change to the calendar comes to. */
export const previewPart = (preview: Preview): Html =>
  html`<h2 class="govuk-heading-m">${preview.summary}</h2>
    ${bullets(preview.days)}
    ${
      preview.staying.length > 0 &&
      html`<h2 class="govuk-heading-m">Known, and not in the file</h2>
        <p class="govuk-body">They stay. Retire a day that has been taken back.</p>
        ${bullets(preview.staying)}`
    }
    ${
      preview.recesses.length > 0 &&
      html`<h2 class="govuk-heading-m">Days without a sitting</h2>
        <p class="govuk-body">
          Days are missing if the House sits during these. A question waits through them.
        </p>
        ${bullets(preview.recesses)}`
    }
    ${whatMoves(preview)}`

/** Draws which deadlines move, or that none does. */
export const whatMoves = (moves: Moves): Html =>
  html`<h2 class="govuk-heading-m">What moves</h2>
    ${moves.deadlines === 0 ? nothing : movesPart(moves)}`

const bullets = (lines: readonly string[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`

const nothing = html`<p class="govuk-body">No deadline of an open case moves.</p>`

/** Draws which deadlines move, of how many cases. */
export const movesPart = ({ deadlines, cases, moves }: Moves): Html =>
  html`<p class="govuk-body">
      ${counted(deadlines, 'deadline')} of ${counted(cases, 'open case')}
      ${deadlines === 1 ? 'moves' : 'move'}. Confidential cases that you may not see move too, and
      are not shown.
    </p>
    ${wide(
      'What moves',
      table({
        firstCellIsHeader: true,
        head: [{ text: 'Case' }, { text: 'Deadline' }, { text: 'From' }, { text: 'To' }],
        rows: moves.map(({ caseId, deadline, from, to }) => [
          { html: html`<a class="govuk-link" href="${caseAddress(caseId)}">${caseId}</a>` },
          { text: deadline },
          { text: from },
          { text: to },
        ]),
      }),
    )}
    ${
      deadlines > moves.length &&
      html`<p class="govuk-body">And ${counted(deadlines - moves.length, 'more deadline')}.</p>`
    }`

const counted = (number: number, what: string): string =>
  `${number} ${what}${number === 1 ? '' : 's'}`

/** A preview for examples. */
export const examplePreview: Preview = {
  summary: '1 day is new',
  days: ['9 May 2031: A <new> day (bank holiday, Scotland)'],
  staying: ['6 May 2031: A day <that> was (bank holiday, Scotland)'],
  recesses: ['House of Commons: 16 May 2031 to 2 June 2031'],
  deadlines: 2,
  cases: 2,
  moves: [{ caseId: 1001, deadline: 'REPLY', from: '12 May 2031', to: '13 May 2031' }],
}
