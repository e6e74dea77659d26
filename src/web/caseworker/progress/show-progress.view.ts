import { notificationBanner } from '#web/components/notification-banner.ts'
import { button } from '#web/components/button.ts'
import { tag } from '#web/components/tag.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type {
  ShownNeed,
  ShownOutcome,
  ShownProgress,
  ShownStage,
  ShownTrack,
  WayOn,
} from './shown-progress.ts'
import { lettersPart, tasksPart } from './work-part.ts'

export { showProgressExamples } from './show-progress-examples.ts'

/** The page that says where a case stands and what is next. */
export const showProgressView: View<ShownProgress> = (progress) => ({
  title: `Progress: case ${progress.caseNumber}`,
  content: html`${
      progress.banner !== undefined &&
      notificationBanner({ text: progress.banner, type: 'success' })
    }
    <h1 class="govuk-heading-l">Progress</h1>
    <p class="govuk-body">${tag({ text: progress.status })} ${progress.summary}</p>
    ${progress.tracks.map(trackPart)} ${tasksPart(progress)}
    ${progress.letters && lettersPart(progress.letters, progress)} ${endPart(progress)}`,
})

const trackPart = (track: ShownTrack): Html =>
  html`<h2 class="govuk-heading-m">${track.name}</h2>
    ${
      track.stages.length === 0
        ? html`<p class="govuk-body">This has not begun.</p>`
        : html`<ol class="govuk-list govuk-list--number govuk-list--spaced">
            ${track.stages.map(stageItem)}
          </ol>`
    }
    ${track.outcomes.length > 0 && outcomesPart(track.outcomes)}
    ${track.lackingToBegin.length > 0 && lackingList(track.lackingToBegin)}
    ${track.moveAddress !== undefined && button({ text: `Move on: ${track.name}`, href: track.moveAddress })}
    ${track.beginAddress !== undefined && button({ text: `Begin: ${track.name}`, href: track.beginAddress, classes: 'govuk-button--secondary' })}`

const stageItem = ({ name, standing, told, details }: ShownStage): Html =>
  html`<li>
    ${name} ${tag({ text: standing.text, classes: `govuk-tag--${standing.colour}` })}
    ${told !== '' && html`<br />${told}`}
    ${details !== undefined && html`<br /><span class="app-answer">${details}</span>`}
  </li>`

const outcomesPart = (outcomes: readonly ShownOutcome[]): Html =>
  html`<h3 class="govuk-heading-s">What can be next</h3>
    <ul class="govuk-list govuk-list--spaced">
      ${outcomes.map(
        ({ label, leadsTo, lacking }) =>
          html`<li>
            ${label}: ${leadsTo}.
            ${lacking.length === 0 ? 'Nothing is lacking.' : lackingList(lacking)}
          </li>`,
      )}
    </ul>`

const lackingList = (lacking: readonly ShownNeed[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">
    ${lacking.map(({ text, way }) => html`<li>${text} ${way && wayLink(way)}</li>`)}
  </ul>`

const wayLink = ({ text, href }: WayOn): Html =>
  html`<a class="govuk-link" href="${href}">${text}</a>`

const endPart = ({ endAddress, reopenAddress }: ShownProgress): Html =>
  html`${
    endAddress !== undefined &&
    html`<p class="govuk-body">
      <a class="govuk-link" href="${endAddress}">End case before its time</a>
    </p>`
  }
  ${
    reopenAddress !== undefined &&
    html`<p class="govuk-body"><a class="govuk-link" href="${reopenAddress}">Reopen case</a></p>`
  }`
