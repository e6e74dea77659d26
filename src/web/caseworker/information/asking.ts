import { getInformation, unknownPart } from '#domain/information/index.ts'
import type { Operation } from '#kernel/operation.ts'
import { notPermitted, Refusal } from '#kernel/refusal.ts'
import { formPage } from '#web/layout/form-page.ts'
import type { AnyFormPage, PathParts } from '#web/layout/form-page.ts'
import { informationAddress } from './addresses.ts'
import { informationFormView, type InformationForm } from './information-form.view.ts'
import type { Information, Part } from './information-in-words.ts'

/** A page with a form about a request: its address below the request's, and what it asks. */
export interface Asking {
  readonly path: string
  readonly operation: Operation
  readonly banner: string
  readonly form: (told: Information, parts: PathParts) => Omit<InformationForm, 'caseNumber'>
}

/** Makes the page of a form; refuses whoever may not change anything. */
export const asking = ({ path, operation, banner, form }: Asking): AnyFormPage =>
  formPage({
    path: `/cases/:caseId/information/${path}`,
    view: informationFormView,
    operation,
    async show(ask, parts) {
      const told = await ask(getInformation, parts)
      if (!told.mayUpdate) throw new Refusal(notPermitted)
      return { caseNumber: String(told.caseId), ...form(told, parts) }
    },
    next: ({ caseId = '' }) => informationAddress(caseId),
    banner,
  })

/** The part of a number; refuses where there is none. */
export function partOf({ parts }: Information, { part = '' }: PathParts): Part {
  const found = parts.find((each) => String(each.part) === part)
  if (!found) throw new Refusal(unknownPart)
  return found
}
