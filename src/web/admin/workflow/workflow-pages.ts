import { getDraft } from '#domain/case-type-drafts/index.ts'
import { saveDraftProcedure } from '#domain/procedure-drafts/index.ts'
import { draftAddress, draftsAddress } from '#web/admin/case-types/addresses.ts'
import type { ShownDraft } from '#web/admin/case-types/shown-draft.ts'
import { formPage, showPage } from '#web/layout/form-page.ts'
import type { AnyFormPage, AnyShowPage, Ask, PathParts, Typed } from '#web/layout/form-page.ts'
import { encoded, workflowAddress } from './addresses.ts'
import { foundPart, titleOfPart } from './found-part.ts'
import { partFormView } from './part-form.view.ts'
import type { PartForm } from './part-form.view.ts'
import { partKinds } from './part-kinds.ts'
import type { PartKind } from './part-kinds.ts'
import { procedureFields } from './rule-fields.ts'
import { workflowView } from './workflow.view.ts'

const path = `${draftsAddress}/:typeDraft/workflow`
const draftOf = (ask: Ask, { typeDraft = '' }: PathParts): Promise<ShownDraft> =>
  ask(getDraft, { typeDraft })
const next = ({ typeDraft = '' }: PathParts) => workflowAddress(typeDraft)

/** The page of the workflow of a draft. */
export const workflowShowPages: readonly AnyShowPage[] = [
  showPage({
    path,
    view: workflowView,
    show: async (ask, parts, { banner, csrfToken }) => ({
      draft: await draftOf(ask, parts),
      banner,
      csrfToken,
    }),
  }),
]

/** The page on which a part is added to a list. */
const addPage = (kind: PartKind, lists: readonly string[]): AnyFormPage =>
  formPage({
    ...common(kind),
    path: [...segmentsOf(lists.slice(0, -1)), lists.at(-1)].join('/'),
    async show(ask, parts) {
      const draft = await draftOf(ask, parts)
      const owner = titleOfPart(foundPart(draft.caseType, pathIn(parts, lists).slice(0, -1)))
      const heading = `Add ${kind.one}${owner === '' ? '' : ` to ${owner}`}`
      return formOf(kind, { draft, heading, part: undefined })
    },
    sent: (typed, parts) => ({
      ...gathered(typed),
      TypeDraft: parts['typeDraft'],
      InList: encoded(pathIn(parts, lists)),
    }),
  })

/** The page on which a part is changed. */
const changePage = (kind: PartKind, lists: readonly string[]): AnyFormPage =>
  formPage({
    ...common(kind),
    path: segmentsOf(lists).join('/'),
    async show(ask, parts) {
      const draft = await draftOf(ask, parts)
      const part = foundPart(draft.caseType, pathIn(parts, lists))
      return formOf(kind, { draft, heading: `Change ${titleOfPart(part) || kind.one}`, part })
    },
    sent: (typed, parts) => ({
      ...gathered(typed),
      TypeDraft: parts['typeDraft'],
      DraftPart: encoded(pathIn(parts, lists)),
    }),
  })

const common = ({ operation, isOfForm }: PartKind) => ({
  view: partFormView,
  operation,
  next: isOfForm ? toDraft : next,
  banner: isOfForm ? 'Form saved' : 'Workflow saved',
})

const toDraft = ({ typeDraft = '' }: PathParts) => draftAddress(typeDraft)

const segmentsOf = (lists: readonly string[]): readonly string[] => [
  path,
  ...lists.map((list, at) => `${list}/:name${at}`),
]

type Shown = { readonly draft: ShownDraft; readonly heading: string; readonly part: unknown }

// each kind knows the parts that stand in its lists
const formOf = ({ fields, box }: PartKind, { draft, heading, part }: Shown): PartForm => ({
  draft,
  heading,
  fields: fields(draft, part as never),
  ...(box ? { boxes: [box(part as never)] } : {}),
})

/** The names on the way to a part, or to a list, as the address gives them. */
const pathIn = (parts: PathParts, lists: readonly string[]): readonly string[] =>
  lists.flatMap((list, at) => {
    const name = parts[`name${at}`]
    return name === undefined ? [list] : [list, name]
  })

/** Boxes that belong together are sent as one text, a line for each that was ticked. */
function gathered(typed: Typed): Typed {
  const ticked = Object.entries(typed).filter(([name, value]) => name.includes(':') && value)
  const byName = Map.groupBy(ticked, ([name]) => name.slice(0, name.indexOf(':')))
  const texts = [...byName].map(([name, boxes]) => [
    name,
    boxes.map(([box]) => box.slice(name.length + 1)).join('\n'),
  ])
  return { ...typed, ...Object.fromEntries(texts) }
}

const procedurePage = formPage({
  path: `${path}/otherwise`,
  view: partFormView,
  operation: saveDraftProcedure,
  async show(ask, parts) {
    const draft = await draftOf(ask, parts)
    const fields = procedureFields(draft, draft.caseType.procedure)
    return { draft, heading: 'Change what happens otherwise', fields }
  },
  next,
  banner: 'Workflow saved',
})

/** The pages on which the workflow of a draft is changed. */
export const workflowFormPages: readonly AnyFormPage[] = [
  ...partKinds.flatMap((kind) =>
    kind.lists.flatMap((lists) => [addPage(kind, lists), changePage(kind, lists)]),
  ),
  procedurePage,
]
