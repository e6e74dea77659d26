import { kind, type Kind } from '#kernel/kind.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Members } from './definition.ts'
import { unknownDraftPart } from './errors.ts'
import { findLists, findPart, isPath, type PartPath, type Placed } from './part-tree.ts'

/** The names of a path; what stands in a name as it does in an address is read back. */
function namesIn(value: string): PartPath | undefined {
  try {
    const path = value.trim().split('/').map(decodeURIComponent)
    return isPath(path) ? path : undefined
  } catch {
    return undefined
  }
}

/** The name of a part of a draft: `fields/Street`, `stages/first`, `stages/first/tasks/CALL`. */
export const partPath: Kind<PartPath> = kind({
  name: 'part of a draft',
  schema: { type: 'string' },
  read(value) {
    const path = namesIn(value)
    return path && path.length % 2 === 0
      ? { value: path }
      : { fault: 'must be a part of a draft, such as fields/Street' }
  },
  good: ['fields/Street', 'stages/first', 'stages/first/tasks/CALL', 'assignment/Leaks%2Fdrains'],
  bad: ['fields', 'fields/', 'stages/first/tasks', 'stages/first/steps/one', 'fields/%'],
})

/** The name of a list of a draft: `endings`, `stages/first/tasks`. */
export const listPath: Kind<PartPath> = kind({
  name: 'list of a draft',
  schema: { type: 'string' },
  read(value) {
    const path = namesIn(value)
    return path && path.length % 2 === 1
      ? { value: path }
      : { fault: 'must be a list of a draft, such as stages/first/tasks' }
  },
  good: ['endings', 'stages/first/tasks', 'stages/first/deadlines/law/reminders'],
  bad: ['tasks', 'stages/first', 'stages/first/steps'],
})

/** Where a part stands; refuses where there is none. */
export function placeOf(definition: Members, path: PartPath): Placed & { readonly item: Members } {
  const found = findPart(definition, path)
  const item = found?.list[found.at]
  if (!found || item === undefined) throw new Refusal(unknownDraftPart)
  return { ...found, item }
}

/** The list to which something is added, of stages the main track's; refuses where there is none. */
export function listAt(definition: Members, path: PartPath): Members[] {
  const [list] = findLists(definition, path)
  if (!list) throw new Refusal(unknownDraftPart)
  return list
}
