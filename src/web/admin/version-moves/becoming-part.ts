import { movesPart, type Moves } from '#web/admin/calendars/preview-part.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { insetText } from '#web/components/inset-text.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { casesInWords, staysInWords } from './words.ts'

/** What would become of the open cases of a type under the version in force. */
export type Becoming = {
  readonly version: number
  readonly older: readonly { readonly version: number; readonly cases: number }[]
  readonly fields: readonly {
    readonly label: string
    readonly isSensitive: boolean
    /** Is there no such field any more? Else an answer does not fit it. */
    readonly isGone: boolean
    readonly cases: number
    readonly example: number | undefined
  }[]
  readonly parts: { readonly stages: readonly string[]; readonly letters: readonly string[] }
  readonly work: readonly { readonly kind: string; readonly name: string; readonly cases: number }[]
  readonly becomesConfidential: boolean
  readonly lookedAt: number
  readonly staying: {
    readonly cases: number
    readonly first: readonly { readonly caseId: number; readonly why: string }[]
  }
  readonly dates: Moves
}

/** Draws what would become of open cases: what they lose, which stay, and which deadlines move. */
export const becomingPart = (model: Becoming): Html =>
  html`<h2 class="govuk-heading-m">What becomes of the cases</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${model.older.map(
        ({ version, cases }) =>
          html`<li>Open under version ${version}: ${casesInWords(cases)}</li>`,
      )}
    </ul>
    <p class="govuk-body">
      Each case keeps its number, notes, documents, letters and tasks, and who has it. Its deadlines
      are counted anew: targets are those of version ${model.version}, time limits of law keep the
      wording of the rule that the case began with, and what was met already stays as it was. Tasks
      and letters that version ${model.version} adds to a stage that a case is in are not raised.
    </p>
    ${
      model.becomesConfidential &&
      insetText({
        text: 'New cases of this version are confidential. Cases that are moved stay as they are: mark those confidential that must be.',
      })
    }
    ${lookedPart(model)} ${fieldsPart(model)} ${lostPart(model)} ${stayingPart(model.staying)}
    <h2 class="govuk-heading-m">Deadlines that move</h2>
    ${
      model.dates.deadlines === 0
        ? html`<p class="govuk-body">None, of the cases that move.</p>`
        : movesPart(model.dates)
    }`

/** A look at very many cases ends somewhere. */
function lookedPart({ older, lookedAt }: Becoming): Html | false {
  const total = older.reduce((sum, { cases }) => sum + cases, 0)
  return (
    lookedAt < total &&
    html`<p class="govuk-body">
      What follows was found in the first ${lookedAt} of these ${total} cases, by their numbers.
    </p>`
  )
}

const fieldsPart = ({ fields, version }: Becoming): Html | false =>
  fields.length > 0 &&
  html`<h2 class="govuk-heading-m">Answers without a field</h2>
    <p class="govuk-body">
      Version ${version} has no field for these, shows it to more people, or their answers do not
      fit it. What is sensitive is not kept; the rest stays in the history of the case.
    </p>
    <ul class="govuk-list govuk-list--bullet">
      ${fields.map(
        ({ label, isSensitive, isGone, cases, example }) =>
          html`<li>
            ${label}${isSensitive && ' (sensitive)'}${!isGone && ' (answers that do not fit)'}:
            answered in
            ${casesInWords(cases)}${example !== undefined && html`, such as ${caseLink(example)}`}
          </li>`,
      )}
    </ul>`

const lostPart = ({ parts, work, version }: Becoming): Html | false =>
  parts.stages.length + parts.letters.length > 0 &&
  html`<h2 class="govuk-heading-m">Stages and letters that version ${version} does not have</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${parts.stages.map((name) => html`<li>Stage “${name}”</li>`)}
      ${parts.letters.map((template) => html`<li>Letter ${template} is not drafted any more</li>`)}
      ${work.map(
        ({ kind, name, cases }) =>
          html`<li>
            The ${kind} “${name}” that waits in such a stage is dropped where the case moves:
            ${casesInWords(cases)}
          </li>`,
      )}
    </ul>`

const stayingPart = ({ cases, first }: Becoming['staying']): Html | false =>
  cases > 0 &&
  html`<h2 class="govuk-heading-m">Cases that stay under their version</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${first.map(({ caseId, why }) => html`<li>${caseLink(caseId)}: ${staysInWords[why]}</li>`)}
    </ul>
    ${cases > first.length && html`<p class="govuk-body">And ${cases - first.length} more.</p>`}`

const caseLink = (caseId: number): Html =>
  html`<a class="govuk-link" href="${caseAddress(caseId)}">Case ${caseId}</a>`
