import { getDraft, unknownDraftPart } from '#domain/case-type-drafts/index.ts'
import type { ProcedureStage } from '#domain/procedures/index.ts'
import {
  saveDraftDeadline,
  saveDraftLetter,
  saveDraftOutcome,
  saveDraftStage,
  saveDraftTask,
} from '#domain/stage-drafts/index.ts'
import type { Operation } from '#kernel/operation.ts'
import { Refusal } from '#kernel/refusal.ts'
import { draftsAddress } from '#web/admin/case-types/addresses.ts'
import type { ShownDraft } from '#web/admin/case-types/shown-draft.ts'
import { formPage, showPage } from '#web/layout/form-page.ts'
import type { AnyFormPage, AnyShowPage, Ask, PathParts, Typed } from '#web/layout/form-page.ts'
import { workflowAddress } from './addresses.ts'
import {
  deadlineFields,
  letterFields,
  outcomeFields,
  stageFields,
  taskFields,
} from './part-fields.ts'
import type { PartField } from './part-fields.ts'
import { partFormView } from './part-form.view.ts'
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

function stageNamed({ caseType }: ShownDraft, { stage: sought }: PathParts): ProcedureStage {
  const stages = caseType.procedure.tracks.flatMap((track) => track.stages)
  const found = stages.find(({ code }) => code === sought)
  if (!found) throw new Refusal(unknownDraftPart)
  return found
}

const stagePages: readonly AnyFormPage[] = [
  formPage({
    path: `${path}/add`,
    view: partFormView,
    operation: saveDraftStage,
    async show(ask, parts) {
      const draft = await draftOf(ask, parts)
      return { draft, heading: 'Add a stage', fields: stageFields(draft, undefined) }
    },
    next,
    banner: 'Stage saved',
  }),
  formPage({
    path: `${path}/:stage`,
    view: partFormView,
    operation: saveDraftStage,
    async show(ask, parts) {
      const draft = await draftOf(ask, parts)
      const stage = stageNamed(draft, parts)
      return { draft, heading: `Stage ${stage.name}`, fields: stageFields(draft, stage) }
    },
    sent: (typed, { typeDraft, stage = '' }) => ({
      ...typed,
      TypeDraft: typeDraft,
      DraftPart: `stages/${stage}`,
    }),
    next,
    banner: 'Stage saved',
  }),
]

/** A kind of part of a stage: where it stands, how it is saved, what its form asks. */
type PartKind<T> = {
  readonly part: 'outcomes' | 'tasks' | 'letters' | 'deadlines'
  readonly one: string
  readonly operation: Operation
  readonly fields: (draft: ShownDraft, item: T | undefined) => readonly PartField[]
  readonly all: (stage: ProcedureStage) => readonly T[]
  readonly nameOf: (item: T) => string
  readonly isTarget?: (item: T | undefined) => boolean
}

const partPages = <T>(kind: PartKind<T>): readonly AnyFormPage[] => {
  const { part, one, operation, fields, isTarget } = kind
  const boxes = (item: T | undefined) =>
    isTarget && {
      boxes: [
        { name: 'IsTarget', label: 'It is the target of the case', isTicked: isTarget(item) },
      ],
    }
  const common = { view: partFormView, operation, next, banner: 'Workflow saved' }
  return [
    formPage({
      ...common,
      path: `${path}/:stage/${part}`,
      async show(ask, parts) {
        const draft = await draftOf(ask, parts)
        const heading = `Add ${one} to ${stageNamed(draft, parts).name}`
        return { draft, heading, fields: fields(draft, undefined), ...boxes(undefined) }
      },
      sent: (typed, { typeDraft, stage }) => ({ ...typed, TypeDraft: typeDraft, InStage: stage }),
    }),
    formPage({
      ...common,
      path: `${path}/:stage/${part}/:item`,
      async show(ask, parts) {
        const draft = await draftOf(ask, parts)
        const stage = stageNamed(draft, parts)
        const item = kind.all(stage).find((each) => kind.nameOf(each) === parts['item'])
        if (!item) throw new Refusal(unknownDraftPart)
        const heading = `Change ${parts['item'] ?? ''} of ${stage.name}`
        return { draft, heading, fields: fields(draft, item), ...boxes(item) }
      },
      sent: (typed, parts) => partSent(typed, parts, part),
    }),
  ]
}

const partSent = (typed: Typed, { typeDraft, stage, item }: PathParts, part: string): Typed => ({
  ...typed,
  TypeDraft: typeDraft,
  DraftPart: `stages/${stage ?? ''}/${part}/${item ?? ''}`,
})

/** The pages on which the workflow of a draft is changed. */
export const workflowFormPages: readonly AnyFormPage[] = [
  ...stagePages,
  ...partPages({
    part: 'outcomes',
    one: 'an outcome',
    operation: saveDraftOutcome,
    fields: outcomeFields,
    all: ({ outcomes }) => outcomes,
    nameOf: ({ code }) => code,
  }),
  ...partPages({
    part: 'tasks',
    one: 'a task',
    operation: saveDraftTask,
    fields: taskFields,
    all: ({ tasks }) => tasks,
    nameOf: ({ code }) => code,
  }),
  ...partPages({
    part: 'letters',
    one: 'a letter',
    operation: saveDraftLetter,
    fields: letterFields,
    all: ({ letters }) => letters,
    nameOf: ({ template }) => template,
  }),
  ...partPages({
    part: 'deadlines',
    one: 'a deadline',
    operation: saveDraftDeadline,
    fields: deadlineFields,
    all: ({ deadlines }) => deadlines,
    nameOf: ({ code }) => code,
    isTarget: (deadline) => deadline?.isTarget ?? false,
  }),
]
