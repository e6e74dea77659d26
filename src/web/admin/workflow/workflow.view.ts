import { drawFlowForPage } from '#domain/diagrams/index.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { draftAddress } from '#web/admin/case-types/addresses.ts'
import { exampleDraft } from '#web/admin/case-types/shown-draft.ts'
import type { ShownDraft } from '#web/admin/case-types/shown-draft.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html, rawHtml } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { changeAddress } from './addresses.ts'
import { casePart } from './case-part.ts'
import { simulationPart } from './simulation-part.ts'
import { stageCard } from './stage-card.ts'

/** The workflow of a draft, with the token of its buttons. */
export type Workflow = {
  readonly draft: ShownDraft
  readonly banner: string | undefined
  readonly csrfToken: string
}

/** The page of the workflow of a draft: its flow drawn, its stages in order, and a sample case. */
export const workflowView: View<Workflow> = ({ draft, banner, csrfToken }) => {
  const { label: name, procedure } = draft.caseType
  return {
    title: `Workflow of ${name}`,
    back: { href: draftAddress(draft.draft), text: 'Back to the draft' },
    content: html`${banner !== undefined && notificationBanner({ text: banner, type: 'success' })}
      <span class="govuk-caption-l">${name}</span>
      <h1 class="govuk-heading-l">Workflow</h1>
      ${faultsLine(draft)}
      <h2 class="govuk-heading-m" id="flow">The flow</h2>
      <div class="app-wide app-flow" tabindex="0" role="group" aria-labelledby="flow">
        ${rawHtml(drawFlowForPage({ name, procedure }))}
      </div>
      ${procedure.tracks.map(
        (track, place) =>
          html`<h2 class="govuk-heading-m">Stages: ${track.name}</h2>
            ${track.stages.map((stage, at) => stageCard({ draft, track, stage, at, csrfToken }))}
            <p class="govuk-body">
              <a
                class="govuk-link"
                href="${changeAddress(draft.draft, place === 0 ? ['stages'] : ['tracks', track.code, 'stages'])}"
                >Add a stage<span class="govuk-visually-hidden"> to ${track.name}</span></a
              >
            </p>`,
      )}
      ${casePart(draft, csrfToken)} ${simulationPart(draft)}`,
  }
}

const faultsLine = ({ draft, faults }: ShownDraft): Html | false =>
  faults.length > 0 &&
  html`<p class="govuk-body">
    <a class="govuk-link" href="${draftAddress(draft)}"
      >Faults to be mended before it is published: ${faults.length}</a
    >
  </p>`

const model: Workflow = { draft: exampleDraft, banner: 'Stage saved', csrfToken: 'example' }

/** Examples of the page, by what they show. */
export const workflowExamples: Examples<View<Workflow>> = {
  'two stages': [model],
  'a stage that never ends': [
    {
      ...model,
      banner: undefined,
      draft: {
        ...exampleDraft,
        faults: ['Stage clearing has no outcome'],
        caseType: withoutOutcomes(exampleDraft.caseType),
      },
    },
  ],
}

function withoutOutcomes(caseType: ShownDraft['caseType']): ShownDraft['caseType'] {
  const { procedure } = caseType
  const tracks = procedure.tracks.map((track) => ({
    ...track,
    stages: track.stages.map((stage) => ({ ...stage, outcomes: [] })),
  }))
  return { ...caseType, procedure: { ...procedure, tracks } }
}
