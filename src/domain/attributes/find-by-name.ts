import { partsOf } from './attribute.ts'

const fold = (name: string): string => name.trim().toLowerCase()

/**
 * Things with reportable names made ready to be found by the whole name or by the bare field name, whatever
 * the letter case. Of several with one bare name the first is meant.
 */
export function byAnyName<T extends { readonly name: string }>(
  all: readonly T[],
): (name: string) => T | undefined {
  const found = new Map<string, T>()
  const add = (name: string, one: T) => {
    if (!found.has(fold(name))) found.set(fold(name), one)
  }
  for (const one of all) add(one.name, one)
  for (const one of all) add(partsOf(one.name).field, one)
  return (name) => found.get(fold(name))
}
