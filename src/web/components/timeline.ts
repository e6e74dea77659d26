import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes, content } from './options.ts'
import type { Content, Options, Styled } from './options.ts'

/** The published options of one thing that happened; the date is given in words, as no template formats it here. */
export type TimelineItem = Content &
  Styled &
  Options<{ byline: Content }> & {
    readonly label: Content
    readonly datetime: { readonly timestamp: string; readonly text: string }
  }

/** The published options of the timeline. */
export type TimelineOptions = Styled &
  Options<{ headingLevel: number }> & { readonly items: readonly TimelineItem[] }

/** MoJ timeline: what happened, by whom and when. */
export const timeline = (options: TimelineOptions): Html =>
  html`<div class="${classes('moj-timeline', options.classes)}" ${attributes(options.attributes)}>
    ${options.items.map((item) => happening(item, options.headingLevel ?? 2))}
  </div>`

const happening = (item: TimelineItem, level: number): Html =>
  html`<div
    class="${classes('moj-timeline__item', item.classes)}"
    ${attributes(item.attributes)}
  >
    <div class="moj-timeline__header">
      <h${level} class="moj-timeline__title">${content(item.label)}</h${level}>
      ${item.byline && html`<p class="moj-timeline__byline">by ${content(item.byline)}</p>`}
    </div>
    <p class="moj-timeline__date">
      <time datetime="${item.datetime.timestamp}">${item.datetime.text}</time>
    </p>
    <div class="moj-timeline__description">${content(item)}</div>
  </div>`
