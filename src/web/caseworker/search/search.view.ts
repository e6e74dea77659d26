import { accountLink } from '#web/caseworker/accounts/account-link.ts'
import { button } from '#web/components/button.ts'
import { checkboxes } from '#web/components/checkboxes.ts'
import { details } from '#web/components/details.ts'
import { input } from '#web/components/input.ts'
import { select } from '#web/components/select.ts'
import { tag } from '#web/components/tag.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle, messageOf } from '#web/layout/form-page.ts'
import type { Form, Typed, View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { searchAddress } from './search-box.ts'
import { exampleResults } from './search-examples.ts'
import type { Piece, ShownCase, ShownPerson, ShownResults } from './shown-results.ts'

/** What the search page shows: what was typed, what it may be narrowed to, and what was found. */
export type Search = {
  readonly filters: {
    readonly caseTypes: readonly { readonly name: string; readonly label: string }[]
    readonly teams: readonly { readonly code: string; readonly name: string }[]
  }
  readonly typed: Typed
  readonly flaws: Form['flaws']
  readonly csrfToken: string
  /** Undefined before anything is sought. */
  readonly results: ShownResults | undefined
  /** Where a confidential case is opened in an emergency; undefined where the reader may not. */
  readonly emergencyAddress?: string | undefined
}

/** The page on which cases, people and accounts are sought. */
export const searchView: View<Search> = (model) => ({
  title: formTitle(titleOf(model), model),
  content: html`${flawSummary(model)}
    <h1 class="govuk-heading-l">${titleOf(model)}</h1>
    ${searchForm(model)} ${model.results && resultsPart(model.results, model.emergencyAddress)}
    ${searchKey}`,
})

// Shown where scripts run: without them there is no key to switch off.
const searchKey = html`<div id="search-key" hidden>
  ${checkboxes({
    name: 'search-key-choice',
    classes: 'govuk-checkboxes--small',
    items: [
      { value: 'on', text: 'The key / leads to the search box on every page', checked: true },
    ],
  })}
</div>`

const titleOf = ({ typed, results }: Search): string =>
  results ? `Search results for ${typed['Text'] ?? ''}` : 'Search'

const searchForm = (model: Search): Html =>
  html`<form action="${searchAddress}" method="post" novalidate>
    ${csrfField(model.csrfToken)}
    ${input({
      name: 'Text',
      label: { text: 'What to search for', classes: 'govuk-label--m' },
      hint: {
        text: 'A case number, a reference, a name, an address, a postcode, a phone number, an e-mail address, an account number, or words from a case or its notes.',
      },
      value: model.typed['Text'],
      errorMessage: messageOf(model, 'Text'),
      autocomplete: 'off',
      spellcheck: false,
    })}
    ${details({
      summaryText: 'Narrow the cases',
      html: filterFields(model),
      open: isNarrowed(model),
    })}
    ${button({ text: 'Search' })}
  </form>`

const filterNames = ['CaseType', 'State', 'TeamCode', 'From', 'Until']

const isNarrowed = ({ typed }: Search): boolean =>
  filterNames.some((name) => (typed[name] ?? '') !== '')

const filterFields = (model: Search): Html =>
  html`${choiceOf(model, { name: 'CaseType', text: 'Case type' }, [
    { value: '', text: 'All' },
    ...model.filters.caseTypes.map(({ name, label }) => ({ value: name, text: label })),
  ])}
  ${choiceOf(model, { name: 'State', text: 'Open or closed' }, [
    { value: '', text: 'All' },
    { value: 'open', text: 'Open' },
    { value: 'closed', text: 'Closed' },
  ])}
  ${choiceOf(model, { name: 'TeamCode', text: 'Team' }, [
    { value: '', text: 'All' },
    ...model.filters.teams.map(({ code, name }) => ({ value: code, text: name })),
  ])}
  ${dayField(model, 'From', 'Received on or after')}
  ${dayField(model, 'Until', 'Received on or before')}`

type Item = { readonly value: string; readonly text: string }

type Named = { readonly name: string; readonly text: string }

const choiceOf = (model: Search, { name, text }: Named, items: readonly Item[]): Html =>
  select({
    name,
    label: { text },
    items,
    value: model.typed[name],
    errorMessage: messageOf(model, name),
  })

const dayField = (model: Search, name: string, label: string): Html =>
  input({
    name,
    label: { text: label },
    hint: { text: 'For example, 27/3/2026' },
    classes: 'govuk-input--width-10',
    value: model.typed[name],
    errorMessage: messageOf(model, name),
    autocomplete: 'off',
  })

const resultsPart = (results: ShownResults, emergencyAddress: string | undefined): Html =>
  results.cases.length + results.people.length + results.accounts.length === 0
    ? html`<p class="govuk-body" role="status">
          Nothing was found that you may see. Check the spelling, use fewer words, or clear what
          narrows the cases.
        </p>
        ${emergencyAddress && emergencyPart(emergencyAddress)}`
    : html`${results.accounts.length > 0 && accountsPart(results)}
      ${results.people.length > 0 && peoplePart(results)}
      ${results.cases.length > 0 && casesPart(results)}`

const emergencyPart = (address: string): Html =>
  html`<p class="govuk-body">
    If you must see a confidential case at once, you can
    <a class="govuk-link" href="${address}">open it in an emergency</a>.
  </p>`

const accountsPart = ({ accounts }: ShownResults): Html =>
  html`<h2 class="govuk-heading-m">Accounts</h2>
    <ul class="govuk-list app-results">
      ${accounts.map(
        (account) =>
          html`<li class="app-entry">
            <h3 class="govuk-heading-s app-entry__heading">${accountLink(account)}</h3>
            <p class="govuk-body-s app-entry__text">${account.facts.join(' · ')}</p>
            <p class="govuk-body-s app-results__why">Same account number</p>
          </li>`,
      )}
    </ul>`

const peoplePart = ({ people, hasMorePeople }: ShownResults): Html =>
  html`<h2 class="govuk-heading-m">People</h2>
    <ul class="govuk-list app-results">
      ${people.map(personResult)}
    </ul>
    ${
      hasMorePeople &&
      html`<p class="govuk-body">
        There are more people: these are the newest. Add a first name, a street or a postcode.
      </p>`
    }`

const personResult = ({ name, address, facts, why }: ShownPerson): Html =>
  html`<li class="app-entry">
    <h3 class="govuk-heading-s app-entry__heading">
      <a class="govuk-link" href="${address}">${name}</a>
    </h3>
    <p class="govuk-body-s app-entry__text">${facts.join(' · ')}</p>
    <p class="govuk-body-s app-results__why">${why}</p>
  </li>`

const casesPart = ({ cases, hasMoreCases }: ShownResults): Html =>
  html`<h2 class="govuk-heading-m">Cases</h2>
    <ul class="govuk-list app-results">
      ${cases.map(caseResult)}
    </ul>
    ${
      hasMoreCases &&
      html`<p class="govuk-body">
        There are more cases: these fit best or are the newest. Narrow the cases, or use more words.
      </p>`
    }`

const caseResult = (found: ShownCase): Html =>
  html`<li class="app-entry">
    <h3 class="govuk-heading-s app-entry__heading">
      <a class="govuk-link" href="${found.address}">${found.heading}: ${found.label}</a>
      ${tag({ text: found.status, classes: found.isClosed ? 'govuk-tag--grey' : '' })}
    </h3>
    <p class="govuk-body-s app-entry__text">${found.facts.join(' · ')}</p>
    <p class="govuk-body-s app-results__why">
      ${found.why}${found.excerpt.length > 0 && html`: ${found.excerpt.map(piece)}`}
    </p>
  </li>`

const piece = ({ text, isMarked }: Piece): Html =>
  isMarked ? html`<mark>${text}</mark>` : html`${text}`

const start: Search = {
  filters: {
    caseTypes: [{ name: 'Repair', label: 'Repair' }],
    teams: [{ code: 'HOUSING', name: 'Housing' }],
  },
  typed: {},
  flaws: [],
  csrfToken: 'example',
  results: undefined,
}
const nothing = {
  cases: [],
  hasMoreCases: false,
  people: [],
  hasMorePeople: false,
  accounts: [],
}

/** Examples of the page, by what they show. */
export const searchExamples: Examples<View<Search>> = {
  'before anything is sought': [start],
  'what was found': [{ ...start, typed: { Text: 'Okafor' }, results: exampleResults }],
  'nothing found, narrowed': [
    {
      ...start,
      typed: { Text: 'Okafor', State: 'closed' },
      results: nothing,
      emergencyAddress: '/break-glass/new',
    },
  ],
  'nothing typed': [
    {
      ...start,
      typed: { Text: '', From: '30/2/2026' },
      flaws: [
        { parameter: 'Text', kind: 'missing', message: 'Enter what to search for' },
        {
          parameter: 'From',
          kind: 'invalid',
          message: 'Received on or after must be a real date, such as 21/5/2026',
        },
      ],
    },
  ],
}
