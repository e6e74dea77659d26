import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { typedDate } from '#domain/calendar/index.ts'
import { getCallForm, recordCall, saveCallDraft } from '#domain/calls/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Flaw } from '#kernel/refusal.ts'
import { nobodySought, nothingTyped, peopleFor } from '#web/caseworker/people/finder.ts'
import { markedToken } from '#web/layout/csrf.ts'
import { formLapsedView } from '#web/layout/form-lapsed.view.ts'
import type { PathParts } from '#web/layout/form-page.ts'
import {
  askOf,
  forgetBanner,
  isFromOurForm,
  performForm,
  serveQuestion,
  typedIn,
} from '#web/page-routes.ts'
import { sendPage, visitorOf } from '#web/replies.ts'
import type { WebFace } from '#web/visitor.ts'
import {
  attachAddress,
  callAddress,
  callerAddress,
  callFilesAddress,
  draftsAddress,
} from './addresses.ts'
import { recordCallView } from './record-call.view.ts'
import { shownCall, type Told } from './shown-call.ts'

type Sent = { Querystring: Readonly<Record<string, string | string[]>> }

/** Serves the page on which a call is recorded or kept as a draft. */
export const serveCalls = (app: FastifyInstance, face: WebFace): void => {
  app.get<Sent>(callAddress, (request, reply) => {
    // who is sought stands in no address
    const { Text: _, ...typed } = textsOf(Object.entries(request.query))
    return draw(face, { request, reply, typed, flaws: [] })
  })
  app.get(callerAddress, (_request, reply) => reply.redirect(callAddress, 303))
  serveQuestion(app, face, {
    path: callerAddress,
    show: (request, reply, { Text = '' }) =>
      draw(face, {
        request,
        reply,
        typed: { Text },
        flaws: Text.trim() === '' ? [nothingTyped] : [],
      }),
  })
  app.post(callAddress, async (request, reply) => {
    if (!isFromOurForm(face, request, typedIn(request)))
      return sendPage(reply, 403, formLapsedView())
    const typed = textsOf(Object.entries(typedIn(request)))
    try {
      // without the draft, which is gone where the form was sent before
      const { CaseType = '' } = typed
      const sent = withDates(await toldOf(face, request, { CaseType }), typed)
      const done = await performForm(face, request, { operation: recordCall, typed, sent })
      const { caseId } = done as { caseId: number }
      return await reply.redirect(`/calls/${caseId}/recorded`, 303)
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind.name !== 'invalidInput') throw error
      return draw(face, { request, reply, typed, flaws: error.flaws })
    }
  })
  keepDraft(app, face, { path: draftsAddress, next: () => callAddress })
  keepDraft(app, face, { path: attachAddress, next: callFilesAddress })
}

type Keeping = { readonly path: string; readonly next: (draft: string) => string }

/** Keeps what has been filled in, once however often it is sent, and goes on. */
const keepDraft = (app: FastifyInstance, face: WebFace, { path, next }: Keeping): void => {
  app.get(path, (_request, reply) => reply.redirect(callAddress, 303))
  app.post(path, async (request, reply) => {
    if (!isFromOurForm(face, request, typedIn(request)))
      return sendPage(reply, 403, formLapsedView())
    const typed = textsOf(Object.entries(typedIn(request)))
    const kept = { operation: saveCallDraft, typed, sent: typed }
    const { draft } = (await performForm(face, request, kept)) as { draft: string }
    return reply.redirect(next(draft), 303)
  })
}

/** What was sent, by name; of a name sent twice the last counts. */
const textsOf = (sent: readonly (readonly [string, string | string[] | undefined])[]): PathParts =>
  Object.fromEntries(sent.map(([name, value]) => [name, [value].flat().at(-1) ?? '']))

const toldOf = (face: WebFace, request: FastifyRequest, typed: PathParts): Promise<Told> => {
  const { Person = '', Draft = '', CaseType = '' } = typed
  return askOf(face, request)(getCallForm, { Person, Draft, CaseType })
}

interface Drawing {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly typed: PathParts
  readonly flaws: readonly Flaw[]
}

async function draw(
  face: WebFace,
  { request, reply, typed, flaws }: Drawing,
): Promise<FastifyReply> {
  const told = await toldOf(face, request, typed)
  const ask = askOf(face, request)
  const found = told.maySeePeople ? await peopleFor(ask, typed['Text'] ?? '') : nobodySought
  const form = {
    action: callAddress,
    csrfToken: markedToken(visitorOf(request)?.csrfToken ?? ''),
    typed: { ...told.draft?.typed, ...typed },
    flaws,
  }
  const banner = forgetBanner(face, reply)
  const call = shownCall(told, form.typed, { found, banner })
  return sendPage(reply, flaws.length > 0 ? 422 : 200, recordCallView(call, form))
}

/** Days as they are kept, where what was typed into a date field is one. */
const withDates = ({ fields }: Told, typed: PathParts): PathParts => ({
  ...typed,
  ...Object.fromEntries(
    fields.flatMap(({ id, kind }) => {
      const read = kind === 'date' ? typedDate.read(typed[id] ?? '') : undefined
      return read && 'value' in read ? [[id, read.value]] : []
    }),
  ),
})
