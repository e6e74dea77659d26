import { Readable } from 'node:stream'

/** A file that goes with a letter. */
export interface MailAttachment {
  readonly filename: string
  readonly contentType: string
  readonly content: Buffer
}

/** A letter to one person, as plain text. */
export interface MailLetter {
  /** What makes it the same letter each time it is handed over: the first half of its Message-ID. */
  readonly messageId: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly attachments?: readonly MailAttachment[]
}

/**
 * What became of a letter. Refused: nobody has it; where not for good, it may be handed over again. Uncertain:
 * the server may have it, and nobody can find out.
 */
export type MailOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly isForGood: boolean; readonly reason: string }
  | { readonly kind: 'uncertain'; readonly reason: string }

/** The way out for mail. */
export interface MailRoute {
  /** Where the application is reached, for links in letters. */
  readonly siteAddress: string
  /** Hands a letter over once; never throws, and its reasons hold neither addresses nor what a server said. */
  send(letter: MailLetter): Promise<MailOutcome>
  close(): void
}

/** Where mail is handed over, and in whose name. */
export interface MailAddressing {
  /** smtp:// or smtps://, with user and password where the server wants them. */
  readonly url: string
  readonly from: { readonly name: string; readonly address: string }
  readonly siteAddress: string
}

/** Opens the way out; it connects when the first letter is sent, and keeps its connections for the next. */
export function openMailRoute({ url, from, siteAddress }: MailAddressing): MailRoute {
  const options = transportOptions(url)
  let transport: ReturnType<typeof openTransport> | undefined
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
  return Object.freeze<MailRoute>({
    siteAddress,
    async send({ messageId, to, subject, text, attachments = [] }) {
      if (!isMailAddress(to))
        return { kind: 'refused', isForGood: true, reason: 'unusable address' }
      const told = watchedText(text)
      try {
        const opened = await (transport ??= openTransport(options))
        await opened.sendMail({
          // the library writes into what it is handed, and what the environment says stays as it is
          from: { ...from },
          to: { name: '', address: to },
          subject: oneLine(subject),
          text: told.content,
          textEncoding: 'quoted-printable',
          attachments: [...attachments],
          messageId: `<${messageId.replaceAll(/[^\w-]/g, '')}@${domain}>`,
          // RFC 3834: no answer by a machine is wanted
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { kind: 'sent' }
      } catch (error) {
        return outcomeOf(error as SmtpFault, told.isBegun())
      }
    },
    close: () => void transport?.then((opened) => opened.close()),
  })
}

/** Reads the library only when there is a letter: few commands write any. */
async function openTransport(options: ReturnType<typeof transportOptions>) {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(options)
  // what ends an idle connection concerns no letter
  transport.on('error', () => {})
  return transport
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

function transportOptions(address: string) {
  const url = new URL(address)
  const isSecure = url.protocol === 'smtps:'
  const user = decodeURIComponent(url.username)
  const auth = user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }
  return {
    pool: true as const,
    host: url.hostname.replaceAll(/[[\]]/g, ''),
    port: Number(url.port) || (isSecure ? 465 : 587),
    secure: isSecure,
    // a password goes over no wire in clear
    requireTLS: user !== '' && !loopback.test(url.hostname),
    ...auth,
    maxConnections: 4,
    // a letter whose connection ended is never sent anew behind our back
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  }
}

/** Can an address be written to? Plain ones only: none that could name another recipient or begin another header. */
export const isMailAddress = (text: string): boolean =>
  text.length <= 254 && /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}.-]+$/u.test(text)

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

interface SmtpFault {
  readonly name?: string
  readonly code?: string
  readonly responseCode?: number
}

/** A text that knows whether anything of it was taken: only after the server has asked for the letter. */
function watchedText(text: string) {
  let isBegun = false
  const content = Readable.from(
    (function* () {
      isBegun = true
      yield text
    })(),
  )
  return { content, isBegun: () => isBegun }
}

/** The codes of what a server says of a letter, as against the connection. */
const aboutLetters = new Set(['EENVELOPE', 'EMESSAGE'])

// the library's name for the step that failed does not tell: a connection lost amid a letter counts as `CONN` too
function outcomeOf(fault: SmtpFault, isBegun: boolean): MailOutcome {
  const { name = 'unknown', code = name, responseCode } = fault
  if (responseCode !== undefined && responseCode >= 400) {
    // what is wrong with the connection or the password is mended by the operator, not by giving the letter up
    const isForGood = responseCode >= 500 && responseCode !== 503 && aboutLetters.has(code)
    return { kind: 'refused', isForGood, reason: `the server answered ${responseCode}` }
  }
  return isBegun
    ? { kind: 'uncertain', reason: `${code} after the letter was begun` }
    : { kind: 'refused', isForGood: false, reason: `${code} before the letter was begun` }
}
