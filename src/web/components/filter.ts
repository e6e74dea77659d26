import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { button } from './button.ts'
import { attributes, content } from './options.ts'
import type { Attributes, Content, Options } from './options.ts'

/** The published options of what is chosen in one part of the filter. */
export type SelectedCategory = {
  readonly heading: Content
  readonly items: readonly { readonly href: string; readonly text: string }[]
}

/** The published options of the filter. */
export type FilterOptions = {
  readonly heading: Content
  readonly optionsHtml: Html
} & Options<{
  selectedFilters: {
    readonly heading: Content
    readonly clearLink: { readonly href: string; readonly text: string }
    readonly categories: readonly SelectedCategory[]
  }
  submit: Options<{ text: string; attributes: Attributes }>
  attributes: Attributes
}>

/**
 * MoJ filter: what a list is narrowed down by, and what it may be. Unlike the published one its button stands at the
 * end of the choices too, so that who goes through them by keyboard need not go back.
 */
export const filter = (options: FilterOptions): Html =>
  html`<div
    class="moj-filter"
    ${attributes({ 'data-module': 'moj-filter', ...options.attributes })}
  >
    <div class="moj-filter__header">
      <div class="moj-filter__header-title">
        <h2 class="govuk-heading-m">${content(options.heading)}</h2>
      </div>
      <div class="moj-filter__header-action"></div>
    </div>
    <div class="moj-filter__content">
      ${options.selectedFilters && selected(options.selectedFilters)}
      <div class="moj-filter__options">
        ${apply(options)} ${options.optionsHtml} ${apply(options)}
      </div>
    </div>
  </div>`

const apply = ({ submit }: FilterOptions): Html =>
  button({ text: submit?.text ?? 'Apply filters', attributes: submit?.attributes })

const selected = ({
  heading,
  clearLink,
  categories,
}: NonNullable<FilterOptions['selectedFilters']>): Html =>
  html`<div class="moj-filter__selected">
    <div class="moj-filter__selected-heading">
      <div class="moj-filter__heading-title">
        <h2 class="govuk-heading-m">${content(heading)}</h2>
      </div>
      <div class="moj-filter__heading-action">
        <p>
          <a class="govuk-link govuk-link--no-visited-state" href="${clearLink.href}"
            >${clearLink.text}</a
          >
        </p>
      </div>
    </div>
    ${categories.map(category)}
  </div>`

const category = ({ heading, items }: SelectedCategory): Html =>
  html`<h3 class="govuk-heading-s govuk-!-margin-bottom-0">${content(heading)}</h3>
    <ul class="moj-filter-tags">
      ${items.map(
        ({ href, text }) =>
          html`<li>
            <a class="moj-filter__tag" href="${href}"
              ><span class="govuk-visually-hidden">Remove this filter</span> ${text}</a
            >
          </li>`,
      )}
    </ul>`
