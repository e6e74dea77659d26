import { input } from '#web/components/input.ts'
import { select } from '#web/components/select.ts'
import type { Examples } from '#web/layout/examples.ts'
import { framedForm } from '#web/layout/form-frame.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** The account that a case concerns, and what another may be of. */
export type SetAccount = {
  readonly caseNumber: string
  readonly back: { readonly href: string; readonly text: string }
  /** What it concerns now, in words; undefined for none. */
  readonly present: string | undefined
  readonly accountTypes: readonly string[]
  readonly accountType: string | undefined
  readonly reference: string | undefined
  /** Where an account is added, for those who may. */
  readonly addAddress: string | undefined
}

/** The page on which it is said which account a case concerns. */
export const setAccountView: FormView<SetAccount> = (model, form) =>
  framedForm(
    {
      caseNumber: model.caseNumber,
      heading: 'Account of the case',
      submit: 'Save',
      back: model.back,
      fields: html`<p class="govuk-body">
          ${model.present === undefined ? 'This case concerns no account yet.' : `This case concerns ${model.present}.`}
        </p>
        ${referenceField(model, form)} ${typeField(model, form)}
        ${
          model.addAddress !== undefined &&
          html`<p class="govuk-body">
            The account must be there already.
            <a class="govuk-link" href="${model.addAddress}">Add an account</a>
          </p>`
        }`,
    },
    form,
  )

const referenceField = ({ reference }: SetAccount, form: Form): Html =>
  input({
    name: 'ExternalAccountId',
    label: { text: 'Reference of the account', classes: 'govuk-label--s' },
    hint: { text: 'Leave it empty if the case concerns no account' },
    classes: 'govuk-input--width-20',
    value: form.typed['ExternalAccountId'] ?? reference,
    errorMessage: messageOf(form, 'ExternalAccountId'),
    autocomplete: 'off',
    spellcheck: false,
  })

const typeField = ({ accountTypes, accountType }: SetAccount, form: Form): Html => {
  const field = {
    name: 'AccountType',
    label: { text: 'Type of account (optional)', classes: 'govuk-label--s' },
    value: form.typed['AccountType'] ?? accountType ?? '',
    errorMessage: messageOf(form, 'AccountType'),
  }
  if (accountTypes.length === 0) return input(field)
  const known = accountTypes.includes(field.value) || field.value === '' ? [] : [field.value]
  const items = [...known, ...accountTypes].map((value) => ({ value, text: value }))
  return select({ ...field, items: [{ value: '', text: 'Any type' }, ...items] })
}

const form: Form = { action: '/cases/1001/account', csrfToken: 'example', typed: {}, flaws: [] }

/** Examples of the page, by what they show. */
export const setAccountExamples: Examples<FormView<SetAccount>> = {
  'an account that is not there': [
    {
      caseNumber: '1001',
      back: { href: '/cases/1001/details', text: 'Back to details' },
      present: 'RENT R-<20455>',
      accountTypes: ['RENT', 'CTAX'],
      accountType: 'RENT',
      reference: 'R-20455',
      addAddress: '/accounts/new',
    },
    {
      ...form,
      typed: { ExternalAccountId: 'R-0', AccountType: '' },
      flaws: [
        {
          parameter: 'ExternalAccountId',
          kind: 'invalid',
          message: 'There is no account of this reference and type',
        },
      ],
    },
  ],
}
