import { parametersOf, type Field } from '#domain/case-types/index.ts'
import type { Options } from '#domain/options/index.ts'
import { readDayFirst } from './day-first.ts'

/** What somebody has entered into a field of a form. */
export interface Answer {
  /** What the field is to hold: empty where it is cleared, and as it was sent where it does not fit. */
  readonly fresh: string
  /** Why it cannot be held so, to be said after the field's label. */
  readonly fault: string | undefined
}

/** Reads what a person has entered into a field, dates day first. */
export function readAnswer(field: Field, sent: string | undefined, options: Options): Answer {
  if (sent === undefined)
    return { fresh: '', fault: field.isRequired ? 'must be filled in' : undefined }
  const { read, fault } = readingOf(field.kind)
  const written = sent.replaceAll('\r\n', '\n')
  const found = parametersOf([field], options)[field.id]?.kind.read(read(written))
  if (found && 'value' in found) return { fresh: found.value, fault: undefined }
  return { fresh: written, fault: fault ?? found?.fault }
}

/** Dates are read day first, and what is wrong with one is said in the form in which pages ask for it. */
function readingOf(kind: Field['kind']) {
  if (kind === 'date')
    return { read: readDayFirst, fault: 'must be a real date, such as 21/5/2026' }
  if (kind === 'date-time')
    return { read: readDayFirst, fault: 'must be a date and time, such as 21/5/2026 14:30' }
  return { read: (text: string) => text, fault: undefined }
}
