import { exportCaseTypes } from '#domain/case-types/index.ts'
import type { Content } from '#kernel/answer.ts'
import { text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownPublishedType } from './errors.ts'

/** A published case type as a file, which another installation can take. */
export const exportFile = operation({
  name: 'exportcasetype',
  summary: 'Get a published case type as a file',
  effect: 'read',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: { caseType: required(text({ max: 200 }), 'Case type') },
  errors: [unknownPublishedType],
  returns: 'content',
  examples: [{ CaseType: 'Allotment' }],

  async handle({ input, db, refuse }): Promise<Content> {
    const [found] = await exportCaseTypes(db, input.caseType)
    if (!found) throw refuse(unknownPublishedType)
    return {
      mediaType: 'application/json',
      body: JSON.stringify(found.definition, undefined, 2),
      fileName: `${found.name}.json`,
    }
  },
})
