import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a run of the tests counts; `unrun` are journeys for which there was no browser. */
export type Tallied = 'operation' | 'error' | 'statement' | 'page' | 'journey' | 'unrun'

const folder = process.env['CASEWRIGHT_TEST_TALLY']
const known = new Set<string>()

/** Notes that this was really tried; test files are processes of their own, so the notes are files. */
export function tally(kind: Tallied, name: string): void {
  const line = `${kind} ${name}`
  if (folder === undefined || known.has(line)) return
  known.add(line)
  appendFileSync(join(folder, `${process.pid}.txt`), `${line}\n`)
}

/** Reads what all processes of a run have noted in the folder. */
export function readTally(from: string): ReadonlySet<string> {
  const lines = readdirSync(from).flatMap((file) =>
    readFileSync(join(from, file), 'utf8').split('\n'),
  )
  return new Set(lines)
}
