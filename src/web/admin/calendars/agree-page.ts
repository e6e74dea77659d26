import { adminForm } from '#web/admin/admin-form.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'

/** Is all that is missing that somebody agrees? */
export const isToBeAgreed = ({ flaws }: Form): boolean =>
  flaws.length > 0 && flaws.every(({ parameter }) => parameter === 'Agreed')

/** What is to be agreed to: what it belongs to, what moves, and what the button says. */
export type Agreement = {
  readonly caption: string
  readonly before: Html
  readonly submit: string
}

/** A page that shows what moves by what was typed, and sends that once more with the agreement. */
export const agreePage = ({ caption, before, submit }: Agreement, form: Form): Page =>
  adminForm(
    {
      caption,
      heading: 'Check what moves',
      back: { href: form.action, text: 'Back to what you entered' },
      submit,
      before,
      fields: html`${Object.entries({ ...form.typed, Agreed: 'true' }).map(
        ([name, value]) =>
          name !== 'csrfToken' &&
          html`<input type="hidden" name="${name}" value="${value ?? ''}" />`,
      )}`,
    },
    { ...form, flaws: [] },
  )
