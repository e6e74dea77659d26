import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { getCustomer } from '#domain/customers/index.ts'
import { notPermitted, Refusal, type Flaw } from '#kernel/refusal.ts'
import { mergeAddress } from '#web/caseworker/people-merging/addresses.ts'
import type { PathParts } from '#web/layout/form-page.ts'
import { askOf, serveQuestion, visitorIn } from '#web/page-routes.ts'
import { sendPage } from '#web/replies.ts'
import type { WebFace } from '#web/visitor.ts'
import { peopleAddress, personAddress } from './addresses.ts'
import { comparePeopleView } from './compare-people.view.ts'
import { findPeopleView } from './find-people.view.ts'
import { nobodySought, nothingTyped, peopleFor, type Found } from './finder.ts'
import { nameOf } from './shown-person.ts'

type Drawing = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly found: Found
  readonly flaws: readonly Flaw[]
}

interface Finding {
  readonly path: string
  readonly draw: (face: WebFace, drawing: Drawing) => Promise<FastifyReply>
}

/** Serves the pages on which people are found: to see them, and to compare one with another. */
export const serveFindPeople = (app: FastifyInstance, face: WebFace): void => {
  for (const { path, draw } of [
    { path: peopleAddress, draw: drawPeople },
    { path: '/people/:person/compare', draw: drawComparing },
  ] satisfies readonly Finding[]) {
    app.get(path, (request, reply) =>
      draw(face, { request, reply, found: nobodySought, flaws: [] }),
    )
    serveQuestion(app, face, {
      path,
      async show(request, reply, { Text = '' }) {
        const found = await peopleFor(askOf(face, request), Text)
        const flaws = found.sought === '' ? [nothingTyped] : []
        return draw(face, { request, reply, found, flaws })
      },
    })
  }
}

const formFor = ({ request, flaws }: Drawing) => ({
  action: request.url,
  csrfToken: visitorIn(request).csrfToken,
  typed: {},
  flaws,
})

const statusFor = ({ flaws }: Drawing): number => (flaws.length > 0 ? 422 : 200)

async function drawPeople(_face: WebFace, drawing: Drawing): Promise<FastifyReply> {
  const { permissions } = visitorIn(drawing.request).actor
  const model = {
    ...drawing.found,
    mayAdd: permissions.has('customer.update'),
    mayAddAccount: permissions.has('account.update'),
  }
  return sendPage(drawing.reply, statusFor(drawing), findPeopleView(model, formFor(drawing)))
}

async function drawComparing(face: WebFace, drawing: Drawing): Promise<FastifyReply> {
  const { request, reply, found } = drawing
  const told = await askOf(face, request)(getCustomer, request.params as PathParts)
  if (!told.mayUpdate) throw new Refusal(notPermitted)
  const { customerId } = told
  const page = comparePeopleView(
    {
      ...found,
      people: found.people?.filter((person) => person.customerId !== customerId),
      name: nameOf(told),
      address: personAddress(customerId),
      wayTo: (other) => mergeAddress(customerId, other.customerId),
    },
    formFor(drawing),
  )
  return sendPage(reply, statusFor(drawing), page)
}
