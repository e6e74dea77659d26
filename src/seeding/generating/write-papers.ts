import { formalName } from '#domain/customers/index.ts'
import type { DemoDocument, Plot } from './case-file.ts'
import { inOfficeHours, later } from './days.ts'
import { mediaTypes, type Paper } from './paper.ts'
import type { Wordings } from '#seeding/seed-files.ts'
import type { CorrespondenceRow } from '#seeding/tables.ts'
import { whileOpen } from './write-work.ts'

const filledIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')

type File = keyof Wordings['files']

/** The documents of a case; the response to be published names nobody. */
export function writeDocuments(plot: Plot, isPublished: boolean): readonly DemoDocument[] {
  const { course, chance, life } = plot
  const sent = life.files.length > 0 && chance.isWithin(55) ? [chance.pick(life.files)] : []
  const documents = sent.map((file) => writeDocument(plot, file))
  const { outcome } = course.current
  if (!outcome || !course.closedAt) return documents
  const isReleased = isPublished || chance.isWithin(25)
  const response = writeDocument(plot, 'response')
  return [
    ...documents,
    {
      ...response,
      name: filledIn(response.name, { outcome: outcome.toLowerCase() }),
      isSelfService: isReleased,
      isInSummary: true,
      documentAt: course.closedAt,
    },
  ]
}

/** A document that the customer may see, always with its content. */
export function writeReleased(plot: Plot): DemoDocument {
  const released = { ...kept, url: null, paper: paperOf(plot, 'statement') }
  return { ...writeDocument(plot, 'statement'), ...released, isSelfService: true }
}

function writeDocument(plot: Plot, file: File): DemoDocument {
  const { seeds, caseId } = plot
  const paper = paperOf(plot, file)
  const { name, category } = seeds.wordings.files[file]
  return {
    caseId,
    name,
    mediaType: mediaTypes[paper.kind],
    isUrlPublic: false,
    category,
    isInSummary: false,
    isSelfService: false,
    ...originOf(plot, file),
    ...(file !== 'response' && plot.chance.isWithin(7) ? lost(caseId, name) : { ...kept, paper }),
  }
}

const kept = { state: 'stored', url: null, failure: null } as const
const lost = (caseId: number, name: string) => ({
  state: 'not retrieved',
  url: `https://files.example/${caseId}/${encodeURIComponent(name)}`,
  failure: 'The address could not be reached',
  paper: null,
})

/** What a customer sent came with the case; the rest was written here. */
const originOf = (plot: Plot, file: File) =>
  file === 'photograph' || file === 'upload'
    ? { documentAt: plot.course.receivedAt, author: formalName(plot.customer) }
    : { documentAt: whileOpen(plot), author: plot.worker.fullName }

function paperOf({ story, chance, label, course, now }: Plot, file: File): Paper {
  if (file === 'photograph') return { kind: 'picture', shade: chance.between(0, 11) }
  if (file === 'upload') return { kind: 'text', text: story.text }
  // of one month, so that cases share what is the same
  const at = startOfMonth(course.closedAt ?? now)
  if (file === 'statement')
    return { kind: 'pdf', title: 'Account of the service', text: statement(story.text), at }
  return { kind: 'pdf', title: label, text: answer, at }
}

const startOfMonth = (moment: Date): Date =>
  new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), 1))

const statement = (text: string): string =>
  `This is what was reported to us:\n\n${text}\n\nOur records agree with this in the main. Work was planned and had to be put off once.`

const answer =
  'Thank you for writing to us. We have looked into what you asked, and this is our answer. The figures are for the last full year. If you are not satisfied you may ask us to look again.'

/** The letters and messages of a case. */
export function writeLetters(plot: Plot): readonly CorrespondenceRow[] {
  const { course, seeds, chance, now } = plot
  const { letters } = seeds.wordings
  const { acknowledgedAt, closedAt } = course
  const { dueOn, isInTarget } = course.current
  if (acknowledgedAt === null) return []
  const written = [writeLetter(plot, letters.acknowledgement, acknowledgedAt)]
  const lateAt = inOfficeHours(later(new Date(`${dueOn}T09:00:00Z`), -1), chance)
  if (!isInTarget && lateAt < (closedAt ?? now))
    written.push(writeLetter(plot, letters.holding, lateAt))
  if (closedAt && course.ending === 'answered')
    written.push(writeLetter(plot, letters.response, closedAt))
  return written
}

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const inWords = (date: string): string => dates.format(new Date(`${date}T12:00:00Z`))

function writeLetter(
  plot: Plot,
  wording: Wordings['letters']['response'],
  at: Date,
): CorrespondenceRow {
  const { caseId, customer, seeds, worker, life, course } = plot
  const { dueOn, outcome } = course.current
  const values = {
    noun: life.noun,
    number: String(caseId),
    due: inWords(dueOn),
    outcome: outcome?.toLowerCase() ?? '',
  }
  const name = [customer.title, customer.surname].filter(Boolean).join(' ')
  const isEmail = customer.contactMethod === seeds.wordings.contactMethods.email
  const lines = [`Dear ${name}`, filledIn(wording.text, values), 'Yours sincerely', worker.fullName]
  return {
    caseId,
    code: wording.code,
    name: wording.name,
    channel: isEmail ? 'email' : 'letter',
    subject: filledIn(wording.subject, values),
    body: lines.join('\n\n'),
    author: worker.fullName,
    createdAt: at,
    processedAt: at,
    updatedAt: at,
    isSelfService: false,
  }
}
