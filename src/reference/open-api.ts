import { readFileSync } from 'node:fs'
import { downloadPath } from '#api/addresses/address.ts'
import type { Described } from './service.ts'
import { errorResponses, tokenPath } from './open-api-answers.ts'
import { parametersOf, requestBodyOf } from './open-api-parameters.ts'

type Json = Readonly<Record<string, unknown>>

/** The interface as an OpenAPI 3.1 document, for a server at an address. */
export const openApi = (services: readonly Described[], address: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Casewright, with the iCasework REST interface',
    description:
      'Names of parameters are matched without regard to letter case, and unknown ones are ignored. Errors carry their code and text in two headers; their body is a page that says nothing more.',
    version: programVersion(),
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: address }],
  security: [{ bearer: [] }, { accessToken: [] }, { key: [], signature: [] }],
  paths: {
    '/token': tokenPath,
    ...Object.fromEntries(
      services.map((service) => [
        pathOf(service),
        { [service.method.toLowerCase()]: operationOf(service) },
      ]),
    ),
  },
  components: { securitySchemes, parameters: commonParameters, headers: errorHeaders },
})

const programVersion = (): string => {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}

const pathOf = ({ word }: Described): string => (word === 'download' ? downloadPath : `/${word}`)

function operationOf(service: Described): Json {
  const { word, summary, isExtension, permission, errors } = service
  return {
    operationId: word,
    summary,
    description: `Permission: ${permission}.${isExtension ? ' An extension, which iCasework does not have.' : ''}`,
    ...(isExtension ? { 'x-casewright-extension': true } : {}),
    parameters: parametersOf(service),
    ...(service.method === 'POST' ? { requestBody: requestBodyOf(service) } : {}),
    responses: {
      '200': { description: 'Done.', content: contentOf(service) },
      ...errorResponses(errors),
    },
    // the address of a download holds a token of its own
    ...(word === 'download' ? { security: [{ accessToken: [] }] } : {}),
  }
}

function contentOf({ answer, answerKind }: Described): Json {
  const text = { schema: { type: 'string' } }
  if (answer) return { 'text/xml': text, 'application/json': { schema: answer } }
  if (answerKind === 'item') return { '*/*': { schema: {} } }
  const row = { type: 'object', additionalProperties: { type: 'string' } }
  const rows = { schema: { type: 'array', items: row } }
  return { 'text/xml': text, 'application/json': rows, 'text/csv': text }
}

const securitySchemes: Json = {
  bearer: { type: 'http', scheme: 'bearer' },
  accessToken: { type: 'apiKey', in: 'query', name: 'access_token' },
  key: { type: 'apiKey', in: 'query', name: 'Key' },
  signature: {
    type: 'apiKey',
    in: 'query',
    name: 'Signature',
    description: 'Hexadecimal MD5 of what the service signs, RequestDate as sent, and the secret.',
  },
}

const commonParameters: Json = {
  db: {
    name: 'db',
    in: 'query',
    description: 'The organisation, where neither host nor path names it.',
    schema: { type: 'string' },
  },
  format: {
    name: 'Format',
    in: 'query',
    description: 'The format of the answer; csv for reports only.',
    schema: { type: 'string', enum: ['xml', 'json', 'csv'], default: 'xml' },
  },
  requestDate: {
    name: 'RequestDate',
    in: 'query',
    description: 'A date or a date and time, signed exactly as sent.',
    schema: { type: 'string' },
  },
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Makes the call safe to repeat for 24 hours.',
    schema: { type: 'string' },
  },
}

const errorHeaders: Json = {
  code: {
    description: 'The code of the error.',
    schema: { type: 'string', pattern: '^[0-9]+$' },
  },
  info: { description: 'The text of the error.', schema: { type: 'string' } },
}
