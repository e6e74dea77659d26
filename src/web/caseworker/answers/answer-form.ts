import { caseForm } from '#web/forms/case-form.ts'
import type { Frame } from '#web/forms/case-form.ts'
import type { Form } from '#web/layout/form-page.ts'
import type { Page } from '#web/layout/layout.ts'
import { answersAddress } from './addresses.ts'

/** A page with a form about an answer. */
export const answerForm = (frame: Frame, form: Form): Page =>
  caseForm(
    { ...frame, back: { href: answersAddress(frame.caseNumber), text: 'Back to answers' } },
    form,
  )
