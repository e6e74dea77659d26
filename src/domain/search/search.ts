import { listAccountsOfReference } from '#domain/accounts/index.ts'
import { caseTypeVersion } from '#domain/case-types/index.ts'
import { noCase } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { excerptOf } from './excerpt.ts'
import { filtersOf, searchParameters } from './filters.ts'
import { listFoundCases, listFoundPeople } from './queries.ts'

const mostCases = 50
const mostPeople = 10
const candidatePeople = 100
/** Some of what fits may be hidden from whoever asks. */
const candidates = { 'of all': 300, filtered: 3000 }

/**
 * Cases, people and accounts by whatever is known of them: exactly by references, phones, postcodes, e-mail; by words; by
 * names that look like what was typed. Each says by what it was found; only cases that the actor may know of.
 */
export const search = operation({
  name: 'search',
  summary: 'Search for cases, people and accounts',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case.view',
  parameters: searchParameters,
  errors: [],
  returns: 'content',
  examples: [
    { Text: 'Okafor' },
    { Text: 'window', CaseType: 'Complaint', State: 'open', TeamCode: 'HOUSING' },
  ],

  async handle({ input, db, actor }) {
    const sought = input.text.trim()
    const filters = await filtersOf(db, input)
    const isFiltered = Object.values(filters).some((value) => value !== null)
    const most = isFiltered ? candidates.filtered : candidates['of all']
    const people = await listFoundPeople(db, { text: sought, most: candidatePeople })
    const rows = await listFoundCases(db, {
      ...filters,
      text: sought,
      number: numberIn(sought),
      people: people.map(({ customerId, way }) => ({ customerId, way })),
      candidates: most,
      most: mostCases + 1,
    })
    const cases = await Promise.all(
      rows.slice(0, mostCases).map(async ({ caseTypeId, version, excerpt, ...row }) => ({
        ...row,
        caseType: (await caseTypeVersion(db, { caseTypeId, version })).label,
        excerpt: excerptOf(excerpt ?? ''),
      })),
    )
    const maySeePeople = actor.permissions.has('customer.view')
    const ofReference = { reference: sought, accountType: null }
    return {
      accounts: maySeePeople ? await listAccountsOfReference(db, ofReference) : [],
      cases,
      hasMoreCases: rows.length > mostCases,
      people: maySeePeople ? people.slice(0, mostPeople) : [],
      hasMorePeople: maySeePeople && people.length > mostPeople,
    }
  },
})

const numberIn = (sought: string): number | null => {
  const number = /^[0-9]{1,15}$/.test(sought) ? Number(sought) : noCase
  return number === noCase ? null : number
}
