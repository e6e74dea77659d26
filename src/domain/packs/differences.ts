import { isObject } from '#domain/procedure-reading/index.ts'

/** A member that is not the same in two values: where it is, and what it is in each; absent where it is not there. */
export interface Difference {
  readonly path: string
  readonly before?: unknown
  readonly after?: unknown
}

/** The members by which items of a list are told apart, wherever they stand. */
const keys = ['code', 'id', 'name', 'template'] as const

function keyOf(item: unknown): string | undefined {
  if (!isObject(item)) return undefined
  const key = keys.find((each) => typeof item[each] === 'string')
  return key && String(item[key])
}

/** Items by what names them; undefined where something has no name of its own. */
function named(list: readonly unknown[]): ReadonlyMap<string, unknown> | undefined {
  const items = list.map((item) => [keyOf(item), item] as const)
  const byName = new Map(items.flatMap(([key, item]) => (key === undefined ? [] : [[key, item]])))
  return byName.size === list.length && list.length > 0 ? byName : undefined
}

type Members = ReadonlyMap<string, unknown>

/** All members that differ between two values of JSON, whatever the order of members. */
export function differences(before: unknown, after: unknown, path = ''): readonly Difference[] {
  if (isObject(before) && isObject(after)) {
    const under = (name: string) => (path ? `${path}.${name}` : name)
    return among(new Map(Object.entries(before)), new Map(Object.entries(after)), under)
  }
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after, path)
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }]
}

function ofLists(before: readonly unknown[], after: readonly unknown[], path: string) {
  const [was, is] = [named(before), named(after)]
  if (was && is) {
    const items = among(was, is, (name) => `${path}[${name}]`)
    const kept = [...was.keys()].filter((name) => is.has(name)).join(', ')
    const now = [...is.keys()].filter((name) => was.has(name)).join(', ')
    return kept === now ? items : [...items, { path: `${path}: order`, before: kept, after: now }]
  }
  return before.length === after.length && before.some(isObject)
    ? before.flatMap((each, at) => differences(each, after[at], `${path}[${at}]`))
    : isEqual(before, after)
      ? []
      : [{ path, before, after }]
}

const among = (before: Members, after: Members, under: (name: string) => string) =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((name): readonly Difference[] => {
    if (!before.has(name)) return [{ path: under(name), after: after.get(name) }]
    if (!after.has(name)) return [{ path: under(name), before: before.get(name) }]
    return differences(before.get(name), after.get(name), under(name))
  })

/** Tells whether two values of JSON are the same, whatever the order of members. */
export const isEqual = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((each, at) => isEqual(each, other[at]))
    : differences(one, other).length === 0
