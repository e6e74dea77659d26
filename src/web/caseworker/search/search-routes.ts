import type { FastifyInstance, FastifyRequest } from 'fastify'
import { getSearchFilters, search } from '#domain/search/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Flaw } from '#kernel/refusal.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import type { Ask, PathParts } from '#web/layout/form-page.ts'
import { askOf } from '#web/page-routes.ts'
import { sendPage } from '#web/replies.ts'
import type { WebFace } from '#web/visitor.ts'
import { searchAddress } from './search-box.ts'
import { searchView } from './search.view.ts'
import { shownResults } from './shown-results.ts'

type Sent = { Querystring: Readonly<Record<string, string | string[]>> }
type Results = Awaited<ReturnType<(typeof search)['handle']>>

/** Serves what is found: results with filters, or at once the case whose number was typed. */
export const serveSearch = (app: FastifyInstance, face: WebFace): void => {
  app.get<Sent>(searchAddress, async (request, reply) => {
    const typed = typedIn(request)
    const ask = askOf(face, request)
    const filters = await ask(getSearchFilters, {})
    if (Object.keys(typed).length === 0)
      return sendPage(reply, 200, searchView({ filters, typed, flaws: [], results: undefined }))
    const found = await find(ask, typed)
    if ('flaws' in found)
      return sendPage(reply, 422, searchView({ filters, typed, ...found, results: undefined }))
    const number = onlyNumber(found)
    if (number !== undefined) return reply.redirect(caseAddress(number), 303)
    const results = shownResults(found)
    return sendPage(reply, 200, searchView({ filters, typed, flaws: [], results }))
  })
}

const typedIn = ({ query }: FastifyRequest<Sent>): PathParts =>
  Object.fromEntries(
    Object.entries(query).map(([name, sent]) => [name, [sent].flat().at(-1) ?? '']),
  )

async function find(
  ask: Ask,
  typed: PathParts,
): Promise<Results | { readonly flaws: readonly Flaw[] }> {
  try {
    return await ask(search, typed)
  } catch (error) {
    if (error instanceof Refusal && error.kind.name === 'invalidInput')
      return { flaws: error.flaws }
    throw error
  }
}

/** The case whose number was typed, where nothing else fits. */
const onlyNumber = ({ cases, people }: Results): number | undefined => {
  const [only, ...others] = cases
  const isAlone = others.length === 0 && people.length === 0
  return only?.way === 'case number' && isAlone ? only.caseId : undefined
}
