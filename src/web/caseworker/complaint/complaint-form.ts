import { caseForm } from '#web/forms/case-form.ts'
import type { Frame } from '#web/forms/case-form.ts'
import type { Form } from '#web/layout/form-page.ts'
import type { Page } from '#web/layout/layout.ts'
import { complaintAddress } from './addresses.ts'

/** A page with a form about a complaint. */
export const complaintForm = (frame: Frame, form: Form): Page =>
  caseForm(
    {
      ...frame,
      back: { href: complaintAddress(frame.caseNumber), text: 'Back to points and remedies' },
    },
    form,
  )
