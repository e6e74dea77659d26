import { caseTypeVersion } from '#domain/case-types/index.ts'
import type { Procedure } from '#domain/procedures/index.ts'
import type { Reading } from '#platform/statement.ts'
import { getTypeOfLetters, letterTemplates, lettersOfPacks } from './template-queries.ts'
import type { LetterTemplate } from './template.ts'

/** A template that can be drafted for a case, and how near it is to its case type. */
export interface OfferedTemplate extends Pick<LetterTemplate, 'code' | 'name' | 'channel'> {
  /** Named by the procedure of its case type, or in a pack with it, or neither. */
  readonly nearness: 'procedure' | 'pack' | 'other'
}

/** Every template, those that the stages of the case's type name first, in their order. */
export async function templatesForCase(
  db: Reading,
  caseId: number,
): Promise<readonly OfferedTemplate[]> {
  const { name: caseType, procedure } = await caseTypeVersion(
    db,
    await getTypeOfLetters(db, { caseId }),
  )
  const [templates, ofPack] = await Promise.all([letterTemplates(db), lettersOfPacks(db, caseType)])
  const named = namedIn(procedure)
  const nearnessOf = (code: string) => {
    if (named.includes(code)) return 'procedure'
    return ofPack.has(code) ? 'pack' : 'other'
  }
  const place = ({ code }: LetterTemplate) => {
    const at = named.indexOf(code.toLowerCase())
    return at === -1 ? named.length : at
  }
  return templates
    .toSorted((one, other) => place(one) - place(other))
    .map(({ code, name, channel }) => ({
      code,
      name,
      channel,
      nearness: nearnessOf(code.toLowerCase()),
    }))
}

/** The codes of the letters that the stages of a procedure raise or ask for, in lower case. */
const namedIn = ({ tracks }: Procedure): readonly string[] =>
  tracks.flatMap(({ stages }) =>
    stages.flatMap(({ letters }) => letters.map(({ template }) => template.toLowerCase())),
  )
