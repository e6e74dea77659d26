import { insetText } from '#web/components/inset-text.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { summaryList } from '#web/components/summary-list.ts'
import { longText } from '#web/forms/case-form.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'
import { caseTypesAddress, draftAddress } from './addresses.ts'
import { detailsOf } from './details-form.view.ts'
import { differencesPart } from './differences-part.ts'
import { faultPlace } from './fault-place.ts'
import { fieldsPart } from './fields-part.ts'
import { exampleDraft } from './shown-draft.ts'
import type { ShownDraft } from './shown-draft.ts'

/** A draft with the token of its buttons. */
export type DraftPage = {
  readonly draft: ShownDraft
  readonly banner: string | undefined
  readonly csrfToken: string
}

/** The page of a draft: what is wrong with it, what it asks, how it differs from what is published. */
export const showDraftView: View<DraftPage> = ({ draft, banner, csrfToken }) => ({
  title: `Draft of ${draft.caseType.label}`,
  back: { href: caseTypesAddress, text: 'Back to case types' },
  content: html`${banner !== undefined && notificationBanner({ text: banner, type: 'success' })}
    <span class="govuk-caption-l">Draft of a case type</span>
    <h1 class="govuk-heading-l">${draft.caseType.label}</h1>
    <p class="govuk-body">
      ${draft.published === undefined ? 'Not published yet. ' : `Version ${draft.published} is published. `}
      ${draft.changedBy} changed this draft last, ${dateAndTime(draft.changedAt)}.
    </p>
    ${overtaken(draft)} ${waitingPart(draft)} ${faultsPart(draft)} ${advicePart(draft)}
    ${waysPart(draft)} ${detailsPart(draft)} ${fieldsPart(draft, csrfToken)}
    ${differencesPart(draft)}`,
})

const waitingPart = ({ waiting }: ShownDraft): Html | false =>
  waiting !== undefined &&
  insetText({
    text: `Version ${waiting.version} waits to be published from ${dateAndTime(waiting.from)}. This draft can be published after it, or once it is taken back.`,
  })

const overtaken = ({ basedOn, published }: ShownDraft): Html | false =>
  published !== undefined &&
  published !== basedOn &&
  insetText({
    text: `Version ${published} was published after this draft was begun. If you publish the draft, it takes its place.`,
  })

const faultsPart = (draft: ShownDraft): Html =>
  draft.faults.length === 0
    ? html`<p class="govuk-body">The draft has no fault, and can be published.</p>`
    : html`<h2 class="govuk-heading-m">What must be mended before it is published</h2>
        <ul class="govuk-list govuk-list--bullet">
          ${draft.faults.map(
            (fault) =>
              html`<li><a class="govuk-link" href="${faultPlace(fault, draft)}">${fault}</a></li>`,
          )}
        </ul>`

const advicePart = ({ advice }: ShownDraft): Html | false =>
  advice.length > 0 &&
  html`<h2 class="govuk-heading-m">What is worth a look before it is published</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${advice.map((each) => html`<li>${each}</li>`)}
    </ul>`

const waysPart = ({ draft, faults }: ShownDraft): Html => {
  const ways: readonly (readonly [string, string])[] = [
    ['workflow', 'Stages, tasks, letters and deadlines'],
    ['preview/staff', 'See the form as staff'],
    ['preview/customer', 'See the form as the customer'],
    ['file', 'Change it as a file'],
    ...(faults.length === 0 ? [['publish', 'Publish the draft'] as const] : []),
    ['discard', 'Throw the draft away'],
  ]
  return html`<ul class="govuk-list">
    ${ways.map(
      ([way, text]) =>
        html`<li><a class="govuk-link" href="${draftAddress(draft)}/${way}">${text}</a></li>`,
    )}
  </ul>`
}

const detailsPart = ({ draft, caseType }: ShownDraft): Html =>
  html`<h2 class="govuk-heading-m">The case type as a whole</h2>
    ${summaryList({
      rows: detailsOf(caseType)
        .filter(({ text }) => text !== '')
        .map(({ what, text }) => ({ key: { text: what }, value: longText(text) })),
    })}
    <p class="govuk-body">
      <a class="govuk-link" href="${draftAddress(draft)}/details">Change</a>
    </p>`

/** Examples of the page, by what they show. */
export const showDraftExamples: Examples<View<DraftPage>> = {
  'a draft without faults': [{ draft: exampleDraft, banner: 'Field saved', csrfToken: 'example' }],
  'a draft with faults, which differs from a version published since': [
    {
      draft: {
        ...exampleDraft,
        published: 3,
        waiting: { caseTypeId: 1, name: 'x', version: 4, from: new Date('2031-09-01T07:30:00Z') },
        faults: [
          'Stage report: the outcome clear leads to the stage gone, which is not there',
          'Street is the name of a parameter',
          'There is no team HOUSING',
          'The queue names the team X, which is not there: add it first',
        ],
        advice: ['Nobody gets the cases: name a <team> that does'],
        differences: [
          { path: 'fields[Street].label', before: 'Where', after: 'Which <street>' },
          { path: 'procedure.tracks[main].stages[report].team', after: 'HOUSING' },
          { path: 'fields[Old]', before: { id: 'Old', label: 'Old one' } },
        ],
      },
      banner: undefined,
      csrfToken: 'example',
    },
  ],
}
