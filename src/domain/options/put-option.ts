import { lockOwnOrganisation } from '#domain/organisations/index.ts'
import type { Writing } from '#platform/statement.ts'
import { fold, type KeptOption } from './option.ts'
import { insertOption, listOptions } from './queries.ts'

/** A value that is to be added to a list. */
export interface NewOption {
  readonly list: string
  readonly groupName: string
  readonly value: string
  readonly label: string | null
}

/** Adds a value at the end of its list; gives its number, or what is in its way. */
export async function putOption(
  db: Writing,
  { value: sent, ...wanted }: NewOption,
): Promise<{ readonly optionId: number; readonly value: string } | { readonly taken: KeptOption }> {
  await lockOwnOrganisation(db, {})
  const all = await listOptions(db, {})
  const value = sent.trim()
  const taken = holderOf(all, { ...wanted, value })
  if (taken) return { taken }
  const own = all.filter(({ list }) => list === wanted.list)
  const position = own.reduce((most, each) => Math.max(most, each.position + 1), 0)
  const [added] = await insertOption(db, { ...wanted, value, position })
  if (!added) throw new Error('A value was not added')
  return added
}

/** The value of a group that goes by a word, as its name or as a synonym of it. */
export const holderOf = (
  all: readonly KeptOption[],
  { list, groupName, value }: Omit<NewOption, 'label'>,
): KeptOption | undefined =>
  all.find(
    (each) =>
      each.list === list &&
      each.groupName === groupName &&
      [each.value, ...each.synonyms].some((name) => fold(name) === fold(value)),
  )

/** Why a word cannot be used, and what to do about it. */
export const takenBy = ({ value, isRetired }: KeptOption, word: string): string => {
  if (isRetired && fold(value) === fold(word))
    return `The list has “${value}” among its retired values: bring it back instead`
  return fold(value) === fold(word)
    ? `The list has “${value}” already`
    : `“${word}” is another word for “${value}” in this list already`
}
