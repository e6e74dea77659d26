import {
  addLetter,
  amendLetterDraft,
  dropLetter,
  getLetterDrafts,
  mergeFields,
  mergePrefixes,
  sendLetter,
  unknownLetter,
  type SentLetter,
} from '#domain/letters/index.ts'
import { notPermitted, Refusal } from '#kernel/refusal.ts'
import { formPage } from '#web/layout/form-page.ts'
import type { Ask, PathParts } from '#web/layout/form-page.ts'
import { addLetterView } from './add-letter.view.ts'
import { backToProgress, letterAddress } from '#web/caseworker/progress/addresses.ts'
import { amendLetterView } from './amend-letter.view.ts'
import { dropLetterView } from './drop-letter.view.ts'
import { sendLetterView } from './send-letter.view.ts'
import { whatBecameOfMail } from '#web/caseworker/progress/progress-in-words.ts'

const drafts = async (ask: Ask, { caseId = '' }: PathParts) => {
  const all = await ask(getLetterDrafts, { caseId })
  if (!all.mayWrite) throw new Refusal(notPermitted)
  return all
}

const letterIn = async (ask: Ask, parts: PathParts) => {
  const { letters } = await drafts(ask, parts)
  const found = letters.find(({ letter }) => String(letter) === parts['letter'])
  if (!found) throw new Refusal(unknownLetter)
  return found
}

const meanings = [
  ...Object.entries(mergeFields),
  ...Object.entries(mergePrefixes).map(([prefix, meaning]) => [`${prefix}…`, meaning] as const),
].map(([name, meaning]) => ({ name, meaning }))

type Templates = Awaited<ReturnType<typeof drafts>>['templates']

const headings = {
  procedure: 'Letters of its stages',
  pack: 'Further letters of this service',
  other: 'Other letters',
} as const

const grouped = (templates: Templates) =>
  (['procedure', 'pack', 'other'] as const)
    .map((nearness) => ({
      label: headings[nearness],
      items: templates.filter((each) => each.nearness === nearness).map(asChoice),
    }))
    .filter(({ items }) => items.length > 0)

// two letters may have one name: their codes tell them apart
const asChoice = ({ code, name, channel }: Templates[number]) => ({
  value: code,
  text: `${name} (${code}, ${channel === 'email' ? 'e-mail' : 'letter'})`,
})

/** The page on which a letter is drafted from a template. */
export const addLetterPage = formPage({
  path: '/cases/:caseId/progress/letters/new',
  view: addLetterView,
  operation: addLetter,
  show: async (ask, parts) => ({
    caseNumber: parts['caseId'] ?? '',
    groups: grouped((await drafts(ask, parts)).templates),
  }),
  next: backToProgress,
  banner: 'Letter drafted',
})

/** The page on which a letter is amended. */
export const amendLetterPage = formPage({
  path: '/cases/:caseId/progress/letters/:letter/amend',
  view: amendLetterView,
  operation: amendLetterDraft,
  async show(ask, parts) {
    const { name, version, subject, body, merged } = await letterIn(ask, parts)
    return {
      caseNumber: parts['caseId'] ?? '',
      name,
      version,
      subject: subject ?? undefined,
      body,
      preview: merged.body,
      gaps: merged.gaps,
      mergeFields: meanings,
    }
  },
  next: backToProgress,
  banner: 'Letter saved',
})

/** The page on which a letter is looked at and sent, for the first time or anew. */
export const sendLetterPage = formPage({
  path: '/cases/:caseId/progress/letters/:letter/send',
  view: sendLetterView,
  operation: sendLetter,
  async show(ask, parts) {
    const { letters, undelivered, recipient } = await drafts(ask, parts)
    const found = [...letters, ...undelivered].find(
      ({ letter }) => String(letter) === parts['letter'],
    )
    if (!found) throw new Refusal(unknownLetter)
    const { name, version, merged, proposedWay, sentAt } = found
    const caseNumber = parts['caseId'] ?? ''
    return {
      caseNumber,
      name,
      version,
      subject: merged.subject,
      body: merged.body,
      gaps: [...new Set(merged.gaps.map(({ message }) => message))],
      amendAddress: letterAddress(caseNumber, `${parts['letter']}/amend`),
      failure: sentAt === null ? undefined : whatBecameOfMail(found),
      recipient,
      proposedWay,
    }
  },
  next: backToProgress,
  banner: (answer) => sentInWords(answer as SentLetter),
})

const sentInWords = ({ how, sentTo }: SentLetter): string =>
  `Letter sent by ${how === 'email' ? 'e-mail' : 'post'}${sentTo === '' ? '' : ` to ${sentTo}`}`

/** The page on which a letter is dropped. */
export const dropLetterPage = formPage({
  path: '/cases/:caseId/progress/letters/:letter/drop',
  view: dropLetterView,
  operation: dropLetter,
  async show(ask, parts) {
    const { name, version, merged } = await letterIn(ask, parts)
    const { subject, body } = merged
    const caseNumber = parts['caseId'] ?? ''
    return { caseNumber, name, version, subject, body }
  },
  next: backToProgress,
  banner: 'Letter dropped',
})
