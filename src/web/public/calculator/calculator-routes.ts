import type { FastifyInstance } from 'fastify'
import { writeLocalDate } from '#platform/local-time.ts'
import type { Typed } from '#web/layout/form-page.ts'
import { unreadableView } from '#web/layout/unreadable.view.ts'
import { sendPage } from '#web/replies.ts'
import type { WebFace } from '#web/visitor.ts'
import { answerAddress, calculatorAddress, hasIdleFields } from './address.ts'
import { calculate } from './calculate.ts'
import { calculatorView } from './calculator.view.ts'
import { keptDaysOf } from './kept-days.ts'

type Sent = { Querystring: Readonly<Record<string, string | string[]>> }

/** Forty events with every field of theirs stay well below it. */
const longestAddress = 16_000

/** Serves the calculator to everyone; an answer goes on to an address that holds what was filled in. */
export const serveCalculator = (app: FastifyInstance, face: WebFace): void => {
  app.get<Sent>(calculatorAddress, async (request, reply) => {
    if (request.url.length > longestAddress) return sendPage(reply, 414, unreadableView())
    const typed = typedIn(request.query)
    const today = writeLocalDate(face.door.clock.now())
    const calculation = calculate(typed, today, await keptDaysOf(face, request))
    if (calculation.answer && hasIdleFields(typed)) return reply.redirect(answerAddress(typed), 303)
    return sendPage(reply, calculation.flaws.length > 0 ? 422 : 200, calculatorView(calculation))
  })
}

/** Of a field that was sent twice the last counts. */
const typedIn = (query: Sent['Querystring']): Typed =>
  Object.fromEntries(Object.entries(query).map(([name, sent]) => [name, [sent].flat().at(-1)]))
