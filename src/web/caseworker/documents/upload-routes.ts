import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { addFile, getUploadForm } from '#domain/filing/index.ts'
import { markedToken } from '#web/layout/csrf.ts'
import { formLapsedView } from '#web/layout/form-lapsed.view.ts'
import { askOf, leaveBanner, performForm, visitorIn } from '#web/page-routes.ts'
import { sendPage } from '#web/replies.ts'
import type { WebFace } from '#web/visitor.ts'
import { addDocumentsView } from './add-documents.view.ts'
import { documentsAddress, uploadAddress } from './addresses.ts'
import { receiveUpload, type Upload } from './receive-upload.ts'

const path = '/cases/:caseId/documents/new'

type OfCase = { Params: { readonly caseId: string } }

/** Serves the page on which documents are put on a case: the only one that takes in files. */
export const serveUpload = (app: FastifyInstance, face: WebFace): void => {
  app.register(async (inner) => {
    const { maxBytes } = face.door.outside.documents
    // what is too large is read to its end and answered, like the files beside it
    await inner.register(multipart, { throwFileSizeLimit: false, limits: { fileSize: maxBytes } })
    inner.get<OfCase>(path, (_request, reply) => draw(face, reply))
    inner.post<OfCase>(path, (request, reply) => take(face, request, reply))
  })
}

async function take(
  face: WebFace,
  request: FastifyRequest<OfCase>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { caseId: CaseId } = request.params
  // before anything is taken in: may they, and is there such a case?
  await askOf(face, request)(getUploadForm, { CaseId })
  const upload = await receiveUpload(face, request, ({ mediaType, size, ...file }, typed) => {
    const { Category, SelfServiceAccess } = typed
    const { name: Name, hash: Hash } = file
    const received = { CaseId, Name, Hash, Size: String(size), MimeType: mediaType }
    const sent = { ...received, Category, SelfServiceAccess }
    return performForm(face, request, { operation: addFile, typed, sent })
  })
  const isScript = request.headers.accept === 'application/json'
  if (!upload)
    return isScript ? reply.code(403).send({ files: [] }) : sendPage(reply, 403, formLapsedView())
  if (isScript) return reply.header('cache-control', 'no-store').send({ files: upload.files })
  if (upload.files.length === 0 || upload.files.some(({ isAdded }) => !isAdded))
    return draw(face, reply, upload)
  void leaveBanner(face, reply, newsOf(upload))
  return reply.redirect(documentsAddress(CaseId), 303)
}

const newsOf = ({ files }: Upload): string =>
  files.length === 1 ? (files[0]?.text ?? '') : `${files.length} documents added`

async function draw(face: WebFace, reply: FastifyReply, sent?: Upload): Promise<FastifyReply> {
  const { request } = reply
  const { caseId: CaseId } = request.params as OfCase['Params']
  const told = await askOf(face, request)(getUploadForm, { CaseId })
  const form = {
    action: uploadAddress(told.caseId),
    csrfToken: markedToken(visitorIn(request).csrfToken),
    typed: sent?.typed ?? {},
    flaws: sent ? flawsOf(sent) : [],
  }
  const added = sent?.files.filter(({ isAdded }) => isAdded).map(({ name }) => name) ?? []
  return sendPage(reply, sent ? 422 : 200, addDocumentsView({ ...told, added }, form))
}

const flawsOf = ({ files }: Upload) => {
  const messages =
    files.length === 0
      ? ['Choose a file']
      : files.filter(({ isAdded }) => !isAdded).map(({ text }) => text)
  return messages.map((message) => ({ parameter: 'Files', kind: 'invalid', message }) as const)
}
