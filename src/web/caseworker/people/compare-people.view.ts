import type { Examples } from '#web/layout/examples.ts'
import { flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { exampleFound, finder, type Finder } from './finder.ts'

/** Somebody whose record is to be compared with another. */
export type ComparePeople = Pick<Finder, 'sought' | 'people' | 'hasMore' | 'wayTo'> & {
  readonly name: string
  readonly address: string
}

/** The page on which the record is sought that somebody's is to be compared, and may be merged, with. */
export const comparePeopleView: FormView<ComparePeople> = (model, form) => ({
  title: formTitle(`Compare with another person: ${model.name}`, form),
  back: { href: model.address, text: `Back to ${model.name}` },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)}
      <span class="govuk-caption-l">${model.name}</span>
      <h1 class="govuk-heading-l">Compare with another person</h1>
      <p class="govuk-body">
        Find the other record. The two are shown beside one another before anything is merged.
      </p>
      ${finder(
        {
          ...model,
          label: 'What you know of the other record',
          heading: 'Choose the other record',
        },
        form,
      )}
    </div>
  </div>`,
})

/** Examples of the page, by what they show. */
export const comparePeopleExamples: Examples<FormView<ComparePeople>> = {
  'records found': [
    {
      sought: 'Okafor',
      people: [exampleFound],
      hasMore: false,
      name: 'Ms Ife Okafor',
      address: '/people/2',
      wayTo: () => '/people/2/merge/1',
    },
    { action: '/people/2/compare', csrfToken: 'example', typed: {}, flaws: [] },
  ],
}
