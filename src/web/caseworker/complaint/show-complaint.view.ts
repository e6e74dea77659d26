import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { summaryList } from '#web/components/summary-list.ts'
import { tag } from '#web/components/tag.ts'
import { longText } from '#web/forms/case-form.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { remediesPart } from '#web/caseworker/remedies/remedies-part.ts'
import type { ShownComplaint, ShownEntry, ShownPoint, Standing } from './shown-complaint.ts'

export { showComplaintExamples } from './show-complaint-examples.ts'

/** The page with a case's points and remedies. */
export const showComplaintView: View<ShownComplaint> = (complaint) => ({
  title: `Points and remedies: case ${complaint.caseNumber}`,
  content: html`${
      complaint.banner !== undefined &&
      notificationBanner({ text: complaint.banner, type: 'success' })
    }
    <h1 class="govuk-heading-l">Points and remedies</h1>
    <p class="govuk-body">${complaint.summary}</p>
    ${pointsPart(complaint)} ${remediesPart(complaint)} ${lessonsPart(complaint)}
    ${exclusionsPart(complaint)}`,
})

const pointsPart = ({ points, addPointAddress, whyNoPoint }: ShownComplaint): Html =>
  html`<h2 class="govuk-heading-m">Points of complaint</h2>
    ${points.length === 0 && html`<p class="govuk-body">There are no points yet.</p>`}
    ${points.map(pointCard)} ${wayOn('Add a point', addPointAddress)}
    ${whyNoPoint !== undefined && html`<p class="govuk-body">${whyNoPoint}</p>`}`

const pointCard = ({ number, standing, known, ways }: ShownPoint): Html =>
  card({ heading: `Point ${number}`, standing, known }, ways)

const card = ({ heading, standing, known }: ShownEntry, ways: ShownPoint['ways'] = []): Html =>
  summaryList({
    card: {
      title: { text: heading, headingLevel: 3, classes: 'app-entry__text' },
      actions: { items: ways.map(({ text, href }) => ({ text, href })) },
    },
    rows: [
      standing && { key: { text: 'State' }, value: { html: tagOf(standing) } },
      ...known.map(({ what, text }) => ({ key: { text: what }, value: longText(text) })),
    ],
  })

const tagOf = ({ text, colour }: Standing): Html => tag({ text, classes: `govuk-tag--${colour}` })

const wayOn = (text: string, href: string | undefined): Html | undefined =>
  href === undefined ? undefined : button({ text, href, classes: 'govuk-button--secondary' })

const lessonsPart = ({ lessons, recordLessonAddress }: ShownComplaint): Html =>
  html`<h2 class="govuk-heading-m">Lessons</h2>
    ${lessons.length === 0 && html`<p class="govuk-body">No lesson has been recorded.</p>`}
    ${lessons.map((lesson) => card(lesson))} ${wayOn('Record a lesson', recordLessonAddress)}`

const exclusionsPart = ({ exclusions, refuseAddress }: ShownComplaint): Html =>
  html`<h2 class="govuk-heading-m">Not taken on</h2>
    ${
      exclusions.length === 0 &&
      html`<p class="govuk-body">Nothing of this complaint has been refused.</p>`
    }
    ${exclusions.map((exclusion) => card(exclusion))}
    ${wayOn('Record what is not taken on', refuseAddress)}`
