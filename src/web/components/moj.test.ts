import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html, render } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { readTree, trimmed } from '#test/html-tree.ts'
import { badge } from './badge.ts'
import { filter } from './filter.ts'
import { resultsPagination } from './results-pagination.ts'
import { subNavigation } from './sub-navigation.ts'

// MoJ Frontend ships templates and no rendered examples: these follow its templates of 11.1.0.
const isLike = (ours: Html, published: string): void =>
  assert.deepEqual(trimmed(readTree(render(ours))), trimmed(readTree(published)))

const apply =
  '<button type="submit" class="govuk-button" data-module="govuk-button">Apply filters</button>'

test('a filter shows what is chosen, each with its way out, and its button before and after the choices', () =>
  isLike(
    filter({
      heading: { text: 'Filter' },
      selectedFilters: {
        heading: { text: 'Selected filters' },
        clearLink: { href: '/all', text: 'Clear filters' },
        categories: [
          { heading: { text: 'Team' }, items: [{ href: '/no-housing', text: '<Housing>' }] },
        ],
      },
      optionsHtml: html`<p>choices</p>`,
    }),
    `<div class="moj-filter" data-module="moj-filter">
      <div class="moj-filter__header">
        <div class="moj-filter__header-title"><h2 class="govuk-heading-m">Filter</h2></div>
        <div class="moj-filter__header-action"></div>
      </div>
      <div class="moj-filter__content">
        <div class="moj-filter__selected">
          <div class="moj-filter__selected-heading">
            <div class="moj-filter__heading-title">
              <h2 class="govuk-heading-m">Selected filters</h2>
            </div>
            <div class="moj-filter__heading-action">
              <p><a class="govuk-link govuk-link--no-visited-state" href="/all">Clear filters</a></p>
            </div>
          </div>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-0">Team</h3>
          <ul class="moj-filter-tags">
            <li><a class="moj-filter__tag" href="/no-housing"><span class="govuk-visually-hidden">Remove this filter</span> &lt;Housing&gt;</a></li>
          </ul>
        </div>
        <div class="moj-filter__options">${apply} <p>choices</p> ${apply}</div>
      </div>
    </div>`,
  ))

test('a sub navigation says which page it is', () =>
  isLike(
    subNavigation({
      label: 'Case',
      items: [
        { text: 'Summary', href: '/1', active: true },
        { text: 'History', href: '/2' },
      ],
    }),
    `<nav class="moj-sub-navigation" aria-label="Case">
      <ul class="moj-sub-navigation__list">
        <li class="moj-sub-navigation__item"><a class="moj-sub-navigation__link" aria-current="page" href="/1">Summary</a></li>
        <li class="moj-sub-navigation__item"><a class="moj-sub-navigation__link" href="/2">History</a></li>
      </ul>
    </nav>`,
  ))

test('a badge is a word', () =>
  isLike(
    badge({ text: 'Urgent', classes: 'moj-badge--red' }),
    '<span class="moj-badge moj-badge--red">Urgent</span>',
  ))

test('below a list stands how much there is; ways to other pages only where there are some', () => {
  isLike(
    resultsPagination({ results: '3 cases' }),
    '<div class="moj-pagination"><p class="moj-pagination__results">3 cases</p></div>',
  )
  const further = render(resultsPagination({ next: { href: '/on' }, results: '3 cases' }))
  assert.match(further, /<nav[^>]*moj-pagination__pagination/)
})
