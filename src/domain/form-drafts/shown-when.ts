import { linesOf } from '#domain/case-type-drafts/index.ts'
import { line } from '#domain/stage-drafts/index.ts'
import { longText } from '#kernel/kinds.ts'
import { optional } from '#kernel/parameters.ts'

/** Parameters that say when a field or a section is shown. */
export const whenParameters = {
  whenField: optional(line, 'Shown by the answer to'),
  whenValues: optional(longText, 'The answers that show it'),
}

interface Asked {
  readonly whenField?: string
  readonly whenValues?: string
}

/** When something is shown, as a definition writes it: by any answer where none is named. */
export function whenOf({ whenField: field, whenValues }: Asked): unknown {
  if (field === undefined) return undefined
  const values = linesOf(whenValues)
  const [only] = values
  if (only === undefined) return { field }
  return values.length === 1 ? { field, equals: only } : { field, isOneOf: values }
}
