import { dateInput } from '#web/components/date-input.ts'
import type { Html } from '#web/layout/html.ts'
import type { Calculation } from './calculate.ts'

/** What a date input of the calculator is drawn from. */
export interface DateField extends Pick<Calculation, 'typed'> {
  readonly prefix: string
  readonly legend: string
  readonly legendClasses: string
  readonly hint?: string
  readonly message: string | undefined
}

/** Day, month and year under a prefix, with what was typed. */
export const typedDateInput = (date: DateField): Html =>
  dateInput({
    id: date.prefix,
    namePrefix: date.prefix,
    fieldset: { legend: { text: date.legend, classes: date.legendClasses } },
    hint: date.hint === undefined ? undefined : { text: date.hint },
    errorMessage: date.message === undefined ? undefined : { text: date.message },
    day: { name: 'day', value: date.typed[`${date.prefix}-day`] },
    month: { name: 'month', value: date.typed[`${date.prefix}-month`] },
    year: { name: 'year', value: date.typed[`${date.prefix}-year`] },
  })
