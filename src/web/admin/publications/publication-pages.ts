import { listCaseTypes } from '#domain/case-type-drafts/index.ts'
import { movePublication, nothingWaits, takeBackPublication } from '#domain/publications/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import { caseTypesAddress, draftAddress } from '#web/admin/case-types/addresses.ts'
import { formPage } from '#web/layout/form-page.ts'
import type { AnyFormPage, Ask, PathParts } from '#web/layout/form-page.ts'
import type { Waiting } from './moment-fields.ts'
import { movePublicationView } from './move-publication.view.ts'
import { versionMovePage } from '#web/admin/version-moves/version-move-pages.ts'
import { takeBackView } from './take-back.view.ts'

const path = `${caseTypesAddress}/published/:caseType`

async function waitingOf(ask: Ask, { caseType }: PathParts): Promise<Waiting> {
  const { caseTypes } = await ask(listCaseTypes, {})
  const found = caseTypes.find(({ name }) => name === caseType)
  if (!found?.waiting || !found.waitsUntil) throw new Refusal(nothingWaits)
  return { name: found.name, version: found.waiting, from: found.waitsUntil }
}

/** The pages about versions that wait to be published, and about bringing open cases under those that have been. */
export const publicationPages: readonly AnyFormPage[] = [
  formPage({
    path: `${path}/moment`,
    view: movePublicationView,
    operation: movePublication,
    show: waitingOf,
    next: () => caseTypesAddress,
    banner: 'Moment changed',
  }),
  formPage({
    path: `${path}/take-back`,
    view: takeBackView,
    operation: takeBackPublication,
    show: waitingOf,
    next: (_, answer) => draftAddress((answer as { draft: number }).draft),
    banner: 'Taken back: it is a draft again',
  }),
  versionMovePage,
]
