import { framedForm, type Frame } from '#web/layout/form-frame.ts'
import type { Form } from '#web/layout/form-page.ts'
import type { Page } from '#web/layout/layout.ts'
import { progressAddress } from './addresses.ts'

/** A page with a form about where a case stands. */
export const progressForm = (frame: Omit<Frame, 'back'>, form: Form): Page =>
  framedForm(
    { ...frame, back: { href: progressAddress(frame.caseNumber), text: 'Back to progress' } },
    form,
  )
