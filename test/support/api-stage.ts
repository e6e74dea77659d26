import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import Fastify, {
  type FastifyInstance,
  type InjectOptions,
  type LightMyRequestResponse,
} from 'fastify'
import type { ApiSettings } from '#api/api-world.ts'
import { errorPage } from '#api/answering/error-page.ts'
import { api } from '#api/plugin.ts'
import { defaultSettings, organisationsByName } from '#domain/organisations/index.ts'
import type { Operation } from '#kernel/operation.ts'
import type { DocumentAccess } from '#platform/outside.ts'
import { silentLog } from '#platform/log.ts'
import { fixture, fixtureKey, pairs, type Fixture } from '#test/fixture.ts'
import { tallyError } from '#test/tally/errors.ts'

/** What a request may hold on this stage. */
export const stageLimits = {
  parameters: 50,
  nameLength: 100,
  xmlDepth: 5,
  jsonDepth: 5,
  bodyLength: 100_000,
}

/** The header of a form. */
export const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** The fixture with the REST face before it. */
export interface ApiStage extends Fixture {
  readonly server: FastifyInstance
  send(options: InjectOptions): Promise<LightMyRequestResponse>
  /** Gets a token for the pair that works from anywhere. */
  token(): Promise<string>
  /** Changes what the organisation has decided, and waits until it counts. */
  decide(settings: Readonly<Record<string, boolean>>): Promise<void>
  /** How many notes have this text. */
  notesWith(text: string): Promise<unknown>
}

/** What the REST face is given on the stage. */
export function stageSettings(stage: Fixture, operations: readonly Operation[]): ApiSettings {
  return {
    door: stage.door,
    operations,
    log: silentLog,
    masterKey: fixtureKey,
    sealingKey: fixtureKey,
    domains: ['icasework.com'],
    trustedProxies: ['10.0.0.1'],
    tokenAudiences: [],
    limits: stageLimits,
  }
}

interface Staging extends Pick<DocumentAccess, 'lookup'> {
  readonly server?: FastifyInstance
}

/** Builds the stage with the operations given, on a server of Fastify's own making unless another is given. */
export async function apiStage(
  operations: readonly Operation[],
  { server = Fastify({ routerOptions: { maxParamLength: 1000 } }), ...more }: Staging = {},
): Promise<ApiStage> {
  const stage = await fixture(more)
  await server.register(api, stageSettings(stage, operations))
  const send: ApiStage['send'] = async (options) => {
    const reply = await server.inject(options)
    tallyError(reply)
    return reply
  }
  return Object.freeze<ApiStage>({
    ...stage,
    server,
    send,
    async token() {
      const reply = await askToken({ send }, strictAssertion, 'uat.icasework.com')
      return (JSON.parse(reply.body) as { access_token: string }).access_token
    },
    decide: (settings) => decide(stage, settings),
    async notesWith(text) {
      const sql = `select count(*)::int as n from notes where body = $1`
      return (await stage.test.sql(sql, [text]))[0]?.['n']
    },
    async close() {
      await server.close()
      await stage.close()
    },
  })
}

/** The assertion of the contract's example E1. */
export const strictAssertion =
  'eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJjNDFmMDhhN2Q5MmI0ZTZmODgzMGE1MWUyIiwiYXVkIjoiaHR0cHM6Ly91YXQuaWNhc2V3b3JrLmNvbS90b2tlbj9kYj1kZW1vIiwiaWF0IjoxNzczNDgwNjAwfQ.yt8r_AQJ3AFphuYipqkTOCxkOegXa_FRridZe4HRqxk'

/** The form field of the one grant there is. */
export const grant = 'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer'

/** Asks for a token with an assertion, at a host, for an account. */
export function askToken(
  stage: Pick<ApiStage, 'send'>,
  assertion: string,
  host: string,
): Promise<LightMyRequestResponse> {
  const payload = `assertion=${assertion}&${grant}`
  return stage.send({ method: 'POST', url: '/token?db=demo', headers: { ...form, host }, payload })
}

/** Form fields with key and signature over the case and the date, or the day on which the stage is set. */
export function signed(
  fields: Readonly<Record<string, string>>,
  pair: { readonly key: string; readonly secret: string } = pairs.open,
): string {
  const reference = fields['CaseId'] ?? fields['ExternalId'] ?? ''
  const date = fields['RequestDate'] ?? '2026-03-14'
  const text = reference + date + pair.secret
  const Signature = createHash('md5').update(text).digest('hex')
  return new URLSearchParams({ ...fields, Key: pair.key, Signature }).toString()
}

/** Checks that a reply is the error page with this status and code. */
export function assertError(reply: LightMyRequestResponse, status: number, code: number): void {
  assert.equal(reply.headers['x-application-error-code'], String(code))
  assert.equal(reply.statusCode, status)
  assert.equal(reply.headers['content-type'], 'text/html;charset=UTF-8')
  assert.equal(reply.headers['cache-control'], 'no-store')
  assert.equal(reply.body, errorPage)
}

async function decide({ test }: Fixture, settings: Readonly<Record<string, boolean>>) {
  await test.sql(`update organisations set settings = $1 where name = 'demo'`, [
    JSON.stringify(settings),
  ])
  const wanted = { ...defaultSettings, ...settings }
  const counts = async (): Promise<boolean> => {
    const demo = (await organisationsByName(test.database)).get('demo')
    return isDeepStrictEqual({ ...demo?.settings }, wanted)
  }
  while (!(await counts())) await new Promise((resolve) => setTimeout(resolve, 5))
}
