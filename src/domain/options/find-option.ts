import { lockOwnOrganisation } from '#domain/organisations/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Writing } from '#platform/statement.ts'
import { unknownOption } from './errors.ts'
import type { KeptOption } from './option.ts'
import { listOptions } from './queries.ts'

/** A value that is to be changed, and all there are; others wait. Throws unknownOption where there is none. */
export async function optionToChange(
  db: Writing,
  optionId: number,
): Promise<{ readonly option: KeptOption; readonly all: readonly KeptOption[] }> {
  await lockOwnOrganisation(db, {})
  const all = await listOptions(db, {})
  const option = all.find((each) => each.optionId === optionId)
  if (!option) throw new Refusal(unknownOption)
  return { option, all }
}
