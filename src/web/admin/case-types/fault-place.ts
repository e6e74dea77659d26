import { draftAddress, fieldAddress } from './addresses.ts'
import type { ShownDraft } from './shown-draft.ts'

/** The page on which a fault of a draft is mended. */
export function faultPlace(fault: string, { draft, caseType }: ShownDraft): string {
  const stages = caseType.procedure.tracks.flatMap((track) => track.stages)
  const stage = stages.find(({ code }) =>
    new RegExp(`(^Stage|^From|of the stage) ${code}\\b`).test(fault),
  )
  // a condition is shown with its stage, and changed in the file
  if (stage && !/ asks for /.test(fault))
    return `${draftAddress(draft)}/workflow#stage-${stage.code}`
  const field = caseType.fields.find(({ id }) => fault.startsWith(`${id} `))
  if (field) return fieldAddress(draft, field.id)
  return `${draftAddress(draft)}/${isOfDetails(fault) ? 'details' : 'file'}`
}

const isOfDetails = (fault: string): boolean =>
  /already names the case type|^There is no team|^The rating|^form is missing/.test(fault)
