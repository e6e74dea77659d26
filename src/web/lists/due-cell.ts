import type { Told } from '#domain/clock/index.ts'
import type { TableCell } from '#web/components/table.ts'
import { standing } from '#web/caseworker/deadlines/shown-deadlines.ts'
import { html } from '#web/layout/html.ts'

/** The cell that says when something is due: a word and a sentence, never a colour alone. */
export const dueCell = (due: Told | undefined): TableCell => ({
  html: due ? html`${standing(due)}` : html`No date`,
  classes: 'app-list__due',
})
