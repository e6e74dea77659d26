import {
  discardDraft,
  getDraft,
  publishDraft,
  removeDraftPart,
  saveDraftDefinition,
  saveDraftDetails,
  unknownDraftPart,
} from '#domain/case-type-drafts/index.ts'
import type { AskedForm } from '#domain/case-types/index.ts'
import { saveDraftField } from '#domain/form-drafts/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import { formPage, showPage } from '#web/layout/form-page.ts'
import type { AnyFormPage, AnyShowPage, Ask, PathParts } from '#web/layout/form-page.ts'
import { caseTypesAddress, draftAddress, draftsAddress, placeOfPart } from './addresses.ts'
import { confirmView } from './confirm.view.ts'
import { definitionFormView } from './definition-form.view.ts'
import { detailsFormView } from './details-form.view.ts'
import { fieldFormView } from './field-form.view.ts'
import { previewView } from './preview.view.ts'
import { showDraftView } from './show-draft.view.ts'
import type { ShownDraft } from './shown-draft.ts'

const path = `${draftsAddress}/:typeDraft`
const toDraft = ({ typeDraft = '' }: PathParts) => draftAddress(typeDraft)
const draftOf = (ask: Ask, { typeDraft = '' }: PathParts): Promise<ShownDraft> =>
  ask(getDraft, { typeDraft })

/** The pages that show a draft. */
export const draftShowPages: readonly AnyShowPage[] = [
  showPage({
    path,
    view: showDraftView,
    show: async (ask, parts, { banner, csrfToken }) => ({
      draft: await draftOf(ask, parts),
      banner,
      csrfToken,
    }),
  }),
  ...(['staff', 'customer'] as const).map((reader) =>
    showPage({
      path: `${path}/preview/${reader}`,
      view: previewView,
      show: async (ask, parts) => ({ draft: await draftOf(ask, parts), reader }),
    }),
  ),
]

/** The form of an address, of the case or one that can be filed on it; refuses where there is none. */
function askedIn({ caseType }: ShownDraft, { actionForm }: PathParts): AskedForm {
  if (actionForm === undefined) return caseType
  const found = caseType.actions.find(({ id }) => id === actionForm)
  if (!found) throw new Refusal(unknownDraftPart)
  return found
}

/** The pages on which the fields of a form are added and changed. */
const fieldPagesOf = (of: string): readonly AnyFormPage[] => [
  formPage({
    path: `${path}${of}/fields`,
    view: fieldFormView,
    operation: saveDraftField,
    async show(ask, parts) {
      const draft = await draftOf(ask, parts)
      return { draft, asked: askedIn(draft, parts), field: undefined }
    },
    next: toDraft,
    banner: 'Field saved',
  }),
  formPage({
    path: `${path}${of}/fields/:field`,
    view: fieldFormView,
    operation: saveDraftField,
    async show(ask, parts) {
      const draft = await draftOf(ask, parts)
      const asked = askedIn(draft, parts)
      const field = asked.fields.find(({ id }) => id === parts['field'])
      if (!field) throw new Refusal(unknownDraftPart)
      return { draft, asked, field }
    },
    next: toDraft,
    banner: 'Field saved',
  }),
]

const detailsPage = formPage({
  path: `${path}/details`,
  view: detailsFormView,
  operation: saveDraftDetails,
  show: draftOf,
  next: toDraft,
  banner: 'Case type saved',
})

const definitionPage = formPage({
  path: `${path}/file`,
  view: definitionFormView,
  operation: saveDraftDefinition,
  show: draftOf,
  next: toDraft,
  banner: 'Draft saved',
})

/** What a part is called by its path; what goes by its place is told with its list. */
const removed = (part = ''): string => {
  const [list = '', name = ''] = part.split('/').slice(-2).map(decodeURIComponent)
  return /^\d+$/.test(name) ? `${unnamed[list] ?? list} ${name}` : name
}

const unnamed: Readonly<Record<string, string>> = {
  entry: 'condition',
  exit: 'condition',
  conditions: 'condition',
  reminders: 'reminder',
}

const removePage = formPage({
  path: `${path}/parts/:draftPart/remove`,
  view: confirmView,
  operation: removeDraftPart,
  show: async (ask, parts) => ({
    draft: await draftOf(ask, parts),
    heading: `Remove ${removed(parts['draftPart'])} from the draft`,
    submit: 'Remove',
    consequences: ['Cases that are open keep it until they are moved to a version without it.'],
    showsDifferences: false,
    isWarning: true,
  }),
  next: ({ typeDraft = '', draftPart = '' }) => placeOfPart(typeDraft, draftPart),
  banner: 'Removed from the draft',
})

const publishPage = formPage({
  path: `${path}/publish`,
  view: confirmView,
  operation: publishDraft,
  async show(ask, parts) {
    const draft = await draftOf(ask, parts)
    return {
      draft,
      heading: 'Publish the draft',
      submit: 'Publish',
      consequences: [
        'New cases begin under it at once, or from the date that you enter. Cases that are open keep the version they began under.',
        ...draft.advice.map((each) => `Worth a look: ${each}.`),
      ],
      showsDifferences: true,
      asksMoment: true as const,
      isWarning: false,
    }
  },
  next: () => caseTypesAddress,
  banner: (answer) =>
    (answer as { waits: boolean }).waits
      ? 'Case type waits to be published'
      : 'Case type published',
})

const discardPage = formPage({
  path: `${path}/discard`,
  view: confirmView,
  operation: discardDraft,
  show: async (ask, parts) => ({
    draft: await draftOf(ask, parts),
    heading: 'Throw the draft away',
    submit: 'Throw away',
    consequences: ['What is published stays as it is. The draft cannot be had back.'],
    showsDifferences: true,
    isWarning: true,
  }),
  next: () => caseTypesAddress,
  banner: 'Draft thrown away',
})

/** The pages that change a draft. */
export const draftFormPages: readonly AnyFormPage[] = [
  ...fieldPagesOf(''),
  ...fieldPagesOf('/actions/:actionForm'),
  detailsPage,
  definitionPage,
  removePage,
  publishPage,
  discardPage,
]
