import { isObject } from '#domain/procedure-reading/index.ts'
import type { Pack } from './pack.ts'

/** Which of the organisation's teams stands for each team of a pack. */
export type TeamMap = Readonly<Record<string, string>>

const mapped = (teams: TeamMap, code: unknown): unknown => {
  if (typeof code !== 'string') return code
  const found = Object.entries(teams).find(([own]) => own.toLowerCase() === code.toLowerCase())
  return found?.[1] ?? code
}

/** A definition with the organisation's own teams in place of the pack's. */
function definitionFor(teams: TeamMap, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => definitionFor(teams, each))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (name === 'team' || name === 'queue') return [name, mapped(teams, member)]
      if (name === 'assignment' && Array.isArray(member))
        return [name, member.map((rule) => assignmentFor(teams, rule))]
      return [name, definitionFor(teams, member)]
    }),
  )
}

/** A rule of assignment may name its team alone. */
function assignmentFor(teams: TeamMap, rule: unknown): unknown {
  if (!isObject(rule)) return rule
  const to = typeof rule['to'] === 'string' ? mapped(teams, rule['to']) : rule['to']
  return definitionFor(teams, { ...rule, to })
}

/** A pack as it is meant for an organisation: with its teams. */
export const packFor = (teams: TeamMap, pack: Pack): Pack => ({
  ...pack,
  caseTypes: pack.caseTypes.map(({ name, definition }) => ({
    name,
    definition: definitionFor(teams, definition),
  })),
})
