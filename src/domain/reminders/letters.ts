import { readAs, rightsIn, type Person } from '#domain/access/index.ts'
import { caseTypeVersion } from '#domain/case-types/index.ts'
import type { Reading, Writing } from '#platform/statement.ts'
import type { MailLetter } from '#platform/mail.ts'
import { customerLetter } from './customer-letter.ts'
import { deadlineSpec } from './deadline-spec.ts'
import { organisationTimes } from './hours.ts'
import { listDueWork, listNoticesOfMail, tellOfMails, type takeMail } from './mail-queries.ts'
import { digestLetter, noticesLetter, type DueItem } from './wording.ts'
import { localOf, workingDaysAway } from './working-times.ts'

type Taken = Awaited<ReturnType<typeof takeMail>>[number]

/** What a letter is written with. */
export interface Writer {
  readonly mailId: number
  readonly now: Date
  readonly siteAddress: string
}

const workingDaysAhead = 3
const itemsInDigest = 100
const week = 7 * 86_400_000

/** The last day that counts as soon: some working days ahead. */
export const soonUntil = async (db: Reading, today: string): Promise<string> =>
  workingDaysAway(today, workingDaysAhead, await organisationTimes(db))

/** What a mail says, and what goes with it; undefined where there is nothing left to tell. */
export async function letterFor(
  db: Writing,
  taken: Taken,
  writer: Writer,
): Promise<Pick<MailLetter, 'subject' | 'text' | 'attachments'> | undefined> {
  const { userId, correspondenceId, role } = taken
  if (correspondenceId !== null) return customerLetter(db, correspondenceId)
  if (userId === null) return undefined
  return taken.kind === 'digest'
    ? digestFor(db, { userId, role }, writer)
    : noticesFor(db, { userId, role }, writer)
}

/** A letter tells what its reader may know of, whoever writes it. */
async function readForReader(db: Reading, { userId, role }: Person): Promise<void> {
  const may = (await rightsIn(db)).of({ userId, role })
  void readAs(db, { userId, seesConfidential: may.has('case.confidential.view') })
}

async function noticesFor(db: Reading, reader: Person, { mailId, now, siteAddress }: Writer) {
  await readForReader(db, reader)
  const notices = await listNoticesOfMail(db, { mailId })
  if (notices.length === 0) return undefined
  return noticesLetter(notices, { today: localOf(now).day, siteAddress })
}

async function digestFor(db: Writing, reader: Person, writer: Writer) {
  const { userId } = reader
  const { mailId, now, siteAddress } = writer
  const today = localOf(now).day
  await readForReader(db, reader)
  const [work, untold] = await Promise.all([
    listDueWork(db, {
      userId,
      today,
      soonUntil: await soonUntil(db, today),
      most: itemsInDigest + 1,
    }),
    tellOfMails(db, { userId, mailId, since: new Date(now.getTime() - week) }),
  ])
  if (work.length === 0 && untold.length === 0) return undefined
  const items = await Promise.all(work.slice(0, itemsInDigest).map((each) => itemOf(db, each)))
  const doubtful = await Promise.all(
    untold.map(async ({ mailId: of, queuedAt }) => ({
      day: localOf(queuedAt).day,
      notices: await listNoticesOfMail(db, { mailId: of }),
    })),
  )
  const digest = { items, doubtful, isCut: work.length > itemsInDigest }
  return digestLetter(digest, { today, siteAddress })
}

type Work = Awaited<ReturnType<typeof listDueWork>>[number]

const itemOf = async (db: Reading, work: Work): Promise<DueItem> => ({
  caseId: work.caseId,
  dueOn: work.dueOn,
  away: work.away,
  name: await nameOf(db, work),
})

async function nameOf(db: Reading, { title, ...work }: Work): Promise<string> {
  if (title !== '') return title
  if (work.code === '') return 'The case'
  const { procedure } = await caseTypeVersion(db, work)
  return deadlineSpec(procedure, work)?.name ?? work.code
}
