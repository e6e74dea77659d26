import { getPerson } from '#domain/customers/index.ts'
import { operation } from '#kernel/operation.ts'
import { unknownMerge } from './errors.ts'
import { fieldsToPutBack } from './merge-field.ts'
import { mergeSought } from './merge.ts'
import { findMerge } from './queries.ts'

/** A merge, and what taking the records apart would put back. */
export const getMerge = operation({
  name: 'getmerge',
  summary: 'Show a merge of two records',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'customer.update',
  parameters: { merge: mergeSought },
  errors: [unknownMerge],
  returns: 'content',
  examples: [{ Merge: '3401' }],

  async handle({ input: { merge: mergeId }, db, refuse }) {
    const merge = await findMerge(db, { mergeId })
    if (!merge) throw refuse(unknownMerge)
    const { fields, ...told } = merge
    const [kept, merged] = [await getPerson(db, merge.kept), await getPerson(db, merge.merged)]
    const back = Object.keys(fieldsToPutBack(fields, { ...kept }))
    return {
      ...told,
      kept,
      merged,
      /** The columns that are put back, and those that somebody has changed since. */
      back: back.filter((column) => column !== 'further'),
      stays: Object.keys(fields).filter((column) => column !== 'further' && !back.includes(column)),
    }
  },
})
