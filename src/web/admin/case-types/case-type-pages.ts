import {
  exportFile,
  importDraft,
  listCaseTypes,
  moveDraftPart,
  newDraft,
  startDraft,
} from '#domain/case-type-drafts/index.ts'
import { formPage, showPage } from '#web/layout/form-page.ts'
import type { Action, AnyFormPage, AnyShowPage, Ask, Handout } from '#web/layout/form-page.ts'
import { caseTypesAddress, draftAddress, draftsAddress, placeOfPart } from './addresses.ts'
import { caseTypesView } from './case-types.view.ts'
import { draftFormPages, draftShowPages } from './draft-pages.ts'
import { importCaseTypeView } from './import-case-type.view.ts'
import { newCaseTypeView } from './new-case-type.view.ts'

const begun = (answer: unknown): string => draftAddress((answer as { draft: number }).draft)

/** Whoever may not list case types may not begin one. */
const allowed = async (ask: Ask): Promise<undefined> => {
  await ask(listCaseTypes, {})
  return undefined
}

/** The pages about case types that show. */
export const caseTypeShowPages: readonly AnyShowPage[] = [
  showPage({
    path: caseTypesAddress,
    view: caseTypesView,
    show: async (ask, _, { banner, csrfToken }) => ({
      ...(await ask(listCaseTypes, {})),
      banner,
      csrfToken,
    }),
  }),
  ...draftShowPages,
]

/** The pages about case types with a form. */
export const caseTypeFormPages: readonly AnyFormPage[] = [
  formPage({
    path: `${caseTypesAddress}/new`,
    view: newCaseTypeView,
    operation: newDraft,
    show: allowed,
    next: (_, answer) => begun(answer),
    banner: 'Draft begun',
  }),
  formPage({
    path: `${caseTypesAddress}/import`,
    view: importCaseTypeView,
    operation: importDraft,
    show: allowed,
    next: (_, answer) => begun(answer),
    banner: 'The file is a draft now',
  }),
  ...draftFormPages,
]

/** The buttons on pages about case types. */
export const caseTypeActions: readonly Action[] = [
  {
    path: `${caseTypesAddress}/published/:caseType/draft`,
    operation: startDraft,
    next: (_, answer) => begun(answer),
    banner: () => 'Draft begun',
  },
  {
    path: `${draftsAddress}/:typeDraft/parts/:draftPart/:direction`,
    operation: moveDraftPart,
    next: ({ typeDraft = '', draftPart = '' }) => placeOfPart(typeDraft, draftPart),
    banner: () => 'Order changed',
  },
]

/** Case types as files. */
export const caseTypeHandouts: readonly Handout[] = [
  { path: `${caseTypesAddress}/published/:caseType/file`, operation: exportFile },
]
