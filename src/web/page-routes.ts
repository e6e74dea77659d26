import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Content } from '#kernel/answer.ts'
import type { Idempotency } from '#kernel/idempotency.ts'
import type { Operation } from '#kernel/operation.ts'
import { rawParameters, storable } from '#kernel/parameters.ts'
import { perform } from '#kernel/perform.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Flaw } from '#kernel/refusal.ts'
import { cookieOf, setCookie } from './cookies.ts'
import { isCsrfTokenOf, markedToken, markIn } from './layout/csrf.ts'
import { formLapsedView } from './layout/form-lapsed.view.ts'
import { contentHeaders, previewHeaders } from './layout/headers.ts'
import type {
  Action,
  AnyFormPage,
  AnyShowPage,
  Ask,
  Asked,
  Handout,
  PathParts,
  Typed,
} from './layout/form-page.ts'
import { queryOf, sentBy } from './layout/query.ts'
import { sendPage, visitorOf } from './replies.ts'
import type { Visitor, WebFace } from './visitor.ts'

const bannerCookie = 'casewright-banner'

/** The name of the field of a form that comes back as it was typed, to be looked at before it is sent. */
export const keptMark = 'keptForm'

/** Serves a page that shows. */
export const serveShowPage = (app: FastifyInstance, face: WebFace, page: AnyShowPage): void => {
  app.get(page.path, async (request, reply) => {
    // marked, so that a button of this drawing that is sent twice is known
    const csrfToken = markedToken(visitorIn(request).csrfToken)
    const banner = bannerIn(request)
    const from = face.reachOf(request).address
    const visit = { query: queryOf(request.query), banner, csrfToken, from }
    const drawn = await page.draw(askOf(face, request), partsOf(request), visit)
    forgetBanner(face, reply)
    return sendPage(reply, 200, drawn)
  })
}

/** Serves a page with a form, and performs its operation when the form is sent: once, however often that is. */
export const serveFormPage = (app: FastifyInstance, face: WebFace, page: AnyFormPage): void => {
  app.get(page.path, (request, reply) =>
    drawForm(face, page, { request, reply, typed: {}, flaws: [] }),
  )
  app.post(page.path, async (request, reply) => {
    const typed = typedIn(request)
    if (!isFromOurForm(face, request, typed)) return sendPage(reply, 403, formLapsedView())
    if (typed[keptMark] !== undefined)
      return drawForm(face, page, { request, reply, typed, flaws: [] })
    const parts = partsOf(request)
    const sent = page.sent?.(typed, parts) ?? { ...typed, ...parts }
    let answer: unknown
    try {
      answer = await performForm(face, request, { operation: page.operation, typed, sent })
    } catch (error) {
      if (!isMendable(error)) throw error
      return drawForm(face, page, { request, reply, typed, flaws: flawsOf(error) })
    }
    const banner = typeof page.banner === 'string' ? page.banner : page.banner(answer)
    void leaveBanner(face, reply, banner)
    return reply.redirect(page.next(parts, answer), 303)
  })
}

/** Performs the operation of a button, once however often it is sent, and goes on to the page that says what came of it. */
export const serveAction = (app: FastifyInstance, face: WebFace, action: Action): void => {
  app.post(action.path, async (request, reply) => {
    const typed = typedIn(request)
    if (!isFromOurForm(face, request, typed)) return sendPage(reply, 403, formLapsedView())
    const parts = partsOf(request)
    const sent = { operation: action.operation, typed, sent: parts }
    const answer = await performForm(face, request, sent)
    void leaveBanner(face, reply, action.banner(parts))
    return reply.redirect(action.next(parts, answer), 303)
  })
}

/** Hands out what an operation gives: shown in the browser only where nothing in it can run. */
export const serveHandout = (app: FastifyInstance, face: WebFace, handout: Handout): void => {
  app.get(handout.path, async (request, reply) => {
    const asked = { ...sentBy(queryOf(request.query)), ...partsOf(request) }
    const sent = { operation: handout.operation, sent: asked }
    const content = (await performFor(face, request, sent)) as Content
    const headersFor = handout.isPreview ? previewHeaders : contentHeaders
    return reply.headers(headersFor(content)).send(content.body)
  })
}

/** What is asked by a form of ours and only shown: what was typed stands in no address, history or log. */
export type Question = {
  readonly path: string
  readonly show: (
    request: FastifyRequest,
    reply: FastifyReply,
    typed: PathParts,
  ) => Promise<FastifyReply>
}

/** Serves what is asked by a form and only shown. */
export const serveQuestion = (app: FastifyInstance, face: WebFace, question: Question): void => {
  app.post(question.path, async (request, reply) => {
    const { csrfToken, ...typed } = typedIn(request)
    if (!isFromOurForm(face, request, { csrfToken })) return sendPage(reply, 403, formLapsedView())
    const texts = Object.entries(typed).map(([name, value]) => [name, value ?? ''])
    return question.show(request, reply, Object.fromEntries(texts) as PathParts)
  })
}

