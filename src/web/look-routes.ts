import type { FastifyInstance, FastifyRequest } from 'fastify'
import { organisationsByName } from '#domain/organisations/index.ts'
import { lastingHeaders } from './layout/assets.ts'
import { addressOfLook, styleOf } from './layout/look.ts'
import { sendNotFound } from './replies.ts'
import type { WebFace } from './visitor.ts'

type Named = { Params: { organisation: string; mark: string } }

/** Serves how organisations look, also to those who have not signed in yet. */
export const serveLooks = (app: FastifyInstance, face: WebFace): void => {
  app.get<Named>('/look/:organisation/:mark/look.css', async (request, reply) => {
    const found = await organisationLooking(face, request)
    if (!found) return sendNotFound(request, reply)
    return reply.headers(lastingHeaders('text/css; charset=utf-8')).send(styleOf(found.look))
  })
  app.get<Named>('/look/:organisation/:mark/logo', async (request, reply) => {
    const found = await organisationLooking(face, request)
    const { store } = face.door.outside.documents
    const content =
      found?.look.logo && (await store.open(found.organisationId, found.look.logo.content))
    if (!content) return sendNotFound(request, reply)
    const headers = lastingHeaders(found.look.logo.mediaType)
    return reply
      .headers({ ...headers, 'content-security-policy': "default-src 'none'; sandbox" })
      .send(content)
  })
}

/** The organisation that looks so now. */
async function organisationLooking(face: WebFace, { params }: FastifyRequest<Named>) {
  const found = (await organisationsByName(face.door.database)).get(params.organisation)
  const address = `/look/${params.organisation}/${params.mark}`
  return found && addressOfLook(found.name, found.look) === address ? found : undefined
}
