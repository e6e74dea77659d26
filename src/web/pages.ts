import { showCasePage } from './caseworker/cases/show-case.ts'
import { addNotePage } from './caseworker/notes/add-note.ts'
import type { AnyFormPage, AnyShowPage } from './layout/form-page.ts'

/** Every page that only shows. */
export const showPages: readonly AnyShowPage[] = [showCasePage]

/** Every page whose form performs an operation. */
export const formPages: readonly AnyFormPage[] = [addNotePage]
