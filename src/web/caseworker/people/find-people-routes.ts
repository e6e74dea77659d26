import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findPeople } from '#domain/search/index.ts'
import { shownPerson } from '#web/caseworker/search/shown-results.ts'
import { askOf, serveQuestion, visitorIn } from '#web/page-routes.ts'
import { sendPage } from '#web/replies.ts'
import type { WebFace } from '#web/visitor.ts'
import { peopleAddress } from './addresses.ts'
import { findPeopleView, type FoundPeople } from './find-people.view.ts'

/** Serves the page on which people are found. */
export const serveFindPeople = (app: FastifyInstance, face: WebFace): void => {
  app.get(peopleAddress, async (request, reply) => draw(request, reply))
  serveQuestion(app, face, {
    path: peopleAddress,
    async show(request, reply, { Text = '' }) {
      const typed = Text.slice(0, 200).trim()
      if (typed === '') return draw(request, reply)
      const { people, hasMore } = await askOf(face, request)(findPeople, { Text: typed })
      return draw(request, reply, { typed, people: people.map(shownPerson), hasMore })
    },
  })
}

const draw = (
  request: FastifyRequest,
  reply: FastifyReply,
  { typed = '', people, hasMore = false }: Partial<FoundPeople> = {},
): FastifyReply => {
  const { actor, csrfToken } = visitorIn(request)
  const mayAdd = actor.permissions.has('customer.update')
  const mayAddAccount = actor.permissions.has('account.update')
  const found = { typed, mayAdd, mayAddAccount, csrfToken, people, hasMore }
  return sendPage(reply, 200, findPeopleView(found))
}
