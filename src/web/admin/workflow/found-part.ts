import { unknownDraftPart } from '#domain/case-type-drafts/index.ts'
import type { CaseType } from '#domain/case-types/index.ts'
import { isObject } from '#domain/procedure-reading/index.ts'
import { Refusal } from '#kernel/refusal.ts'

type Members = Readonly<Record<string, unknown>>

/** The part of a case type's workflow that a path names, as it was read; refuses where there is none. */
export function foundPart(
  { procedure, sections, actions }: CaseType,
  path: readonly string[],
): Members {
  const stages = procedure.tracks.flatMap((track) => track.stages)
  let found: Members = { ...procedure, stages, sections, actions }
  for (let at = 0; at < path.length; at += 2) {
    const list: unknown = found[path[at] ?? '']
    const name = path[at + 1]
    const part = (Array.isArray(list) ? list : []).find(
      (item: unknown, place) => isObject(item) && (nameOf(item) ?? String(place + 1)) === name,
    ) as Members | undefined
    if (!part) throw new Refusal(unknownDraftPart)
    found = part
  }
  return found
}

const nameOf = (item: Members): unknown =>
  item['id'] ?? item['code'] ?? item['template'] ?? item['name']

/** What people call a part; one that goes by its place has no name. */
export const titleOfPart = (part: Members): string => {
  const title = part['name'] ?? part['label'] ?? part['title'] ?? part['template']
  return typeof title === 'string' ? title : ''
}
