import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { framedForm, type Frame } from '#web/layout/form-frame.ts'
import type { Form } from '#web/layout/form-page.ts'
import type { Page } from '#web/layout/layout.ts'

/** A page with a form about the clock of a case. */
export const clockForm = (frame: Omit<Frame, 'back'>, form: Form): Page =>
  framedForm(
    {
      ...frame,
      back: { href: caseAddress(frame.caseNumber), text: `Back to case ${frame.caseNumber}` },
    },
    form,
  )
