import { reply } from '#kernel/answer.ts'
import { chosen } from '#kernel/kind.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import type { Writing } from '#platform/statement.ts'
import type { BulkLine } from './bulk-queries.ts'
import { chosenCases, distinct } from './chosen.ts'
import { keepDone } from './kept.ts'
import { insertTags, lockChosen } from './tag-queries.ts'
import { tagNamed, writtenTag, type Tag } from './tag.ts'

/** Puts a tag, which is a value of the organisation's classifications, on several cases; keeps what became of each. */
export const tagCases = operation({
  name: 'tagcases',
  summary: 'Tag several cases',
  effect: 'write',
  permission: 'case.update',
  isWebOnly: true,
  parameters: { cases: chosenCases, tag: required(chosen(shortText), 'Tag') },
  errors: [],
  returns: reply<{ bulkChangeId: number }>('tagcasesresponse', { bulkChangeId: 'bulkchangeid' }),
  examples: [{ Case: '1001\n1002', Tag: 'Noise: Music' }],

  async handle({ input, db, actor, now, record }) {
    const tag = await tagNamed(db, input.tag)
    const lines = await tagAll(db, distinct(input.cases), { ...tag, author: actor.name, now })
    const done = { kind: 'tag', what: writtenTag(tag), lines } as const
    const { made, cases } = await keepDone(db, done, { actor, now })
    record(undefined, { ...made, cases })
    return made
  },
})

type Tagging = Tag & { readonly author: string; readonly now: Date }

async function tagAll(
  db: Writing,
  caseIds: readonly number[],
  tagging: Tagging,
): Promise<readonly BulkLine[]> {
  const there = new Map(
    (await lockChosen(db, { caseIds })).map(({ caseId, isClosed }) => [caseId, isClosed]),
  )
  const open = caseIds.filter((caseId) => there.get(caseId) === false)
  const tagged = new Set((await insertTags(db, { caseIds: open, ...tagging })).map(caseOf))
  return caseIds.map((caseId) => {
    const isClosed = there.get(caseId)
    if (isClosed === undefined) return { caseId, result: 'not there' }
    if (isClosed) return { caseId, result: 'closed' }
    return { caseId, result: tagged.has(caseId) ? 'done' : 'as it was' }
  })
}

const caseOf = ({ caseId }: { readonly caseId: number }): number => caseId
