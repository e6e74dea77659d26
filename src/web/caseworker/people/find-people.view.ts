import type { ShownPerson } from '#web/caseworker/search/shown-results.ts'
import { button } from '#web/components/button.ts'
import { input } from '#web/components/input.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, type View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { newAccountAddress } from '#web/caseworker/accounts/addresses.ts'
import { peopleAddress } from './addresses.ts'

/** People who were found; undefined before anything is typed. */
export type FoundPeople = {
  readonly typed: string
  readonly mayAdd: boolean
  readonly mayAddAccount: boolean
  readonly csrfToken: string
  readonly people: readonly ShownPerson[] | undefined
  readonly hasMore?: boolean
}

/** The page on which people are found. */
export const findPeopleView: View<FoundPeople> = ({
  typed,
  mayAdd,
  mayAddAccount,
  csrfToken,
  people,
  hasMore,
}) => ({
  title: people ? `People: ${typed}` : 'Find a person',
  content: html`<h1 class="govuk-heading-l">Find a person</h1>
    <form action="${peopleAddress}" method="post" novalidate>
      ${csrfField(csrfToken)}
      ${input({
        name: 'Text',
        label: { text: 'What you know of the person', classes: 'govuk-label--m' },
        hint: {
          text: 'A name, address, postcode, phone number, e-mail address or reference.',
        },
        value: typed,
        autocomplete: 'off',
        spellcheck: false,
      })}
      ${button({ text: 'Find' })}
    </form>
    ${people && found(people)}
    ${
      hasMore &&
      html`<p class="govuk-body">
        There are more: these are the newest. Add a first name, a street or a town.
      </p>`
    }
    ${mayAdd && wayOn('Add a person', `${peopleAddress}/new`)}
    ${mayAddAccount && wayOn('Add an account', newAccountAddress)}`,
})

const wayOn = (text: string, href: string): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="${href}">${text}</a></p>`

const found = (people: readonly ShownPerson[]): Html =>
  people.length === 0
    ? html`<p class="govuk-body" role="status">
        Nobody was found. Check the spelling, or use less.
      </p>`
    : html`<h2 class="govuk-heading-m">People</h2>
        <ul class="govuk-list">
          ${people.map(
            ({ name, address, facts, why }) =>
              html`<li class="app-entry">
                <h3 class="govuk-heading-s app-entry__heading">
                  <a class="govuk-link" href="${address}">${name}</a>
                </h3>
                <p class="govuk-body-s app-entry__text">${facts.join(' · ')}</p>
                <p class="govuk-body-s app-results__why">${why}</p>
              </li>`,
          )}
        </ul>`

const somebody: ShownPerson = {
  name: 'Ms Ife <Okafor>',
  address: '/people/1',
  facts: ['12 Elm Road', 'Leeds'],
  why: 'Same name',
}

/** Examples of the page, by what they show. */
export const findPeopleExamples: Examples<View<FoundPeople>> = {
  'before anything is typed': [
    { typed: '', mayAdd: true, mayAddAccount: false, csrfToken: 'example', people: undefined },
  ],
  'nobody found': [
    { typed: 'x', mayAdd: false, mayAddAccount: false, csrfToken: 'example', people: [] },
  ],
  'people found': [
    {
      typed: 'Okafor',
      mayAdd: true,
      mayAddAccount: true,
      csrfToken: 'example',
      people: [somebody],
      hasMore: true,
    },
  ],
}
