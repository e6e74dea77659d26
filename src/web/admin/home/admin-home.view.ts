import { notificationBanner } from '#web/components/notification-banner.ts'
import type { Examples } from '#web/layout/examples.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import type { AreaGroup } from './admin-areas.ts'
import { firstStepsPart, type FirstSteps } from './first-steps-part.ts'

/** The page from which everything is administered that somebody may. */
export const adminHomeView = (
  groups: readonly AreaGroup[],
  {
    banner,
    firstSteps,
  }: { readonly banner?: string | undefined; readonly firstSteps?: FirstSteps | undefined } = {},
): Page => ({
  title: 'Administration',
  back: { href: '/', text: 'Back to casework' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${banner !== undefined && notificationBanner({ text: banner, type: 'success' })}
      <h1 class="govuk-heading-l">Administration</h1>
      ${firstSteps && firstStepsPart(firstSteps)} ${groups.map(groupPart)}
      <p class="govuk-body">Whatever is changed here is written into the audit.</p>
    </div>
  </div>`,
})

const groupPart = ({ heading, areas }: AreaGroup): Html =>
  html`<h2 class="govuk-heading-m">${heading}</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${areas.map(
        ({ href, text, what }) =>
          html`<li><a class="govuk-link" href="${href}">${text}</a><br />${what}</li>`,
      )}
    </ul>`

/** Examples of the page, by what they show. */
export const adminHomeExamples: Examples<typeof adminHomeView> = {
  'some areas': [
    [
      {
        heading: 'Casework',
        areas: [
          {
            href: '/admin/options',
            text: 'Lists of values',
            what: 'What people choose from & programs may send',
            permission: 'organisation.options',
          },
        ],
      },
    ],
    {
      firstSteps: {
        steps: [
          { text: 'Make a key', hint: 'Keep it at hand', href: '/admin/api-keys', isDone: true },
          { text: 'Make a call', hint: 'In a terminal', call: ['curl "x"', 'y'], isDone: false },
        ],
        csrfToken: 'example',
      },
    },
  ],
}
