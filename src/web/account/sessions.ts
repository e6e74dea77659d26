import { endSession, getEverySession, getSessions } from '#domain/sessions/index.ts'
import { showPage } from '#web/layout/form-page.ts'
import type { Action, Visit } from '#web/layout/form-page.ts'
import { sessionsView, type Sessions } from './sessions.view.ts'

const ownAddress = '/account/sessions'
const everyAddress = '/sessions'

/** The page of one's own sessions. */
export const sessionsPage = showPage({
  path: ownAddress,
  view: sessionsView,
  async show(ask, parts, visit) {
    const { sessions } = await ask(getSessions, parts)
    const shown = { sessions, address: ownAddress, namesPeople: false }
    return { heading: 'Where you are signed in', ...modelOf(shown, visit) }
  },
})

/** The page of everybody's sessions, for administrators. */
export const everySessionPage = showPage({
  path: everyAddress,
  view: sessionsView,
  async show(ask, parts, visit) {
    const { sessions } = await ask(getEverySession, parts)
    const shown = { sessions, address: everyAddress, namesPeople: true }
    return { heading: 'Who is signed in', ...modelOf(shown, visit) }
  },
})

const endingAt = (address: string): Action => ({
  path: `${address}/:session/end`,
  operation: endSession,
  next: () => address,
  banner: () => 'Session ended',
})

/** Ends a session of one's own. */
export const endSessionAction = endingAt(ownAddress)
/** Ends anybody's session. */
export const endEverySessionAction = endingAt(everyAddress)

type Found = Awaited<ReturnType<(typeof getSessions)['handle']>>['sessions']

type Shown = {
  readonly sessions: Found
  readonly address: string
  readonly namesPeople: boolean
}

const modelOf = (
  { sessions, address, namesPeople }: Shown,
  { banner, csrfToken }: Visit,
): Omit<Sessions, 'heading'> => ({
  sessions: sessions.map((session) => ({
    device: session.device || 'Unknown browser',
    said: namesPeople ? `${session.fullName}, ${byWay(session.way)}` : capital(byWay(session.way)),
    createdAt: session.createdAt,
    lastUsedAt: session.lastUsedAt,
    isThis: session.isThis,
    endAddress: session.isThis ? undefined : `${address}/${session.sessionId}/end`,
  })),
  banner,
  csrfToken,
})

const byWay = (way: string): string =>
  way.startsWith('single sign-on') ? `signed in by ${way}` : `signed in with a ${way}`

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
