import type { Changing } from '#domain/change-log/index.ts'
import { changeSettings, type Logo, type Look } from '#domain/organisations/index.ts'
import { sizeInWords } from '#platform/files/size-in-words.ts'
import type { Writing } from '#platform/statement.ts'
import { logSettings } from './log-settings.ts'

/** Changes the look of the organisation's pages, and writes what is different into the change log. */
export async function changeLook(
  db: Writing,
  { before, after }: { readonly before: Look; readonly after: Look },
  changing: Changing,
): Promise<void> {
  await changeSettings(db, { title: null, settings: { look: after } })
  logSettings(db, { before: inLog(before), after: inLog(after) }, changing)
}

/** A look in words. */
export const inLog = ({ logo, ...look }: Look) => ({
  ...look,
  logo: logo ? logoInLog(logo) : 'none',
})

const logoInLog = ({ content, mediaType, size }: Logo): string =>
  `${mediaType}, ${sizeInWords(size)}, ${content.slice(0, 8)}`
