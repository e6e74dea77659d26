import { isMergeField, namesToMerge } from './merge.ts'

/** A letter or e-mail that can be written, with merge fields between double braces. */
export interface LetterTemplate {
  readonly code: string
  readonly name: string
  readonly channel: 'email' | 'letter'
  readonly subject: string | null
  /** What its sending records on the clock of the case. */
  readonly records: string | null
  readonly body: string
}

const codeOf = /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/
const channels = ['email', 'letter'] as const
const eventOf = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/
const known = new Set(['Code', 'Name', 'Channel', 'Subject', 'Records'])

/** A template, or everything that is wrong with the text that it was to be read from. */
export type ReadTemplate =
  { readonly template: LetterTemplate } | { readonly faults: readonly string[] }

/**
 * Reads a template: lines such as `Code: ACK` for its code, name, channel, subject and what its sending
 * records, an empty line, and its text.
 */
export function readTemplate(file: string): ReadTemplate {
  const [head = '', ...paragraphs] = file
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n{2,}/)
  const lines = head.split('\n').map((line) => /^([^:]*):\s*(.*)$/.exec(line)?.slice(1) ?? [line])
  const given = new Map(lines.map(([name = '', value = '']) => [name.trim(), value.trim()]))
  const body = paragraphs.join('\n\n')
  const text = (name: string): string => given.get(name) ?? ''
  const channel = given.get('Channel') ?? 'letter'
  const read = {
    code: text('Code'),
    name: text('Name'),
    subject: text('Subject') || null,
    records: text('Records') || null,
    body,
  }
  const faults = [...unknownHeads([...given.keys()]), ...faultsOf(read)]
  if (!isChannel(channel)) return { faults: [...faults, 'Channel must be email or letter'] }
  return faults.length > 0 ? { faults } : { template: { ...read, channel } }
}

const unknownHeads = (heads: readonly string[]): readonly string[] =>
  heads
    .filter((each) => !known.has(each))
    .map((each) => `${each} is not known: the lines at its head are ${[...known].join(', ')}`)

function faultsOf({ code, name, subject, records, body }: Omit<LetterTemplate, 'channel'>) {
  const faults: readonly (readonly [boolean, string])[] = [
    [!codeOf.test(code), 'Code must be letters, digits, hyphens and underscores'],
    [name === '', 'Name is missing'],
    [
      records !== null && !eventOf.test(records),
      'Records must be the name of an event, such as acknowledged',
    ],
    [body === '', 'The text is missing below the first empty line'],
  ]
  return [
    ...faults.flatMap(([isSo, fault]) => (isSo ? [fault] : [])),
    ...unknownFields(`${subject ?? ''}\n${body}`),
  ]
}

const isChannel = (text: string): text is LetterTemplate['channel'] =>
  channels.some((channel) => channel === text)

/** What a text has between double braces and no letter knows, each in a sentence. */
export const unknownFields = (text: string): readonly string[] =>
  namesToMerge(text)
    .filter((name) => !isMergeField(name))
    .map((name) => `{{${name}}} is not a merge field`)

/** A template as a file that `readTemplate` reads. */
export const writeTemplate = ({
  code,
  name,
  channel,
  subject,
  records,
  body,
}: LetterTemplate): string =>
  [
    `Code: ${code}`,
    `Name: ${name}`,
    `Channel: ${channel}`,
    ...(subject === null ? [] : [`Subject: ${subject}`]),
    ...(records === null ? [] : [`Records: ${records}`]),
    '',
    body,
  ].join('\n')
