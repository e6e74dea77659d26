import type { FastifyInstance, FastifyRequest } from 'fastify'
import { listAnswersToClear } from '#domain/clearance/index.ts'
import { findCase } from '#domain/notes/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { askOf } from '#web/page-routes.ts'
import { sendPage, visitorOf } from '#web/replies.ts'
import type { WebFace } from '#web/visitor.ts'
import { homeView } from './home.view.ts'
import type { FailedSearch, HomeWays } from './home.view.ts'

type Search = { Querystring: { CaseId?: string | string[] } }

/** Serves the page to land on, and the way from the number typed there to the case, or back with what is wrong. */
export const serveHome = (app: FastifyInstance, face: WebFace): void => {
  app.get('/', async (request, reply) =>
    sendPage(reply, 200, homeView(await waysFrom(face, request))),
  )
  app.get<Search>('/cases', async (request, reply) => {
    const sent = [request.query.CaseId].flat().at(-1)
    if (sent === undefined) return reply.redirect('/', 303)
    const typed = sent.trim()
    const reason = await reasonAgainst(face, request, typed)
    if (!reason) return reply.redirect(caseAddress(typed), 303)
    const ways = await waysFrom(face, request)
    return sendPage(reply, statuses[reason], homeView(ways, { typed, reason }))
  })
}

const waysFrom = async (face: WebFace, request: FastifyRequest): Promise<HomeWays> => {
  const permissions = visitorOf(request)?.actor.permissions
  const mayListRemedies = permissions?.has('case.remedy.list') ?? false
  if (!permissions?.has('case.answer.clear')) return { mayListRemedies, toClear: undefined }
  const { answers, hasMore } = await askOf(face, request)(listAnswersToClear, {})
  return { mayListRemedies, toClear: { count: answers.length, hasMore } }
}

const statuses = { missing: 422, 'no number': 422, unknown: 404 } as const

const reasons: ReadonlyMap<string, FailedSearch['reason']> = new Map([
  ['invalidInput', 'no number'],
  ['unknownCase', 'unknown'],
])

/** Why there is nothing to open; undefined where there is a case. */
const reasonAgainst = async (
  face: WebFace,
  request: FastifyRequest,
  typed: string,
): Promise<FailedSearch['reason'] | undefined> => {
  if (typed === '') return 'missing'
  try {
    await askOf(face, request)(findCase, { CaseId: typed })
    return undefined
  } catch (error) {
    const reason = error instanceof Refusal ? reasons.get(error.kind.name) : undefined
    if (!reason) throw error
    return reason
  }
}