/** Says whether a form that was sent is one we showed in this session. */
export const isFromOurForm = (face: WebFace, request: FastifyRequest, typed: Typed): boolean =>
  isCsrfTokenOf(face.csrfSecret, visitorIn(request).session, typed['csrfToken'])

/** What was typed into the fields of a form; of one field sent twice the last counts. */
export const typedIn = (request: FastifyRequest): Typed =>
  Object.fromEntries(
    Object.entries(request.body ?? {}).map(([name, value]: [string, unknown]) => {
      const last: unknown = Array.isArray(value) ? value.at(-1) : value
      return [name, typeof last === 'string' ? storable(last) : undefined]
    }),
  )

/** Whose request it is, on a page that is reached with a session only. */
export const visitorIn = (request: FastifyRequest): Visitor => {
  const visitor = visitorOf(request)
  if (!visitor) throw new Error('a page was reached without a session')
  return visitor
}

type Submission = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly typed: Typed
  readonly flaws: readonly Flaw[]
}

const drawForm = async (
  face: WebFace,
  page: AnyFormPage,
  { request, reply, typed, flaws }: Submission,
): Promise<FastifyReply> => {
  const csrfToken = markedToken(visitorIn(request).csrfToken)
  const from = face.reachOf(request).address
  const form = { action: request.url, csrfToken, typed, flaws, from }
  const looked = { parts: partsOf(request), query: queryOf(request.query) }
  const drawn = await page.draw(askOf(face, request), looked, form)
  return sendPage(reply, flaws.length > 0 ? 422 : 200, drawn)
}

type FormSent = Performed & { readonly typed: Typed }

/** Performs what a form asks for: once, however often it is sent. */
export const performForm = (
  face: WebFace,
  request: FastifyRequest,
  { operation, typed, sent }: FormSent,
): Promise<unknown> =>
  performFor(face, request, { operation, sent, once: onceFor(typed['csrfToken'], sent) })

/** What was sent from one drawing of a form is done once; what was changed since counts as another. */
function onceFor(token: string | undefined, sent: Typed): Idempotency | undefined {
  const mark = markIn(token)
  if (mark === undefined) return undefined
  const fields = Object.entries(sent)
    .filter(([name]) => name !== 'csrfToken')
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  const requestHash = createHash('sha256').update(JSON.stringify(fields)).digest()
  return { key: `form ${mark} ${requestHash.toString('base64url')}`, requestHash }
}

type Performed = {
  readonly operation: Operation
  readonly sent: Typed
  readonly once?: Idempotency | undefined
}

const performFor = (
  face: WebFace,
  request: FastifyRequest,
  { operation, sent, once }: Performed,
): Promise<unknown> => {
  const texts = Object.entries(sent).map(([name, value]) => ({ name, value: value ?? '' }))
  const raw = rawParameters(texts)
  const { actor } = visitorIn(request)
  const call = { actor, raw, requestId: request.id }
  return perform(face.door, operation, once ? { ...call, idempotency: once } : call)
}

/** Gives the way in which a page asks what it shows, as the person whose request it is. */
export const askOf =
  (face: WebFace, request: FastifyRequest): Ask =>
  async <T>(operation: Asked<T>, sent: PathParts) =>
    (await performFor(face, request, { operation: operation as Operation, sent })) as T

const partsOf = (request: FastifyRequest): PathParts =>
  Object.fromEntries(
    Object.entries(request.params ?? {}).map(([name, value]) => [name, String(value)]),
  )

const unmendable = new Set(['unknownCase', 'notPermitted'])

// what says in words why it is refused is shown on its form
const isMendable = (error: unknown): error is Refusal =>
  error instanceof Refusal && (error.flaws.length > 0 || !unmendable.has(error.kind.name))

const flawsOf = ({ kind, flaws }: Refusal): readonly Flaw[] =>
  flaws.length > 0 ? flaws : [{ parameter: '', kind: 'invalid', message: kind.message }]

const bannerIn = (request: FastifyRequest): string | undefined => {
  const told = cookieOf(request.headers.cookie, bannerCookie)
  return told && Buffer.from(told, 'base64url').toString()
}

type Told = { readonly face: WebFace; readonly request: FastifyRequest }

const bannerHeader = ({ face, request }: Told, text: string, seconds: number): string => {
  const { isSecure } = face.reachOf(request)
  return setCookie(bannerCookie, Buffer.from(text).toString('base64url'), { isSecure, seconds })
}

/** Gives the banner that the page before has left, if any, and takes it from the browser. */
export const forgetBanner = (face: WebFace, reply: FastifyReply): string | undefined => {
  const { request } = reply
  const banner = bannerIn(request)
  if (banner) void reply.header('set-cookie', bannerHeader({ face, request }, '', 0))
  return banner
}

/** Leaves a banner for the page that is shown next. */
export const leaveBanner = (face: WebFace, reply: FastifyReply, text: string): FastifyReply =>
  reply.header('set-cookie', bannerHeader({ face, request: reply.request }, text, 60))
