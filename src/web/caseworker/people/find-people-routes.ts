import type { FastifyInstance } from 'fastify'
import { findPeople } from '#domain/search/index.ts'
import { shownPerson } from '#web/caseworker/search/shown-results.ts'
import { askOf } from '#web/page-routes.ts'
import { sendPage, visitorOf } from '#web/replies.ts'
import type { WebFace } from '#web/visitor.ts'
import { peopleAddress } from './addresses.ts'
import { findPeopleView } from './find-people.view.ts'

type Sent = { Querystring: { Text?: string | string[] } }

/** Serves the page on which people are found. */
export const serveFindPeople = (app: FastifyInstance, face: WebFace): void => {
  app.get<Sent>(peopleAddress, async (request, reply) => {
    const typed = ([request.query.Text].flat().at(-1) ?? '').slice(0, 200).trim()
    const mayAdd = visitorOf(request)?.actor.permissions.has('customer.update') ?? false
    if (typed === '')
      return sendPage(reply, 200, findPeopleView({ typed, mayAdd, people: undefined }))
    const { people, hasMore } = await askOf(face, request)(findPeople, { Text: typed })
    const shown = people.map(shownPerson)
    return sendPage(reply, 200, findPeopleView({ typed, mayAdd, people: shown, hasMore }))
  })
}
