import { letterInLog, listLetterTemplates, saveTemplate } from '#domain/letters/index.ts'
import type { Kept } from '#domain/change-log/index.ts'
import type { Restorer } from './restorer.ts'

export const letterRestorer: Restorer = {
  permission: 'case-type.manage',
  async current(db, { subject }) {
    const found = (await listLetterTemplates(db, {})).find(({ code }) => code === subject)
    return found ? letterInLog(found) : null
  },
  async put(db, { subject, before }, { now }) {
    if (before === null)
      return 'A letter that was brought in stays, because case types can name it: change it instead'
    await saveTemplate(db, {
      code: subject,
      name: String(before['name']),
      channel: String(before['channel']),
      subject: textOf(before, 'subject'),
      records: textOf(before, 'what sending it records'),
      body: String(before['text']),
      now,
    })
    return { now: before }
  },
}

const textOf = (kept: NonNullable<Kept>, name: string): string | null => {
  const value = kept[name]
  return typeof value === 'string' ? value : null
}
