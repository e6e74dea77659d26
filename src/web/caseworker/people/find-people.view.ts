import { newAccountAddress } from '#web/caseworker/accounts/addresses.ts'
import type { Examples } from '#web/layout/examples.ts'
import { flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { peopleAddress } from './addresses.ts'
import { exampleFound, finder, nobodySought, nothingTyped, type Found } from './finder.ts'

/** People who were found, and what else the reader may do. */
export type FoundPeople = Found & {
  readonly mayAdd: boolean
  readonly mayAddAccount: boolean
}

/** The page on which people are found. */
export const findPeopleView: FormView<FoundPeople> = (model, form) => ({
  title: formTitle(model.people ? `People: ${model.sought}` : 'Find a person', form),
  content: html`${flawSummary(form)}
    <h1 class="govuk-heading-l">Find a person</h1>
    ${finder(
      {
        ...model,
        label: 'What you know of the person',
        heading: 'People',
        wayTo: ({ address }) => address,
      },
      form,
    )}
    ${model.mayAdd && wayOn('Add a person', `${peopleAddress}/new`)}
    ${model.mayAddAccount && wayOn('Add an account', newAccountAddress)}`,
})

const wayOn = (text: string, href: string): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="${href}">${text}</a></p>`

const form: Form = { action: peopleAddress, csrfToken: 'example', typed: {}, flaws: [] }

/** Examples of the page, by what they show. */
export const findPeopleExamples: Examples<FormView<FoundPeople>> = {
  'nothing typed': [
    { ...nobodySought, mayAdd: true, mayAddAccount: false },
    { ...form, flaws: [nothingTyped] },
  ],
  'nobody found': [
    { sought: 'x', mayAdd: false, mayAddAccount: false, people: [], hasMore: false },
    form,
  ],
  'people found': [
    { sought: 'Okafor', mayAdd: true, mayAddAccount: true, people: [exampleFound], hasMore: true },
    form,
  ],
}
