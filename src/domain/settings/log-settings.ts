import { recordChange, type Changing, type Kept } from '#domain/change-log/index.ts'
import type { Writing } from '#platform/statement.ts'

type Settings = NonNullable<Kept>

/** Writes each setting that is different into the change log, under its own name. */
export function logSettings(
  db: Writing,
  { before, after }: { readonly before: Settings; readonly after: Settings },
  changing: Changing,
): void {
  const held = (settings: Settings, subject: string) => ({ value: settings[subject] ?? null })
  for (const subject of Object.keys(after))
    recordChange(
      db,
      {
        kind: 'setting',
        subject,
        before: held(before, subject),
        after: held(after, subject),
      },
      changing,
    )
}
