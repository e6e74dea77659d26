import { table } from '#web/components/table.ts'
import { wide } from '#web/admin/admin-form.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'

/** A list among all of them. */
export type ListedList = {
  readonly name: string
  readonly address: string
  readonly purpose: string
  readonly offered: number
  readonly retired: number
}

/** The page of all lists of values. */
export const optionListsView: View<{ readonly lists: readonly ListedList[] }> = ({ lists }) => ({
  title: 'Lists of values',
  back: { href: '/admin', text: 'Back to administration' },
  content: html`<h1 class="govuk-heading-l">Lists of values</h1>
    <p class="govuk-body">
      What people choose from, and what programs may send. A list without any value takes every text
      as it is.
    </p>
    <p class="govuk-body">
      The outcomes that close a case, and its ratings, belong to its case type and are changed
      there.
    </p>
    ${wide(
      'Lists of values',
      table({
        firstCellIsHeader: true,
        head: [
          { text: 'List' },
          { text: 'What it is for' },
          { text: 'Offered', format: 'numeric' },
          { text: 'Retired', format: 'numeric' },
        ],
        rows: lists.map(({ name, address, purpose, offered, retired }) => [
          { html: html`<a class="govuk-link" href="${address}">${name}</a>` },
          { text: purpose },
          { text: offered === 0 ? 'Any text' : String(offered), format: 'numeric' },
          { text: String(retired), format: 'numeric' },
        ]),
      }),
    )}`,
})

/** Examples of the page, by what they show. */
export const optionListsExamples: Examples<typeof optionListsView> = {
  'some lists': [
    {
      lists: [
        {
          name: 'Note type',
          address: '/admin/options/note-type',
          purpose: 'Kinds of <note>',
          offered: 3,
          retired: 1,
        },
        {
          name: 'Contact time',
          address: '/admin/options/contact-time',
          purpose: 'Times at which a call is welcome',
          offered: 0,
          retired: 0,
        },
      ],
    },
  ],
}
