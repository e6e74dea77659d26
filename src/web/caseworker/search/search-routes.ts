import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { getOpenings } from '#domain/access/index.ts'
import { getSearchFilters, search } from '#domain/search/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Flaw } from '#kernel/refusal.ts'
import { breakGlassAddress } from '#web/caseworker/access/access-addresses.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import type { Ask, PathParts } from '#web/layout/form-page.ts'
import { askOf, serveQuestion, visitorIn } from '#web/page-routes.ts'
import { sendPage } from '#web/replies.ts'
import type { WebFace } from '#web/visitor.ts'
import { searchAddress } from './search-box.ts'
import { searchView, type Search } from './search.view.ts'
import { shownResults } from './shown-results.ts'

type Results = Awaited<ReturnType<(typeof search)['handle']>>

/** Serves what is found: results with filters, or at once the case whose number was typed. */
export const serveSearch = (app: FastifyInstance, face: WebFace): void => {
  app.get(searchAddress, async (request, reply) => draw(face, { request, reply }))
  serveQuestion(app, face, {
    path: searchAddress,
    async show(request, reply, typed) {
      const found = await find(askOf(face, request), typed)
      if ('flaws' in found) return draw(face, { request, reply }, { typed, ...found })
      const number = onlyNumber(found)
      if (number !== undefined) return reply.redirect(caseAddress(number), 303)
      const emergencyAddress = isNothing(found) ? await wayInEmergency(face, request) : undefined
      const results = shownResults(found)
      return draw(face, { request, reply }, { typed, results, emergencyAddress })
    },
  })
}

type Asked = { readonly request: FastifyRequest; readonly reply: FastifyReply }

async function draw(
  face: WebFace,
  { request, reply }: Asked,
  { typed = {}, flaws = [], results, emergencyAddress }: Partial<Search> = {},
): Promise<FastifyReply> {
  const filters = await askOf(face, request)(getSearchFilters, {})
  const { csrfToken } = visitorIn(request)
  const page = searchView({ filters, typed, flaws, csrfToken, results, emergencyAddress })
  return sendPage(reply, flaws.length > 0 ? 422 : 200, page)
}

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

const isNothing = ({ cases, people, accounts }: Results): boolean =>
  cases.length + people.length + accounts.length === 0

/** Where the reader may open a confidential case at once; undefined where they or their organisation may not. */
async function wayInEmergency(face: WebFace, request: FastifyRequest): Promise<string | undefined> {
  if (!visitorIn(request).actor.permissions.has('case.confidential.open')) return undefined
  const { isAllowed } = await askOf(face, request)(getOpenings, {})
  return isAllowed ? `${breakGlassAddress}/new` : undefined
}

/** The case whose number was typed, where nothing else fits. */
const onlyNumber = ({ cases, people, accounts }: Results): number | undefined => {
  const [only, ...others] = cases
  const isAlone = others.length + people.length + accounts.length === 0
  return only?.way === 'case number' && isAlone ? only.caseId : undefined
}
