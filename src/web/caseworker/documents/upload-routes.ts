import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { markedToken } from '#web/layout/csrf.ts'
import { formLapsedView } from '#web/layout/form-lapsed.view.ts'
import type { PathParts } from '#web/layout/form-page.ts'
import { askOf, forgetBanner, leaveBanner, performForm, visitorIn } from '#web/page-routes.ts'
import { sendPage } from '#web/replies.ts'
import type { WebFace } from '#web/visitor.ts'
import { receiveUpload, type Upload } from './receive-upload.ts'
import type { UploadPage } from './upload-pages.ts'

/** Serves the pages with forms that carry files: the only ones that take any in. */
export const serveUpload = (
  app: FastifyInstance,
  face: WebFace,
  pages: readonly UploadPage[],
): void => {
  app.register(async (inner) => {
    const { maxBytes } = face.door.outside.documents
    // what is too large is read to its end and answered, like the files beside it
    await inner.register(multipart, { throwFileSizeLimit: false, limits: { fileSize: maxBytes } })
    for (const page of pages) {
      inner.get(page.path, (_request, reply) => draw({ face, page, reply }))
      inner.post(page.path, (_request, reply) => take({ face, page, reply }))
    }
  })
}

interface Serving {
  readonly face: WebFace
  readonly page: UploadPage
  readonly reply: FastifyReply
}

const partsOf = ({ params }: FastifyRequest): PathParts => params as PathParts

async function take(serving: Serving): Promise<FastifyReply> {
  const { face, page, reply } = serving
  const { request } = reply
  const parts = partsOf(request)
  // before anything is taken in: may they, and is there such a case?
  await page.look(askOf(face, request), parts)
  const upload = await receiveUpload(face, request, ({ mediaType, size, ...file }, typed) => {
    const { name: Name, hash: Hash } = file
    const received = { Name, Hash, Size: String(size), MimeType: mediaType }
    const { Category, SelfServiceAccess } = typed
    const sent = { ...parts, ...received, Category, SelfServiceAccess }
    return performForm(face, request, { operation: page.operation, typed, sent })
  })
  const isScript = request.headers.accept === 'application/json'
  if (!upload)
    return isScript ? reply.code(403).send({ files: [] }) : sendPage(reply, 403, formLapsedView())
  if (isScript) return reply.header('cache-control', 'no-store').send({ files: upload.files })
  if (upload.files.length === 0 || upload.files.some(({ isAdded }) => !isAdded))
    return draw(serving, upload)
  void leaveBanner(face, reply, newsOf(upload))
  return reply.redirect(page.next(parts), 303)
}

const newsOf = ({ files }: Upload): string =>
  files.length === 1 ? (files[0]?.text ?? '') : `${files.length} documents added`

async function draw({ face, page, reply }: Serving, sent?: Upload): Promise<FastifyReply> {
  const { request } = reply
  const look = await page.look(askOf(face, request), partsOf(request))
  const form = {
    action: request.url,
    csrfToken: markedToken(visitorIn(request).csrfToken),
    typed: sent?.typed ?? {},
    flaws: sent ? flawsOf(sent) : [],
  }
  const added = sent?.files.filter(({ isAdded }) => isAdded).map(({ name }) => name) ?? []
  const banner = sent ? undefined : forgetBanner(face, reply)
  return sendPage(reply, sent ? 422 : 200, look(form, { added, banner }))
}

const flawsOf = ({ files }: Upload) => {
  const messages =
    files.length === 0
      ? ['Choose a file']
      : files.filter(({ isAdded }) => !isAdded).map(({ text }) => text)
  return messages.map((message) => ({ parameter: 'Files', kind: 'invalid', message }) as const)
}
