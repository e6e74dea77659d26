import assert from 'node:assert/strict'
import { after } from 'node:test'
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify'
import { allowDocumentSources, readDocumentSource } from '#domain/documents/index.ts'
import { createSignInToken, signInAddress } from '#domain/sign-in/index.ts'
import { fixtureKey, type Fixture } from '#test/fixture.ts'
import { everyElement, readTree, spokenText, type Element } from '#test/html-tree.ts'
import { webPlugin } from '#web/plugin.ts'
import type { WebFace } from '#web/visitor.ts'

/** The cookies that a browser holds. */
export type Cookies = Readonly<Record<string, string>>
type Response = LightMyRequestResponse

/** The pages of a stage, and the ways of somebody who is signed in. */
export interface WebStage {
  readonly app: FastifyInstance
  /** An address at which Sam Dee signs in. */
  signInLink(): Promise<string>
  signIn(): Promise<Cookies>
  open(url: string, cookies?: Cookies): Promise<Response>
  /** Sends a form with its token, or with another in its place. */
  send(url: string, cookies: Cookies, fields?: Readonly<Record<string, string>>): Promise<Response>
}

const failOn: WebFace['tellFault'] = (error) => assert.fail(String(error))

const onThisMachine = () => ({ address: '127.0.0.1', isSecure: false, isLocal: true })

/** Serves the pages of a stage; a fault of ours fails the test, unless it is told elsewhere. */
export async function webStage(
  stage: Fixture,
  tellFault = failOn,
  reachOf: WebFace['reachOf'] = onThisMachine,
): Promise<WebStage> {
  const app = fastify()
  const face = {
    door: stage.door,
    csrfSecret: 'secret',
    factorKey: fixtureKey,
    reachOf,
    tellFault,
    siteOf: ({ host }: { host: string }) => `http://${host}`,
    namedByHost: ({ hostname }: { hostname: string }) => [hostname.split('.')[0] ?? ''],
  }
  await app.register(webPlugin, face)
  const signInLink = async () => {
    const at = { organisationId: stage.organisationId, now: stage.clock.now() }
    const token = await createSignInToken(stage.test.database, at, 'sam.dee@demo.example')
    return signInAddress('demo', token ?? '')
  }
  const open: WebStage['open'] = (url, cookies = {}) =>
    app.inject({ method: 'GET', url, cookies: { ...cookies } })
  return Object.freeze<WebStage>({
    app,
    signInLink,
    open,
    signIn: async () => cookiesOf(await app.inject({ method: 'POST', url: await signInLink() })),
    async send(url, cookies, fields = {}) {
      const csrfToken = tokenIn(await open('/', cookies))
      return app.inject({
        method: 'POST',
        url,
        cookies: { ...cookies },
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ csrfToken, ...fields }).toString(),
      })
    },
  })
}

/** A stage with its pages, on which Sam Dee is signed in; both are taken down after the tests of the file. */
export async function signedIn<S extends Fixture>(
  stage: S,
): Promise<{ readonly stage: S; readonly web: WebStage; readonly cookies: Cookies }> {
  const web = await webStage(stage)
  after(async () => {
    await web.app.close()
    await stage.close()
  })
  return { stage, web, cookies: await web.signIn() }
}

/** The cookies that a response sets. */
export const cookiesOf = (response: Response): Cookies =>
  Object.fromEntries(response.cookies.map(({ name, value }) => [name, value]))

/** What a page says. */
export const textOf = (response: Response): string => spokenText(readTree(response.body))

/** What a browser sends of the form on a page that goes to an address, as the form stands. */
export const sentFrom = (response: Response, action: string): Readonly<Record<string, string>> => {
  const form = everyElement(readTree(response.body)).find(
    ({ name, attributes }) => name === 'form' && attributes['action'] === action,
  )
  const fields = everyElement(form?.children ?? []).filter(isSent)
  return Object.fromEntries(
    fields.map((field) => [field.attributes['name'] ?? '', valueOf(field) ?? '']),
  )
}

const isSent = ({ name, attributes }: Element): boolean =>
  ['input', 'select', 'textarea'].includes(name) &&
  attributes['name'] !== 'csrfToken' &&
  (!['radio', 'checkbox'].includes(attributes['type'] ?? '') || 'checked' in attributes)

const valueOf = ({ name, attributes, children }: Element): string | undefined => {
  if (name === 'textarea') return children.map(String).join('').trim()
  if (name !== 'select') return attributes['value']
  return everyElement(children).find((one) => 'selected' in one.attributes)?.attributes['value']
}

/** The token of the first form on a page. */
export const tokenIn = (response: Response): string =>
  everyElement(readTree(response.body)).find(({ attributes }) => attributes['name'] === 'csrfToken')
    ?.attributes['value'] ?? ''

/** The token of the first form on a page that may be sent once only. */
export const markedTokenIn = (response: Response): string =>
  everyElement(readTree(response.body))
    .filter(({ attributes }) => attributes['name'] === 'csrfToken')
    .map(({ attributes }) => attributes['value'] ?? '')
    .find((token) => token.includes('.')) ?? ''

/** Allows documents from a port of the loopback. */
export const allowLoopback = ({ test, organisationId }: Fixture, port: number): Promise<void> =>
  test.database.write(organisationId, (db) =>
    allowDocumentSources(db, readDocumentSource(`127.0.0.1:${port}`) ?? []),
  )
