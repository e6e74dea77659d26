import { nations } from '#domain/calendar/index.ts'
import { movesUnder, toldMoves } from '#domain/recomputation/index.ts'
import { choice } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'

/** Which deadlines of open cases that the caller may know of move, were the organisation of another nation. */
export const previewNation = operation({
  name: 'previewnation',
  summary: 'Show which deadlines another nation moves',
  effect: 'read',
  permission: 'organisation.settings',
  isWebOnly: true,
  parameters: { nation: required(choice(...nations), 'Nation') },
  errors: [],
  returns: 'content',
  examples: [{ Nation: 'scotland' }],

  async handle({ input: { nation }, db, now }) {
    return toldMoves(await movesUnder(db, { instead: { nation }, now }))
  },
})
