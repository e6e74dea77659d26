import { inWords } from '#domain/calendar/index.ts'
import type { NoticeParticulars } from './mail-queries.ts'

/** What a notice is made of. */
export interface NoticeParts {
  readonly kind: string
  readonly caseId: number
  readonly dueOn: string | null
  readonly particulars: NoticeParticulars
}

/** A letter's subject and text. */
export interface Wording {
  readonly subject: string
  readonly text: string
}

/** What notices say that are not of a deadline. */
const texts: Readonly<Record<string, (particulars: NoticeParticulars) => string>> = {
  assignment: () => 'The case has been given to you',
  'answer returned': ({ answer }) =>
    `Answer ${answer} was not cleared: it has been returned to you with remarks`,
  'answer to clear': ({ answer }) =>
    `Answer ${answer} has reached you: it waits for you or your team to clear it`,
  'case opened': ({ openedBy }) => `${openedBy} has opened this confidential case in an emergency`,
  mention: ({ mentionedBy }) => `${mentionedBy} mentions you in a note`,
  'letter not delivered': () =>
    'A letter by e-mail was not delivered, or may not have been: see whether to send it anew',
}

/** What a notice says, without its case: "Full response is due on 6 July 2026". */
export function noticeText({ kind, dueOn, particulars }: NoticeParts, today: string): string {
  const text = texts[kind]
  if (text) return text(particulars)
  const due = dueText(particulars.deadline ?? 'A deadline', dueOn ?? today, today)
  if (particulars.isTaken)
    return `${due}; the case has been moved from you to somebody else or a team`
  return particulars.isReassigned ? `${due}; the case has been moved to you or your team` : due
}

const entriesInLetter = 100

/** The letter that carries notices. */
export function noticesLetter(
  notices: readonly NoticeParts[],
  { today, siteAddress }: { readonly today: string; readonly siteAddress: string },
): Wording {
  const lines = notices.map((notice) => `Case ${notice.caseId}: ${noticeText(notice, today)}`)
  const entries = notices
    .slice(0, entriesInLetter)
    .map(({ caseId }, at) => entryOf(lines[at] ?? '', caseId, siteAddress))
  const more = lines.length - entries.length
  const [only = ''] = lines
  return {
    subject: lines.length === 1 ? only : `${lines.length} reminders of deadlines`,
    text: [
      ...entries,
      ...(more > 0 ? [`There are ${more} more.`] : []),
      `All your notices: ${siteAddress}/notices`,
    ].join('\n\n'),
  }
}

/** Something late or due soon. */
export interface DueItem {
  readonly caseId: number
  readonly name: string
  readonly dueOn: string
  /** The name of the one who is away, and for whom the reader stands in. */
  readonly away: string | null
}

/** A mail that may not have come. */
export interface DoubtfulMail {
  readonly day: string
  readonly notices: readonly NoticeParts[]
}

/** What a digest tells. */
export interface Digest {
  readonly items: readonly DueItem[]
  readonly doubtful: readonly DoubtfulMail[]
  /** There was more than one letter should hold. */
  readonly isCut: boolean
}

/** The daily letter: what is late, what is due soon, and which mails may not have come. */
export function digestLetter(
  { items, doubtful, isCut }: Digest,
  { today, siteAddress }: { readonly today: string; readonly siteAddress: string },
): Wording {
  const late = items.filter(({ dueOn }) => dueOn < today)
  const soon = items.filter(({ dueOn }) => dueOn >= today)
  const entries = (of: readonly DueItem[]) =>
    of.map(({ caseId, name, dueOn, away }) => {
      const line = `Case ${caseId}: ${dueText(name, dueOn, today)}`
      const inPlaceOf = away === null ? '' : `. You stand in for ${away}, who is away`
      return entryOf(line + inPlaceOf, caseId, siteAddress)
    })
  const parts = [
    ...headed('Late', entries(late)),
    ...headed('Due soon', entries(soon)),
    ...(isCut ? ['There is more than this letter holds.'] : []),
    ...headed(
      'These may not have reached you',
      doubtful.map((mail) => doubtfulEntry(mail, today)),
    ),
    `All your notices: ${siteAddress}/notices`,
  ]
  const counts = [counted(late.length, 'late', isCut), counted(soon.length, 'due soon', isCut)]
  const subject = `Your work on ${inWords(today)}: ${counts.join(', ')}`
  return { subject, text: parts.join('\n\n') }
}

const counted = (count: number, what: string, isCut: boolean): string =>
  `${count}${isCut && count > 0 ? ' or more' : ''} ${what}`

const headed = (heading: string, entries: readonly string[]): readonly string[] =>
  entries.length === 0 ? [] : [`${heading}:`, ...entries]

const entryOf = (line: string, caseId: number, siteAddress: string): string =>
  `${line}.\n${siteAddress}/cases/${caseId}`

const doubtfulEntry = ({ day, notices }: DoubtfulMail, today: string): string =>
  [
    `A mail of ${inWords(day)}${notices.length === 0 ? ' with that day’s digest.' : ':'}`,
    ...notices.map((notice) => `- Case ${notice.caseId}: ${noticeText(notice, today)}.`),
  ].join('\n')

function dueText(name: string, dueOn: string, today: string): string {
  if (dueOn < today) return `${name} was due on ${inWords(dueOn)} and is late`
  return dueOn === today ? `${name} is due today` : `${name} is due on ${inWords(dueOn)}`
}
