import { draftAddress, fieldAddress } from './addresses.ts'
import type { ShownDraft } from './shown-draft.ts'

/** The page on which a fault of a draft is mended. */
export function faultPlace(fault: string, { draft, caseType }: ShownDraft): string {
  const field = caseType.fields.find(({ id }) => fault.startsWith(`${id} `))
  if (field) return fieldAddress(draft, field.id)
  return `${draftAddress(draft)}/${isOfDetails(fault) ? 'details' : 'file'}`
}

const isOfDetails = (fault: string): boolean =>
  /already names the case type|^There is no team|^The rating|^form is missing/.test(fault)
