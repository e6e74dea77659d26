import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findCase } from '#domain/notes/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { askOf } from '#web/page-routes.ts'
import { sendPage } from '#web/replies.ts'
import type { WebFace } from '#web/visitor.ts'
import { openCaseView } from './open-case.view.ts'
import type { FailedSearch } from './open-case.view.ts'

type Search = { Querystring: { CaseId?: string | string[] } }

/** Serves the way from a number that was typed to its case, or to a page that says what is wrong. */
export const serveOpenCase = (app: FastifyInstance, face: WebFace): void => {
  app.get<Search>('/cases', async (request, reply) => {
    const sent = [request.query.CaseId].flat().at(-1)
    if (sent === undefined) return reply.redirect('/', 303)
    const typed = sent.trim()
    const reason = await reasonAgainst(face, request, typed)
    if (!reason) return reply.redirect(caseAddress(typed), 303)
    return sendPage(reply, statuses[reason], openCaseView({ typed, reason }))
  })
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
