import { lineList } from '#web/caseworker/people/line-list.ts'
import type { Line } from '#web/caseworker/people/shown-person.ts'
import { button } from '#web/components/button.ts'
import { insetText } from '#web/components/inset-text.ts'
import { radios } from '#web/components/radios.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** One of the two records. */
export type ShownSide = {
  readonly name: string
  readonly href: string
  readonly cases: readonly Line[]
}

/** Something in which they differ: the name of its field, and what each says; undefined is nothing. */
export type ShownDifference = {
  readonly name: string
  readonly label: string
  readonly kept: string | undefined
  readonly other: string | undefined
  readonly proposed: 'kept' | 'other'
}

/** Two records beside one another. */
export type MergePeople = {
  readonly kept: ShownSide
  readonly other: ShownSide
  readonly reasons: readonly string[]
  readonly differences: readonly ShownDifference[]
  readonly seen: string
  /** Where the other of the two stays instead. */
  readonly swapAddress: string
}

/** The page on which two records are compared and merged. */
export const mergePeopleView: FormView<MergePeople> = (model, form) => ({
  title: formTitle(`Merge two records: ${model.kept.name}`, form),
  back: { href: model.kept.href, text: `Back to ${model.kept.name}` },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)}
      <span id="Seen" tabindex="-1"></span><span id="Other" tabindex="-1"></span>
      <h1 class="govuk-heading-l">Merge two records</h1>
      <p class="govuk-body">
        The record of <a class="govuk-link" href="${model.kept.href}">${model.kept.name}</a> stays.
        The record of <a class="govuk-link" href="${model.other.href}">${model.other.name}</a> goes
        into it, with its cases, contact details and alerts. They can be taken apart again.
        <a class="govuk-link" href="${model.swapAddress}">Keep the other one instead</a>
      </p>
      ${
        model.reasons.length > 0 &&
        insetText({ text: `Why they may be one person: ${model.reasons.join(', ')}.` })
      }
      <form action="${form.action}" method="post" novalidate>
        ${csrfField(form.csrfToken)}
        <input type="hidden" name="Seen" value="${seenIn(model, form)}" />
        ${model.differences.length === 0 && html`<p class="govuk-body">They say the same.</p>`}
        ${model.differences.map((difference) => choiceOf(difference, form))}
        ${button({ text: 'Merge records', preventDoubleClick: true })}
      </form>
      ${casesPart(model.kept, 'stays')} ${casesPart(model.other, 'goes into it')}
    </div>
  </div>`,
})

// once what is stored now is shown, merging again is meant
const seenIn = ({ seen }: MergePeople, form: Form): string =>
  form.flaws.some(({ parameter }) => parameter === 'Seen') ? seen : (form.typed['Seen'] ?? seen)

const choiceOf = ({ name, label, kept, other, proposed }: ShownDifference, form: Form): Html =>
  radios({
    name,
    fieldset: { legend: { text: label, classes: 'govuk-fieldset__legend--s' } },
    value: form.typed[name] ?? proposed,
    items: [
      { value: 'kept', html: valueOf(kept), hint: { text: 'As in the record that stays' } },
      { value: 'other', html: valueOf(other), hint: { text: 'As in the record that goes' } },
    ],
  })

const valueOf = (text: string | undefined): Html =>
  text === undefined ? html`Nothing` : html`<span class="app-answer">${text}</span>`

const casesPart = ({ name, cases }: ShownSide, which: string): Html =>
  html`<h2 class="govuk-heading-m">Cases of ${name}, whose record ${which}</h2>
    ${lineList(cases, 'There are no cases that you may see.')}`

const side: ShownSide = {
  name: 'Ms Ife Okafor',
  href: '/people/1',
  cases: [{ text: 'Case 1001: Damp', href: '/cases/1001', more: 'New' }],
}

/** Examples of the page, by what they show. */
export const mergePeopleExamples: Examples<FormView<MergePeople>> = {
  'two records that differ, changed by somebody else': [
    {
      kept: side,
      other: { name: 'I <Okafor>', href: '/people/2', cases: [] },
      reasons: ['same phone number'],
      differences: [
        {
          name: 'Take.Name',
          label: 'Name',
          kept: 'Ms Ife Okafor',
          other: 'I <Okafor>',
          proposed: 'kept',
        },
        {
          name: 'Take.Address',
          label: 'Address',
          kept: undefined,
          other: `12 Elm Road\n${'x'.repeat(200)}`,
          proposed: 'other',
        },
      ],
      seen: 'now',
      swapAddress: '/people/2/merge/1',
    },
    {
      action: '/people/1/merge/2',
      csrfToken: 'example',
      typed: { Seen: 'then' },
      flaws: [{ parameter: 'Seen', kind: 'invalid', message: 'Somebody else has changed one' }],
    },
  ],
}
