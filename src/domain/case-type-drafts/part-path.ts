import { kind, type Kind } from '#kernel/kind.ts'
import { Refusal } from '#kernel/refusal.ts'
import { findPart, type Members, type PartPath, type Placed } from './definition.ts'
import { unknownDraftPart } from './errors.ts'

/** The name of a part of a draft: `fields/Street`, `stages/first`, `stages/first/tasks/CALL`. */
export const partPath: Kind<PartPath> = kind({
  name: 'part of a draft',
  schema: { type: 'string' },
  read(value) {
    const path = value.trim().split('/')
    return (path.length === 2 || path.length === 4) && path.every((each) => each !== '')
      ? { value: path }
      : { fault: 'must be a part of a draft, such as fields/Street' }
  },
  good: ['fields/Street', 'stages/first', 'stages/first/tasks/CALL'],
  bad: ['fields', 'fields/', 'stages/first/tasks'],
})

/** Where a part stands; refuses where there is none. */
export function placeOf(definition: Members, path: PartPath): Placed & { readonly item: Members } {
  const found = findPart(definition, path)
  const item = found?.list[found.at]
  if (!found || !item) throw new Refusal(unknownDraftPart)
  return { ...found, item }
}
