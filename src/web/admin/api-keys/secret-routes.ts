import type { FastifyInstance } from 'fastify'
import { showApiKeySecret } from '#domain/api-keys/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import { askOf, serveQuestion } from '#web/page-routes.ts'
import { sendPage } from '#web/replies.ts'
import type { WebFace } from '#web/visitor.ts'
import { apiKeyAddress, apiKeysAddress } from './addresses.ts'
import { secretGoneView } from './secret-gone.view.ts'
import { secretView } from './secret.view.ts'

/** Serves the secret of a key to whoever made it: once, and as the answer to a form, so that it stands in no address. */
export const serveSecret = (app: FastifyInstance, face: WebFace): void =>
  serveQuestion(app, face, {
    path: `${apiKeysAddress}/:apiKey/secret`,
    async show(request, reply) {
      const { apiKey = '' } = request.params as { apiKey?: string }
      const address = apiKeyAddress(apiKey)
      try {
        const shown = await askOf(face, request)(showApiKeySecret, { ApiKey: apiKey })
        return sendPage(reply, 200, secretView({ ...shown, address }))
      } catch (error) {
        if (!(error instanceof Refusal) || error.kind.name !== 'secretShown') throw error
        return sendPage(reply, 422, secretGoneView({ address }))
      }
    },
  })
