import type { Answer, AnswerContext, Content, RowStream } from '#kernel/answer.ts'
import type { Operation } from '#kernel/operation.ts'
import { contentDisposition } from '#platform/files/file-name.ts'
import { errorReply, jsonErrorReply } from './error-page.ts'
import { contentTypes } from './format.ts'
import type { Format } from './format.ts'
import { writeJson } from './json.ts'
import type { WireError } from './wire-error.ts'
import { writeXml } from './xml.ts'

/** What goes back over the wire. */
export interface WireReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer | NodeJS.ReadableStream
}

/** Writes what an operation returned, in the format asked for (contract 4). */
export function answerReply(
  { returns }: Operation,
  result: unknown,
  { format, context }: { readonly format: Format; readonly context: AnswerContext },
): WireReply {
  if (returns === 'content') return contentReply(result as Content)
  if (returns === 'stream') throw new Error('A stream of rows is opened before it is answered')
  const body =
    format === 'json'
      ? writeJson(returns.toJson(result, context))
      : writeXml(returns.toXml(result, context), {
          style: returns.layout ?? 'line',
          isStandalone: returns.isStandalone ?? false,
        })
  const type = format === 'json' ? 'json' : 'xml'
  return {
    status: 200,
    headers: { 'content-type': contentTypes[type], ...namedAs(returns, type) },
    body,
  }
}

/** Writes an error; an operation whose replies are named like a file names its errors too (contract 6.7). */
export function refusalReply(
  error: WireError,
  { operation, isJson }: { readonly operation?: Operation | undefined; readonly isJson: boolean },
): WireReply {
  const reply = isJson ? jsonErrorReply(error) : errorReply(error)
  const returns = operation?.returns
  if (!returns || typeof returns === 'string') return reply
  return { ...reply, headers: { ...reply.headers, ...namedAs(returns, 'xml') } }
}

/** Opens the rows and answers with them; throws where they cannot be had, before anything is sent. */
export async function streamReply(rows: RowStream, format: Format): Promise<WireReply> {
  const body = await rows.open(format)
  return { status: 200, headers: { 'content-type': contentTypes[format] }, body }
}

function contentReply({ mediaType, body, size, fileName }: Content): WireReply {
  const length: Record<string, string> = size === undefined ? {} : { 'content-length': `${size}` }
  const name: Record<string, string> =
    fileName === undefined
      ? {}
      : { 'content-disposition': contentDisposition('attachment', fileName) }
  const type = mediaTypePattern.test(mediaType) ? mediaType : 'application/octet-stream'
  return { status: 200, headers: { ...harmless, 'content-type': type, ...length, ...name }, body }
}

const mediaTypePattern = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+( *;[\x20-\x7e]*)?$/

/** What others wrote is neither guessed at nor run by a browser that opens it. */
const harmless = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
}

function namedAs({ fileName }: Answer<unknown>, extension: string): Record<string, string> {
  if (fileName === undefined) return {}
  return { 'content-disposition': `filename="${fileName}.${extension}"` }
}
