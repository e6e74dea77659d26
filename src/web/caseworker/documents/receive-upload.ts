import type { Multipart, MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { receiveFile } from '#domain/filing/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Typed } from '#web/layout/form-page.ts'
import { sizeInWords } from '#platform/files/size-in-words.ts'
import { isFromOurForm, visitorIn } from '#web/page-routes.ts'
import type { WebFace } from '#web/visitor.ts'

type Received = Exclude<Awaited<ReturnType<typeof receiveFile>>, string>

/** What became of one file, in words for whoever sent it. */
export type FileAnswer = {
  readonly name: string
  readonly isAdded: boolean
  readonly text: string
}

/** What was sent with files: what was typed, and what became of each file, in the order in which they came. */
export type Upload = { readonly typed: Typed; readonly files: readonly FileAnswer[] }

/** Keeps one file that has been received, with what was typed before it. */
export type Keep = (file: Received, typed: Typed) => Promise<unknown>

/**
 * Takes in files one after another as they arrive, and keeps each at once. A form lists its files last, so that
 * what was typed, its token first of all, is known before them. Undefined where the form is not one of ours:
 * then nothing of it is kept.
 */
export async function receiveUpload(
  face: WebFace,
  request: FastifyRequest,
  keep: Keep,
): Promise<Upload | undefined> {
  const typed: Record<string, string> = {}
  const files: FileAnswer[] = []
  for await (const part of partsOf(request)) {
    if (part.type === 'field') typed[part.fieldname] = String(part.value)
    // a browser gives an empty name where nothing was chosen, a program may give none at all
    else if (!part.filename || !isFromOurForm(face, request, typed)) part.file.resume()
    else files.push(await answerFor(face, request, { part, typed, keep }))
  }
  return isFromOurForm(face, request, typed) ? { typed, files } : undefined
}

// a sender who breaks off, or writes what no browser does, is no fault of ours
async function* partsOf(request: FastifyRequest): AsyncGenerator<Multipart> {
  try {
    yield* request.parts()
  } catch (error) {
    throw notWhole(error)
  }
}

const notWhole = (cause: unknown): Error =>
  Object.assign(new Error('the form did not arrive whole', { cause }), { statusCode: 400 })

interface Arriving {
  readonly part: MultipartFile
  readonly typed: Typed
  readonly keep: Keep
}

async function answerFor(
  face: WebFace,
  request: FastifyRequest,
  { part, typed, keep }: Arriving,
): Promise<FileAnswer> {
  const { documents } = face.door.outside
  const { organisationId } = visitorIn(request).actor
  const { filename: name, file: content } = part
  const not = (why: string): FileAnswer => ({
    name,
    isAdded: false,
    text: `${name} ${why}`,
  })
  const isCut = () => content.truncated
  const received = await receiveFile(documents, organisationId, { name, content, isCut }).catch(
    (error: unknown) => {
      throw content.errored ? notWhole(error) : error
    },
  )
  if (received === 'empty') return not('is empty')
  if (received === 'too large') return not(`must be ${sizeInWords(documents.maxBytes)} or smaller`)
  try {
    await keep(received, typed)
    return { name, isAdded: true, text: `${name} added` }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return not(`was not added: ${(error.flaws[0] ?? error.kind).message}`)
  }
}
