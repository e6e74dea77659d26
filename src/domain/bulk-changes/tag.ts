import { configuredOptions } from '#domain/options/index.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'
import type { Reading } from '#platform/statement.ts'

/** A value of a group of the organisation's classifications. */
export interface Tag {
  readonly group: string
  readonly value: string
}

/** A tag in words, as forms send it and lists show it. */
export const tagInWords = ({ group, value }: Tag): string => `${group}: ${value}`

/** The tags that there are. */
export async function listTags(db: Reading): Promise<readonly Tag[]> {
  const { all } = await configuredOptions(db)
  return all
    .filter(({ list }) => list === 'classification')
    .map(({ groupName, value }) => ({ group: groupName, value }))
}

/** The tag of those words, in any letter case; refuses one that there is not. */
export async function tagNamed(db: Reading, wanted: string): Promise<Tag> {
  const sought = wanted.trim().toLowerCase()
  const found = (await listTags(db)).find((tag) => tagInWords(tag).toLowerCase() === sought)
  if (found) return found
  throw new Refusal(invalidInput, [
    { parameter: 'Tag', kind: 'invalid', message: 'Select a tag from the list' },
  ])
}

/** A tag as it is kept of what was done to cases. */
export const writtenTag = ({ group, value }: Tag): string => `${group}\n${value}`

/** A tag that was put on cases, as it was kept. */
export function readTag(what: string): Tag {
  const [group = '', value = ''] = what.split('\n')
  return { group, value }
}
