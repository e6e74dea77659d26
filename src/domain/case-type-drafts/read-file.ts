import { parseCaseType, type CaseType } from '#domain/case-types/index.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'
import { flawed } from './errors.ts'

/** A definition as a file gives it. */
export interface FileRead {
  readonly definition: unknown
  readonly caseType: CaseType
}

/** Reads the text of a file with one case type; refuses with all faults of its form. */
export function readFile(text: string): FileRead {
  const definition = readJson(text)
  const parsed = parseCaseType(definition)
  if ('caseType' in parsed) return { definition, caseType: parsed.caseType }
  throw new Refusal(
    invalidInput,
    parsed.faults.map((message) => ({
      parameter: 'Definition',
      kind: 'invalid',
      message: message.startsWith('must ') ? `The file ${message}` : message,
    })),
  )
}

function readJson(text: string): unknown {
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) && read.length === 1 ? read[0] : read
  } catch {
    throw flawed('Definition', 'The file must be JSON, as the export of a case type gives it')
  }
}
