import type { Flaw } from '#kernel/refusal.ts'
import { dayFilters, whoFilter } from '#web/admin/audit/audit-filters.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import type { Examples } from '#web/layout/examples.ts'
import { flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'
import { drawList } from '#web/lists/draw-list.ts'
import type { ListAddress } from '#web/lists/list-address.ts'
import type { List } from '#web/lists/list.ts'
import { kindChoices } from './changes-in-words.ts'
import type { ShownChange } from './changes-in-words.ts'

type Row = ShownChange & { readonly restoreAddress: string | undefined }

/** What the change log shows. */
export type Changes = {
  readonly at: ListAddress
  readonly rows: readonly Row[]
  readonly next: string | undefined
  readonly flaws: readonly Flaw[]
  readonly banner: string | undefined
}

/** The change log. */
export const changesView: View<Changes> = (model) => ({
  title: formTitle('Change log', model),
  isWide: true,
  back: { href: '/admin', text: 'Back to administration' },
  content: html`${
      model.banner !== undefined && notificationBanner({ text: model.banner, type: 'success' })
    }
    ${flawSummary(model)}
    <h1 class="govuk-heading-l">Change log</h1>
    <p class="govuk-body">
      Who changed the configuration or somebody’s rights, and what is different since. What there
      was before can be put back, as a change of its own.
    </p>
    ${drawList(listOf(model), model.at)}`,
})

const listOf = ({ rows, next, flaws }: Changes): List<Row> => ({
  caption: 'Changes, newest first',
  columns: [
    { name: 'change', heading: 'Change', cell: ({ changeId }) => ({ text: String(changeId) }) },
    { name: 'when', heading: 'When', cell: ({ changedAt }) => ({ text: dateAndTime(changedAt) }) },
    { name: 'who', heading: 'Who', cell: ({ who }) => ({ text: who }) },
    { name: 'what', heading: 'What', cell: whatCell },
    { name: 'restore', heading: 'Put back', cell: (row) => ({ html: restoreLink(row) }) },
  ],
  filters: [
    { name: 'Kind', heading: 'What was changed', isOne: true, choices: kindChoices },
    whoFilter,
    ...dayFilters,
  ],
  rows,
  flaws,
  results: `${rows.length} ${rows.length === 1 ? 'change' : 'changes'} on this page`,
  next,
  empty:
    'Nothing was changed yet. Changes of settings, lists, teams, roles and keys are shown here.',
})

const whatCell = ({ what, differences, restores }: Row) => ({
  classes: 'app-list__what',
  html: html`<strong>${what}</strong>${differences.map((each) => html`<br />${each}`)}${
      restores !== undefined && html`<br />This put back what there was before change ${restores}.`
    }`,
})

const restoreLink = ({ changeId, restoreAddress, restoredBy }: Row): Html => {
  if (restoredBy !== undefined) return html`Put back by change ${restoredBy}`
  return restoreAddress === undefined
    ? html`Only by an administrator`
    : html`<a class="govuk-link" href="${restoreAddress}"
        >Put back<span class="govuk-visually-hidden">
          what there was before change ${changeId}</span
        ></a
      >`
}

const row: Row = {
  changeId: 12,
  changedAt: new Date('2026-04-02T08:05:00Z'),
  who: 'Okafor, Ife',
  what: 'Setting isStrict',
  differences: ['Value was no, is yes.'],
  restores: undefined,
  restoredBy: undefined,
  restoreAddress: '/admin/changes/12/restore',
}
const page: Changes = {
  at: { path: '/admin/changes', query: {} },
  rows: [
    { ...row, changeId: 13, restores: 11, what: 'Role <leader>', restoreAddress: undefined },
    row,
    { ...row, changeId: 11, restoredBy: 13, differences: ['Permissions added: case.view.'] },
  ],
  next: '11',
  flaws: [],
  banner: undefined,
}

/** Examples of the page, by what they show. */
export const changesExamples: Examples<View<Changes>> = {
  'the newest changes': [page],
  'nothing changed yet': [{ ...page, rows: [], next: undefined }],
  'after one was put back': [{ ...page, banner: 'Put back: isStrict' }],
}
