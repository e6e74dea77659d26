import { getComplaint } from '#domain/complaints/index.ts'
import type { getComplaintChoices } from '#domain/complaints/index.ts'
import { unknownPoint, unknownRemedy } from '#domain/remedies/index.ts'
import { notPermitted, Refusal } from '#kernel/refusal.ts'
import type { Known, Stored } from '#web/forms/case-form.ts'
import type { Choice, Owners } from '#web/forms/fields.ts'
import type { Ask, PathParts } from '#web/layout/form-page.ts'
import { pounds } from '#web/layout/pounds.ts'
import { dateInWords } from '#web/layout/times.ts'

export type Complaint = Awaited<ReturnType<(typeof getComplaint)['handle']>>
export type Point = Complaint['points'][number]
export type Remedy = Complaint['remedies'][number]
type Choices = Awaited<ReturnType<(typeof getComplaintChoices)['handle']>>

/** The complaint of a form; refuses whoever may not change it. */
export const complaintToChange = async (ask: Ask, parts: PathParts): Promise<Complaint> => {
  const complaint = await ask(getComplaint, parts)
  if (!complaint.mayUpdate) throw new Refusal(notPermitted)
  return complaint
}

/** A word with a capital letter, as a list or a tag shows it. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** Words of the domain as choices of a form. */
export const wordChoices = (words: readonly string[]): readonly Choice[] =>
  words.map((value) => ({ value, text: capital(value) }))

const longest = 60

/** The points of a complaint as choices of a form. */
export const pointChoices = ({ points }: Complaint): readonly Choice[] =>
  points.map(({ point, description }) => ({
    value: String(point),
    text: `Point ${point}: ${shortened(description)}`,
  }))

const shortened = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text

/** Those who can see to something as choices of a form. */
export const ownersOf = ({ people, teams }: Choices): Owners => ({
  people: people.map(({ userName, fullName }) => ({ value: userName, text: fullName })),
  teams: teams.map(({ code, name }) => ({ value: code, text: name })),
})

/** Who sees to something, in words. */
export const ownerInWords = ({
  person,
  team,
}: {
  readonly person: string | null
  readonly team: string | null
}): string => [person, team].filter((name) => name !== null).join(', ') || 'Nobody'

/** The point of a number; refuses where there is none. */
export const pointOf = ({ points }: Complaint, number = ''): Point => {
  const found = points.find(({ point }) => String(point) === number)
  if (!found) throw new Refusal(unknownPoint)
  return found
}

/** The remedy of a number; refuses where there is none. */
export const remedyOf = ({ remedies }: Complaint, number = ''): Remedy => {
  const found = remedies.find(({ remedy }) => String(remedy) === number)
  if (!found) throw new Refusal(unknownRemedy)
  return found
}

const known = (what: string, text: string | null | undefined): readonly Known[] =>
  text ? [{ what, text }] : []

/** How a point stands, to be compared with what somebody has entered. */
export const storedPoint = (point: Point): Stored => ({
  version: point.version,
  changedBy: point.changedBy,
  changedAt: point.changedAt,
  known: [
    ...known('What it is about', point.description),
    ...known('Service', point.service),
    ...known('Evidence', point.evidence),
    ...known('Finding', point.finding && capital(point.finding)),
    ...known('Reasons', point.reasons),
  ],
})

/** How a remedy stands, to be compared with what somebody has entered. */
export const storedRemedy = (remedy: Remedy): Stored => ({
  version: remedy.version,
  changedBy: remedy.changedBy,
  changedAt: remedy.changedAt,
  known: [
    ...known('Kind', capital(remedy.what)),
    ...known('What is to be done', remedy.description),
    ...known('Who sees to it', ownerInWords(remedy)),
    ...known('To be done by', dateInWords(remedy.dueOn)),
    ...known('Expected cost', remedy.expectedCost === null ? null : pounds(remedy.expectedCost)),
  ],
})
