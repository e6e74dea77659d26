import { insetText } from '#web/components/inset-text.ts'
import { adminForm } from '#web/admin/admin-form.ts'
import { emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'

/** Whose second factors are to be reset. */
export type FactorsToReset = {
  readonly fullName: string
  readonly memberAddress: string
  /** What they have, as a sentence. */
  readonly standing: string
}

/** The page on which the second factors of somebody are reset who has lost them. */
export const resetFactorsView: FormView<FactorsToReset> = (model, form) =>
  adminForm(
    {
      caption: model.fullName,
      heading: 'Reset second factors',
      back: { href: model.memberAddress, text: `Back to ${model.fullName}` },
      submit: 'Reset second factors',
      isWarning: true,
      before: insetText({ id: 'UserName', text: model.standing, attributes: { tabindex: '-1' } }),
      fields: html`<p class="govuk-body">
        Be sure that it is they who ask: see them, or ring them at a number that you know. Their
        passkeys, authenticator app and recovery codes are removed, they are signed out everywhere
        and, where this server sends mail, told of it. Until they have set up another, whoever knows
        their password can sign in as them.
      </p>`,
    },
    form,
  )

/** Examples of the page, by what they show. */
export const resetFactorsExamples: Examples<FormView<FactorsToReset>> = {
  oneself: [
    {
      fullName: 'Okafor, Ife',
      memberAddress: '/admin/people/edit/iokafor',
      standing: '2 second factors.',
    },
    {
      ...emptyForm('/admin/people/edit/iokafor/reset-factors'),
      flaws: [
        {
          parameter: 'UserName',
          kind: 'invalid',
          message: 'Remove your own on the page of your account',
        },
      ],
    },
  ],
}
