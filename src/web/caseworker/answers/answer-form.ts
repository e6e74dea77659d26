import { caseForm, casePart } from '#web/forms/case-form.ts'
import type { Frame } from '#web/forms/case-form.ts'
import type { Html } from '#web/layout/html.ts'
import type { Form } from '#web/layout/form-page.ts'
import type { Page } from '#web/layout/layout.ts'
import { answersAddress } from './addresses.ts'

const backFrom = (caseNumber: string) =>
  ({ href: answersAddress(caseNumber), text: 'Back to answers' }) as const

/** A page with a form about an answer. */
export const answerForm = (frame: Frame, form: Form): Page =>
  caseForm({ ...frame, back: backFrom(frame.caseNumber) }, form)

/** A page about an answer for somebody who has nothing to fill in there. */
export const answerPage = (
  of: Pick<Frame, 'caseNumber' | 'heading'>,
  content: Html,
  form: Pick<Form, 'flaws'>,
): Page => casePart({ ...of, content, back: backFrom(of.caseNumber) }, form)
