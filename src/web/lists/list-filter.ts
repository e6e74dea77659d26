import { checkboxes } from '#web/components/checkboxes.ts'
import { filter } from '#web/components/filter.ts'
import type { SelectedCategory } from '#web/components/filter.ts'
import { input } from '#web/components/input.ts'
import { radios } from '#web/components/radios.ts'
import { messageOf } from '#web/layout/form-page.ts'
import { html, joined } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { addressWith, addressWithout, chosen } from './list-address.ts'
import type { ListAddress } from './list-address.ts'
import type { FilterGroup, List } from './list.ts'
import { columnsName, optionalColumns, shownColumns } from './shown-columns.ts'

/** Draws what a list can be narrowed down by, and what is chosen, each with its way out. */
export const filterOf = <Row>(list: List<Row>, at: ListAddress): Html => {
  const categories = selectedIn(list.filters, at)
  return html`<form action="${at.path}" method="get" novalidate>
    ${chosen(at, 'Sort').map((sort) => html`<input type="hidden" name="Sort" value="${sort}" />`)}
    ${filter({
      heading: { text: 'Filter' },
      selectedFilters:
        categories.length === 0
          ? undefined
          : {
              heading: { text: 'Selected filters' },
              clearLink: { href: clearedAddress(list, at), text: 'Clear filters' },
              categories,
            },
      optionsHtml: joined([
        ...list.filters.map((group) =>
          group.isTyped ? typedOf(group, list, at) : groupOf(group, at),
        ),
        columnsOf(list, at),
      ]),
    })}
  </form>`
}

/** What is chosen in each group in which something is. */
export const selectedIn = (
  groups: readonly FilterGroup[],
  at: ListAddress,
): readonly SelectedCategory[] =>
  groups
    .map(({ name, heading, choices }) => ({
      heading: { text: heading },
      items: chosen(at, name)
        .filter((value) => value !== '')
        .map((value) => ({
          text: choices.find((choice) => choice.value === value)?.text ?? value,
          href: addressWithout(at, name, value),
        })),
    }))
    .filter(({ items }) => items.length > 0)

/** The address of a list with nothing chosen that it is narrowed down by. */
export const clearedAddress = (
  { filters }: Pick<List<never>, 'filters'>,
  at: ListAddress,
): string => addressWith(at, Object.fromEntries(filters.map(({ name }) => [name, []])))

const groupOf = ({ name, heading, choices, isOne }: FilterGroup, at: ListAddress): Html => {
  const shown = {
    name,
    fieldset: { legend: { text: heading, classes: 'govuk-fieldset__legend--s' } },
  }
  const values = chosen(at, name)
  if (!isOne)
    return checkboxes({ ...shown, items: choices, values, classes: 'govuk-checkboxes--small' })
  const items = [{ value: '', text: 'Any', checked: values.length === 0 }, ...choices]
  return radios({ ...shown, items, value: values[0], classes: 'govuk-radios--small' })
}

const typedOf = <Row>(
  { name, heading, hint }: FilterGroup,
  { flaws = [] }: List<Row>,
  at: ListAddress,
): Html =>
  input({
    name,
    label: { text: heading, classes: 'govuk-label--s' },
    hint: hint === undefined ? undefined : { text: hint },
    value: chosen(at, name)[0],
    errorMessage: messageOf({ flaws }, name),
    autocomplete: 'off',
    spellcheck: false,
  })

const columnsOf = <Row>(list: List<Row>, at: ListAddress): Html | undefined => {
  const columns = optionalColumns(list)
  if (columns.length === 0) return undefined
  return html`<input type="hidden" name="${columnsName}" value="-" /> ${checkboxes({
      name: columnsName,
      fieldset: { legend: { text: 'Columns', classes: 'govuk-fieldset__legend--s' } },
      items: columns.map(({ name, heading }) => ({ value: name, text: heading })),
      values: shownColumns(list, at).map(({ name }) => name),
      classes: 'govuk-checkboxes--small',
    })}`
}
