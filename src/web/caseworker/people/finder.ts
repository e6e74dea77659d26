import { findPeople } from '#domain/search/index.ts'
import type { Flaw } from '#kernel/refusal.ts'
import { shownPerson, type ShownPerson } from '#web/caseworker/search/shown-results.ts'
import { button } from '#web/components/button.ts'
import { input } from '#web/components/input.ts'
import { assets } from '#web/layout/assets.ts'
import { csrfField, messageOf } from '#web/layout/form-page.ts'
import type { Ask, Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** Somebody who was found, by number too. */
export type FoundPerson = ShownPerson & { readonly customerId: number }

/** Who was found for what was typed; undefined where nothing was sought. */
export type Found = {
  readonly sought: string
  readonly people: readonly FoundPerson[] | undefined
  readonly hasMore: boolean
}

const facts = 'a name, address, postcode, phone number, e-mail address or reference'

/** What is wrong with a search for nothing. */
export const nothingTyped: Flaw = { parameter: 'Text', kind: 'missing', message: `Enter ${facts}` }

/** Before anybody is sought. */
export const nobodySought: Found = { sought: '', people: undefined, hasMore: false }

/** Finds people by what was typed. */
export async function peopleFor(ask: Ask, text: string): Promise<Found> {
  const sought = text.slice(0, 200).trim()
  if (sought === '') return nobodySought
  const { people, hasMore } = await ask(findPeople, { Text: sought })
  return {
    sought,
    people: people.map((person) => ({ ...shownPerson(person), customerId: person.customerId })),
    hasMore,
  }
}

/** Where people are sought, and what is done with whoever is found. */
export type Finder = Found & {
  readonly label: string
  readonly heading: string
  /** Where the name of somebody who was found leads. */
  readonly wayTo: (person: FoundPerson) => string
}

/** The box in which people are sought, and below it who was found: at once, or while somebody types. */
export const finder = (model: Finder, form: Pick<Form, 'action' | 'csrfToken' | 'flaws'>): Html =>
  html`<form id="find" action="${form.action}" method="post" novalidate>
      ${csrfField(form.csrfToken)}
      ${input({
        name: 'Text',
        label: { text: model.label, classes: 'govuk-label--m' },
        hint: { text: `${facts.charAt(0).toUpperCase()}${facts.slice(1)}.` },
        value: model.sought,
        autocomplete: 'off',
        spellcheck: false,
        errorMessage: messageOf(form, 'Text'),
      })}
      ${button({ text: 'Find' })}
    </form>
    <p class="govuk-visually-hidden" id="found-told" role="status"></p>
    <div id="found" data-told="${countInWords(model)}">${model.people && found(model)}</div>
    <script type="module" src="${assets.findAsYouType.address}"></script>`

const countInWords = ({ people = [], hasMore }: Found): string => {
  if (hasMore) return `More than ${people.length} people were found`
  if (people.length === 0) return 'Nobody was found'
  return people.length === 1 ? '1 person was found' : `${people.length} people were found`
}

const found = ({ people = [], hasMore, heading, wayTo }: Finder): Html =>
  people.length === 0
    ? html`<p class="govuk-body" role="status">
        Nobody was found. Check the spelling, or use less.
      </p>`
    : html`<h2 class="govuk-heading-m">${heading}</h2>
        <ul class="govuk-list">
          ${people.map(
            (person) =>
              html`<li class="app-entry">
                <h3 class="govuk-heading-s app-entry__heading">
                  <a class="govuk-link" href="${wayTo(person)}">${person.name}</a>
                </h3>
                <p class="govuk-body-s app-entry__text">${person.facts.join(' · ')}</p>
                <p class="govuk-body-s app-results__why">${person.why}</p>
              </li>`,
          )}
        </ul>
        ${
          hasMore &&
          html`<p class="govuk-body">
            There are more: these are the newest. Add a first name, a street or a town.
          </p>`
        }`

/** Somebody who was found, for examples of pages. */
export const exampleFound: FoundPerson = {
  customerId: 1,
  name: 'Ms Ife <Okafor>',
  address: '/people/1',
  facts: ['12 Elm Road', 'Leeds'],
  why: 'Same name',
}
