import type { WireError } from './wire-error.ts'

/** The page that every error carries: not well-formed XML, on purpose (contract 4.4 (3)). */
export const errorPage = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Error Page</title></head>
<body><h1>Error Page</h1><p>The request could not be completed.<br>Check it & try again.</p></body></html>`

/** A reply without a stream: what goes to the caller when a service is refused. */
export interface ErrorReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Writes an error as the page with its two headers (contract 4.4). */
export function errorReply({ code, status, info }: WireError): ErrorReply {
  return {
    status,
    headers: {
      'x-application-error-code': String(code),
      'x-application-error-info': info,
      'content-type': 'text/html;charset=UTF-8',
    },
    body: errorPage,
  }
}

/** Writes an error as JSON, for organisations that chose it (contract 4.4 (4)); never for `token`. */
export function jsonErrorReply(error: WireError): ErrorReply {
  const { status, headers } = errorReply(error)
  return {
    status,
    headers: { ...headers, 'content-type': 'application/json;charset=UTF-8' },
    body: JSON.stringify({ error: { code: String(error.code), info: error.info } }),
  }
}
