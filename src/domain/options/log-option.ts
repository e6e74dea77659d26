import { recordChange, type Kept } from '#domain/change-log/index.ts'
import { markOfAll } from '#domain/seen/index.ts'
import { actorLabel, type Actor } from '#kernel/actor.ts'
import type { Writing } from '#platform/statement.ts'
import type { KeptOption } from './option.ts'

type Logged = Omit<KeptOption, 'optionId' | 'position'>

/** A value of a list as the change log keeps it. */
export const optionInLog = (option: Logged): NonNullable<Kept> => ({
  list: option.list,
  group: option.groupName,
  value: option.value,
  label: option.label,
  'other words': option.synonyms,
  'accepted from programs': option.isAccepted,
  retired: option.isRetired,
})

/** Tells later whether somebody has changed a value of a list since it was shown. */
export const markOfOption = (option: Logged): string => markOfAll(optionInLog(option))

/** Writes into the change log what became of a value of a list. */
export const logOption = (
  db: Writing,
  { before, after }: { readonly before: Logged | null; readonly after: Logged },
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): void =>
  recordChange(
    db,
    {
      kind: 'option',
      subject: `${after.list}: ${(before ?? after).value}`,
      before: before && optionInLog(before),
      after: optionInLog(after),
    },
    { by: actorLabel(actor), now },
  )
