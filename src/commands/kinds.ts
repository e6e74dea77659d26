import { kind, type Kind } from '#kernel/kind.ts'
import { integer, text } from '#kernel/kinds.ts'

export { network } from '#domain/api-keys/index.ts'
export { emailAddress } from '#kernel/kinds.ts'

/** A word or words that are not empty. */
export const words: Kind<string> = kind({
  ...text({ max: 500 }),
  name: 'words',
  read(given) {
    const value = given.trim()
    if (value === '') return { fault: 'must not be empty' }
    return value.length > 500 ? { fault: 'must have 500 characters or fewer' } : { value }
  },
  bad: ['', '  '],
})

/** The path of a file. */
export const path: Kind<string> = kind({ ...words, name: 'path', read: (value) => ({ value }) })

/** A whole number, one or more. */
export const count = integer({ min: 1, max: 1_000_000 })

/** A case number, as a first one for an organisation or to look for. */
export const number = integer({ min: 1, max: Number.MAX_SAFE_INTEGER })

const fixedNames = new Set(['portal', 'uat', 'uatportal', 'second-factor'])

/** A name for a new organisation, as it stands in addresses (contract 1.1 (2) and (3)). */
export const newOrganisationName: Kind<string> = kind({
  name: 'organisation name',
  schema: { type: 'string' },
  read(value) {
    if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(value))
      return {
        fault:
          'must be lower-case letters, digits and hyphens, such as "demo", with no hyphen at either end',
      }
    if (fixedNames.has(value))
      return {
        fault: `is a fixed name in addresses; choose another than ${[...fixedNames].join(', ')}`,
      }
    return /(reports|portal)$/.test(value)
      ? { fault: 'ends in "reports" or "portal", which addresses use; choose another' }
      : { value }
  },
  good: ['demo', 'north-council', '7'],
  bad: ['Demo', '-demo', 'portal', 'uat', 'demoreports', 'demoportal', 'a'.repeat(64)],
})
