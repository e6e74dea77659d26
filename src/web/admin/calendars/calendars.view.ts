import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { select } from '#web/components/select.ts'
import { table } from '#web/components/table.ts'
import { wide } from '#web/admin/admin-form.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { calendarsAddress } from './addresses.ts'

/** A day on which the organisation does not work, in words; with where it is retired, if it can be. */
export type DayLine = {
  readonly day: string
  readonly calendar: string
  readonly kind: string
  readonly name: string
  readonly standing: string
  readonly retireAddress: string | undefined
}

/** The days, those of a year if one is asked for, and how the recomputation of open cases stands. */
export type Calendars = {
  readonly year: string | undefined
  readonly years: readonly string[]
  readonly days: readonly DayLine[]
  readonly recomputations: readonly string[]
  readonly banner: string | undefined
}

/** The page of the days on which the organisation does not work. */
export const calendarsView: View<Calendars> = (model) => ({
  title: 'Calendars',
  isWide: true,
  back: { href: '/admin', text: 'Back to administration' },
  content: html`${
      model.banner !== undefined && notificationBanner({ text: model.banner, type: 'success' })
    }
    <h1 class="govuk-heading-l">Calendars</h1>
    <p class="govuk-body">
      Deadlines count working days by these calendars. The bank holidays of the United Kingdom come
      with Casewright; here you bring in new ones, and the days on which Parliament sits, close days
      and retire days. You see which deadlines move before anything changes.
    </p>
    <div class="govuk-button-group">
      ${button({ text: 'Bring in days', href: `${calendarsAddress}/import` })}
      ${button({
        text: 'Close days',
        href: `${calendarsAddress}/close`,
        classes: 'govuk-button--secondary',
      })}
    </div>
    ${yearForm(model)} ${daysPart(model)} ${recomputedPart(model.recomputations)}`,
})

const yearForm = ({ year, years }: Calendars): Html =>
  html`<form action="${calendarsAddress}" method="get" novalidate>
    ${select({
      name: 'Year',
      label: { text: 'Days shown', classes: 'govuk-label--s' },
      items: [
        { value: '', text: 'What was added, closed or retired here' },
        ...years.map((value) => ({ value, text: `All of ${value}` })),
      ],
      value: year ?? '',
    })}
    ${button({ text: 'Show', classes: 'govuk-button--secondary' })}
  </form>`

const daysPart = ({ year, days }: Calendars): Html => {
  const caption = year === undefined ? 'Added, closed or retired here' : `All days of ${year}`
  return days.length === 0
    ? html`<p class="govuk-body">No day has been added, closed or retired.</p>`
    : wide(caption, dayTable(caption, days))
}

const dayTable = (caption: string, days: readonly DayLine[]): Html =>
  table({
    caption,
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: ['Day', 'Calendar', 'Kind', 'Name', 'Standing', 'Change'].map((text) => ({ text })),
    rows: days.map((each) => [
      { text: each.day },
      { text: each.calendar },
      { text: each.kind },
      { text: each.name },
      { text: each.standing },
      each.retireAddress === undefined
        ? { text: '' }
        : {
            html: html`<a class="govuk-link" href="${each.retireAddress}"
              >Retire<span class="govuk-visually-hidden">
                ${each.day} (${each.calendar}, ${each.kind})</span
              ></a
            >`,
          },
    ]),
  })

const recomputedPart = (recomputations: readonly string[]): Html | false =>
  recomputations.length > 0 &&
  html`<h2 class="govuk-heading-m">Counting open cases anew</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${recomputations.map((each) => html`<li>${each}</li>`)}
    </ul>`

/** Examples of the page, by what they show. */
export const calendarsExamples: Examples<View<Calendars>> = {
  'a year': [
    {
      year: '2031',
      years: ['2030', '2031'],
      days: [
        {
          day: '9 May 2031',
          calendar: 'Scotland',
          kind: 'Bank holiday',
          name: 'A <new> day',
          standing: 'GOV.UK feed, by Okafor, Ife',
          retireAddress: '/admin/calendars/retire/scotland/2031-05-09',
        },
        {
          day: '12 May 2031',
          calendar: 'Organisation',
          kind: 'Local closure',
          name: 'Moving house',
          standing: 'Retired by Okafor, Ife: not needed',
          retireAddress: undefined,
        },
      ],
      recomputations: ['1 day is new: 3 cases seen, 4 left'],
      banner: '1 day is new',
    },
  ],
  'nothing changed here': [
    { year: undefined, years: ['2031'], days: [], recomputations: [], banner: undefined },
  ],
}
