import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { Options } from './options.ts'
import { pagination } from './pagination.ts'
import type { PaginationOptions } from './pagination.ts'

/** What stands below a list: how much there is, and the ways to the pages before and after. */
export type ResultsPaginationOptions = Pick<
  PaginationOptions,
  'previous' | 'next' | 'landmarkLabel'
> &
  Options<{ results: string }>

/** MoJ pagination with the count of results, for lists whose pages have no numbers. */
export const resultsPagination = ({
  previous,
  next,
  landmarkLabel,
  results,
}: ResultsPaginationOptions): Html =>
  html`<div class="moj-pagination">
    ${
      (previous?.href ?? next?.href) &&
      pagination({ previous, next, landmarkLabel, classes: 'moj-pagination__pagination' })
    }
    ${results && html`<p class="moj-pagination__results">${results}</p>`}
  </div>`
