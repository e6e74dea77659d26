import { writeDayFirst } from '#domain/details/index.ts'
import { writeLocalDateTime } from '#platform/local-time.ts'
import { caseTypesAddress } from '#web/admin/case-types/addresses.ts'
import { lineField } from '#web/forms/fields.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** A version that waits for its moment. */
export type Waiting = { readonly name: string; readonly version: number; readonly from: Date }

/** Where pages about versions that wait lead back to. */
export const back = { href: caseTypesAddress, text: 'Back to case types' }

/** A version that waits, for examples. */
export const exampleWaiting: Waiting = {
  name: 'Allotment',
  version: 4,
  from: new Date('2031-09-01T07:30:00Z'),
}

/** The fields of the moment from which on a version is in force. */
export const momentFields = (from: Date | undefined, form: Form): Html => {
  const [day, time] = from ? writeLocalDateTime(from).split('T') : []
  return html`${lineField(
    {
      name: 'PublishOn',
      label: from ? 'Date' : 'Date from which it is in force (optional)',
      hint: 'For example, 1/9/2031',
      value: day && writeDayFirst(day),
    },
    form,
  )}
  ${lineField(
    {
      name: 'PublishTime',
      label: 'Time (optional)',
      hint: 'For example, 8:30. Without a time it is the beginning of the day',
      value: time?.slice(0, 5),
    },
    form,
  )}`
}
