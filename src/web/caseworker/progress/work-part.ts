import { button } from '#web/components/button.ts'
import { table } from '#web/components/table.ts'
import { tag } from '#web/components/tag.ts'
import { csrfField } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { ShownLetter, ShownProgress, ShownTask, WayOn } from './shown-progress.ts'

/** The part of the page with the tasks of a case. */
export const tasksPart = ({ tasks, addTaskAddress, csrfToken }: ShownProgress): Html =>
  html`<h2 class="govuk-heading-m" id="tasks">Tasks</h2>
    ${
      tasks.length === 0
        ? html`<p class="govuk-body">There are no tasks.</p>`
        : wide(
            'tasks',
            table({
              head: ['Task', 'Due', 'Who does it', 'Change'].map((text) => ({ text })),
              firstCellIsHeader: true,
              rows: tasks.map((task) => [
                { html: html`<span class="app-answer">${task.title}</span>` },
                { html: dueCell(task) },
                { text: task.owner },
                { html: taskCell(task, csrfToken) },
              ]),
            }),
          )
    }
    ${wayOn('Add a task', addTaskAddress)}`

/** The part of the page with the letters of a case. */
export const lettersPart = (
  letters: readonly ShownLetter[],
  { addLetterAddress }: ShownProgress,
): Html =>
  html`<h2 class="govuk-heading-m" id="letters">Letters</h2>
    ${
      letters.length === 0
        ? html`<p class="govuk-body">There are no letters.</p>`
        : wide(
            'letters',
            table({
              head: ['Letter', 'Due', 'Change'].map((text) => ({ text })),
              firstCellIsHeader: true,
              rows: letters.map((letter) => [
                { text: letter.name },
                { html: dueCell(letter) },
                { html: changeCell(letter, letter.name) },
              ]),
            }),
          )
    }
    ${wayOn('Draft a letter', addLetterAddress)}`

const wide = (labelledBy: string, content: Html): Html =>
  html`<div class="app-wide" tabindex="0" role="group" aria-labelledby="${labelledBy}">
    ${content}
  </div>`

const dueCell = ({ due, isLate }: { readonly due: string; readonly isLate: boolean }): Html =>
  html`${due}${isLate && html` ${tag({ text: 'Late', classes: 'govuk-tag--red' })}`}`

const taskCell = (task: ShownTask, csrfToken: string): Html =>
  html`${changeCell(task, task.title)}
  ${task.undoAddress !== undefined && undoForm(task, task.undoAddress, csrfToken)}`

const changeCell = (
  { outcome, ways }: { readonly outcome: string | undefined; readonly ways: readonly WayOn[] },
  name: string,
): Html =>
  html`${outcome !== undefined && html`<p class="app-answer">${outcome}</p>`}
  ${
    ways.length > 0 &&
    html`<ul class="govuk-list">
      ${ways.map(
        ({ text, href }) =>
          html`<li><a class="govuk-link" href="${href}">${text}${about(name)}</a></li>`,
      )}
    </ul>`
  }`

const undoForm = ({ title }: ShownTask, address: string, csrfToken: string): Html =>
  html`<form action="${address}" method="post" novalidate>
    ${csrfField(csrfToken)}
    ${button({
      html: html`Take back${about(title)}`,
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    })}
  </form>`

const about = (name: string): Html => html`<span class="govuk-visually-hidden"> (${name})</span>`

const wayOn = (text: string, href: string | undefined): Html | undefined =>
  href === undefined ? undefined : button({ text, href, classes: 'govuk-button--secondary' })
