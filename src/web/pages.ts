import { retryDocumentAction, settleFlagAction } from './caseworker/cases/case-actions.ts'
import { showCasePage } from './caseworker/cases/show-case.ts'
import { whyThisDatePage } from './caseworker/deadlines/why-this-date.ts'
import { downloadHandout } from './caseworker/documents/download.ts'
import { addNotePage } from './caseworker/notes/add-note.ts'
import type { Action, AnyFormPage, AnyShowPage, Handout } from './layout/form-page.ts'

/** Every page that only shows. */
export const showPages: readonly AnyShowPage[] = [showCasePage, whyThisDatePage]

/** Every page whose form performs an operation. */
export const formPages: readonly AnyFormPage[] = [addNotePage]

/** Every button on a page that shows. */
export const actions: readonly Action[] = [settleFlagAction, retryDocumentAction]

/** Every address that hands out files. */
export const handouts: readonly Handout[] = [downloadHandout]
