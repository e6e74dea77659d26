import {
  mergeFields as fieldsWithMeaning,
  namesToMerge,
  readTemplate,
} from '#domain/letters/index.ts'
import type { Reader } from '#domain/procedure-reading/index.ts'
import type { PackLetter } from './pack.ts'

/** Reads a letter of a pack, which is written as `letter-template set` takes it. */
export const letterOf: Reader<PackLetter> = (value, path, faults) => {
  const read = readTemplate(String(value))
  if ('template' in read) {
    const { subject, records } = read.template
    return { ...read.template, subject: subject ?? '', records: records ?? '' }
  }
  for (const fault of read.faults) faults.add(path, `cannot be read: ${fault}`)
  return undefined
}

/** What can be merged into a letter beside a deadline of the case (`due.CODE`) and a field (`field.ID`). */
export const mergeFields: readonly string[] = Object.keys(fieldsWithMeaning)

/** The names that a letter has between double braces, each once. */
export const mergedIn = ({ subject, body }: PackLetter): readonly string[] =>
  namesToMerge(`${subject}\n${body}`)
