import { operation } from '#kernel/operation.ts'
import { chosenCases, distinct } from './chosen.ts'
import { listCasesToTag } from './tag-queries.ts'
import { listTags, tagInWords } from './tag.ts'

/** The cases that were chosen with the tags that they have, and the tags that there are. */
export const getCasesToTag = operation({
  name: 'getcasestotag',
  summary: 'Show cases that can be tagged at once',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case.update',
  parameters: { cases: chosenCases },
  errors: [],
  returns: 'content',
  examples: [{ Case: '1001\n1002' }],

  async handle({ input, db }) {
    const caseIds = distinct(input.cases)
    const [cases, tags] = await Promise.all([listCasesToTag(db, { caseIds }), listTags(db)])
    return { cases, tags: tags.map(tagInWords) }
  },
})
