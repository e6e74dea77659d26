import type { Operation } from '#kernel/operation.ts'
import { html, type Html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { eventsChapter, permissionsChapter } from './access-chapters.ts'
import { chapterView } from './chapter.view.ts'
import type { Chapter } from './document.ts'
import { errorsChapter } from './errors-chapter.ts'
import { operationsChapters, type Reached } from './operations-chapter.ts'
import { describeAll } from './service.ts'

/** What the page is made from. */
export interface ApiReference {
  readonly operations: readonly Operation[]
  readonly reached: Reached
}

/** The page for people who integrate: everything on one page, with its contents first. */
export function apiReferenceView({ operations, reached }: ApiReference): Page {
  const chapters = [
    ...operationsChapters(describeAll(operations), reached),
    errorsChapter,
    permissionsChapter(operations),
    eventsChapter,
  ]
  return {
    title: 'The REST interface',
    content: html`<h1 class="govuk-heading-xl">The REST interface</h1>
      <p class="govuk-body">
        Also as <a class="govuk-link" href="/docs/openapi.json">an OpenAPI document</a>.
      </p>
      <nav aria-label="Contents">${contents(chapters)}</nav>
      ${chapters.map((chapter) => chapterView(chapter))}`,
  }
}

// two levels: the parts of a service are found with the service
const contents = (chapters: readonly Chapter[], depth: 1 | 2 = 1): Html =>
  html`<ul class="govuk-list${depth === 2 && ' govuk-list--bullet'}">
    ${chapters.map(
      ({ id, title, chapters: within = [] }) =>
        html`<li>
          <a class="govuk-link" href="#${id}">${title}</a>
          ${depth === 1 && within.length > 0 && contents(within, 2)}
        </li>`,
    )}
  </ul>`
