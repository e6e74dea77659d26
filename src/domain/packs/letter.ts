import { objectOf, textLike, textOf, wordOf, type Reader } from '#domain/procedures/index.ts'
import type { PackLetter } from './pack.ts'

const codeOf = textLike(
  /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/,
  'must be letters, digits, hyphens and underscores, 60 at most',
)
const headOf = objectOf(
  { Code: codeOf, Name: textOf, Channel: wordOf(['email', 'letter']), Subject: textOf },
  'Code',
  'Name',
  'Channel',
  'Subject',
)

/**
 * Reads a letter: lines such as `Code: HO-ACK` for its code, name, channel and subject, an empty line, and its
 * text.
 */
export const letterOf: Reader<PackLetter> = (value, path, faults) => {
  const [head = '', ...paragraphs] = String(value)
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n{2,}/)
  const lines = head.split('\n').map((line) => line.split(/:\s*(.*)/))
  const read = headOf(Object.fromEntries(lines), path, faults)
  const body = paragraphs.join('\n\n')
  if (body === '') faults.add(path, 'has no text below its first empty line')
  if (read?.Code === undefined || read.Name === undefined) return undefined
  const { Code: code, Name: name, Channel: channel = 'letter', Subject: subject = '' } = read
  return { code, name, channel, subject, body }
}

/** What can be merged into a letter beside a deadline of the case (`due.CODE`) and a field (`field.ID`). */
export const mergeFields = [
  'case.reference',
  'case.label',
  'case.type',
  'case.receivedOn',
  'customer.name',
  'officer.name',
  'team.name',
  'organisation.name',
  'today',
] as const

/** The names that a letter has between double braces, each once. */
export const mergedIn = ({ subject, body }: PackLetter): readonly string[] => [
  ...new Set(
    [...`${subject}\n${body}`.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name]) => name ?? ''),
  ),
]
