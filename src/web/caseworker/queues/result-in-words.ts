import { holderInWords } from '#web/caseworker/assignment/holder-in-words.ts'

type Line = {
  readonly kind: string
  readonly what: string | null
  readonly result: string
  readonly undone: string | null
  readonly why: string | null
  readonly team: string | null
  readonly person: string | null
}

type Words = {
  readonly heading: string
  readonly not: string
  readonly asItWas: string
  readonly closed: string
  readonly notAllowed: string
  readonly undone: string
  readonly changed: string
}

const assigned: Words = {
  heading: 'Cases assigned',
  not: 'Not assigned',
  asItWas: 'Was there already',
  closed: 'it is closed',
  notAllowed: 'the person may not work on this case',
  undone: 'Put back where it was',
  changed: 'Not put back: it has been moved or closed, or whoever had it may not work on it, since',
}

const words: Readonly<Record<string, Words>> = {
  assign: assigned,
  tag: {
    heading: 'Cases tagged',
    not: 'Not tagged',
    asItWas: 'Had the tag already',
    closed: 'it is closed',
    notAllowed: 'that is not possible',
    undone: 'Tag taken off again',
    changed: 'As it is: the tag has been taken off, or the case closed, since',
  },
  close: {
    heading: 'Cases closed',
    not: 'Not closed',
    asItWas: 'Was closed already',
    closed: 'it was closed already',
    notAllowed: 'it cannot end so',
    undone: 'Open again, as it was',
    changed: 'Not opened again: something has happened to it since',
  },
}

const wordsOf = (kind: string): Words => words[kind] ?? assigned

/** What was done to several cases, as the heading of a page. */
export const headingOf = (kind: string): string => wordsOf(kind).heading

/** What became of a case, as a sentence without its full stop. */
export function resultInWords(line: Line): string {
  const said = wordsOf(line.kind)
  if (line.undone !== null) return undoneInWords(line.undone, said)
  if (line.result === 'done') return doneInWords(line)
  if (line.result === 'as it was') return said.asItWas
  const reasons: Readonly<Record<string, string>> = {
    'not there': 'there is no such case that you may see',
    closed: said.closed,
    'not allowed': line.why ?? said.notAllowed,
  }
  return `${said.not}: ${reasons[line.result] ?? line.result}`
}

const undoneInWords = (undone: string, { undone: done, changed }: Words): string => {
  if (undone === 'done') return done
  return undone === 'changed since' ? changed : 'As it is: there is no such case that you may see'
}

const doneInWords = ({ kind, what, team, person }: Line): string => {
  if (kind === 'tag') return `Tagged: ${what ?? ''}`
  return kind === 'close' ? 'Closed' : holderInWords({ team, person, rule: null })
}
