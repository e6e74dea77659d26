import { holderInWords } from '#web/caseworker/assignment/holder-in-words.ts'

type Line = {
  readonly result: string
  readonly undone: string | null
  readonly team: string | null
  readonly person: string | null
}

const results: Readonly<Record<string, string>> = {
  'as it was': 'Was there already',
  'not there': 'Not assigned: there is no such case that you may see',
  closed: 'Not assigned: it is closed',
  'not allowed': 'Not assigned: the person may not work on this case',
}

const undoings: Readonly<Record<string, string>> = {
  done: 'Put back where it was',
  'not there': 'Not put back: there is no such case that you may see',
  'changed since': 'Not put back: it has been moved or closed since',
}

/** What became of a case, as a sentence without its full stop. */
export function resultInWords({ result, undone, team, person }: Line): string {
  if (undone !== null) return undoings[undone] ?? undone
  return result === 'done'
    ? holderInWords({ team, person, rule: null })
    : (results[result] ?? result)
}
