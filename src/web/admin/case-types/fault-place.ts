import { draftAddress, fieldAddress } from './addresses.ts'
import type { ShownDraft } from './shown-draft.ts'

/** The page on which a fault of a draft is mended. */
export function faultPlace(fault: string, { draft, caseType }: ShownDraft): string {
  if (/^(Section|There are two sections) /.test(fault)) return `${draftAddress(draft)}#sections`
  const stages = caseType.procedure.tracks.flatMap((track) => track.stages)
  const stage = stages.find(({ code }) =>
    new RegExp(`(^Stage|^From|of the stage) ${code}\\b`).test(fault),
  )
  if (stage) return `${draftAddress(draft)}/workflow#stage-${stage.code}`
  const field = caseType.fields.find(({ id }) => fault.startsWith(`${id} `))
  if (field) return fieldAddress(draft, field.id)
  const form = caseType.actions.find(({ id }) => fault.startsWith(`${id}: `))
  if (form) return `${draftAddress(draft)}#actions`
  if (isOfDetails(fault)) return `${draftAddress(draft)}/details`
  return `${draftAddress(draft)}/${isOfCase(fault) ? 'workflow#case' : 'file'}`
}

const isOfDetails = (fault: string): boolean =>
  /already names the case type|^There is no team|^The rating|^form is missing|^The title is to be made/.test(
    fault,
  )

const isOfCase = (fault: string): boolean =>
  /^(The case|The queue|The clearance chain|Ending|Assignment rule|Clearance|Track|Reopening|Two )\b/.test(
    fault,
  )
