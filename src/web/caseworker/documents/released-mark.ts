import { tag } from '#web/components/tag.ts'
import type { Html } from '#web/layout/html.ts'

/** The mark of what the customer can see; there is none like it. */
export const releasedMark = (): Html =>
  tag({ text: 'The customer can see this', classes: 'govuk-tag--purple' })
