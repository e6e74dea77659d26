import { answeredErrors, type AnsweredError } from './answered-errors.ts'

type Json = Readonly<Record<string, unknown>>

/** The responses of a service by status: the errors of each, and where their code and text stand. */
export function errorResponses(errors: readonly AnsweredError[]): Json {
  const statuses = [...new Set(errors.map(({ status }) => status))].toSorted((a, b) => a - b)
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: errors
          .filter((error) => error.status === status)
          .map(({ code, info, when }) => `${code} ${info} (${when})`)
          .join('\n'),
        headers: {
          'X-Application-Error-Code': { $ref: '#/components/headers/code' },
          'X-Application-Error-Info': { $ref: '#/components/headers/info' },
        },
        content: { 'text/html': { schema: { type: 'string' } } },
      },
    ]),
  )
}

const granted = {
  type: 'object',
  properties: {
    access_token: { type: 'string' },
    token_type: { type: 'string', const: 'Bearer' },
    expires_in: { type: 'integer' },
  },
  required: ['access_token', 'token_type', 'expires_in'],
}

const grant = {
  type: 'object',
  properties: {
    grant_type: { type: 'string', const: 'urn:ietf:params:oauth:grant-type:jwt-bearer' },
    assertion: { type: 'string', description: 'A JWT signed HS256 with the secret.' },
  },
  required: ['grant_type', 'assertion'],
}

/** The service that exchanges a signed JWT for a token (contract 3.3). */
export const tokenPath: Json = {
  post: {
    operationId: 'token',
    summary: 'Exchange a signed JWT for a token',
    security: [],
    parameters: [{ $ref: '#/components/parameters/db' }],
    requestBody: {
      required: true,
      content: { 'application/x-www-form-urlencoded': { schema: grant } },
    },
    responses: {
      '200': {
        description: 'A token for one hour.',
        content: { 'application/json': { schema: granted } },
      },
      ...errorResponses(answeredErrors('token', undefined)),
    },
  },
}
