import type { EventKind } from '#domain/events/index.ts'
import type { CaseType } from '#domain/case-types/index.ts'
import type { Chance } from './chance.ts'
import type { Course } from './course.ts'
import type { Paper } from './paper.ts'
import type { Life, SeedUser, Seeds, Story } from '#seeding/seed-files.ts'
import type * as table from '#seeding/tables.ts'

type Numbers = 'caseTypeId' | 'caseTypeVersion' | 'teamId' | 'assignedUserId'
/** A case whose type, team and caseworker are told by name, and whose account by its place. */
export type DemoCase = Omit<table.CaseRow, Numbers> & {
  readonly type: string
  readonly team: string
  readonly assignedTo: string | null
}
export type DemoNote = Omit<table.NoteRow, 'noteId'>
export type DemoTask = Omit<table.TaskRow, 'taskId' | 'teamId' | 'assignedUserId'>
/** A form that was filed; with the code of the task that it completed. */
export type DemoAction = Omit<table.ActionRow, 'actionId' | 'taskId'> & { readonly task: string }
/** A document; its content is stored before its row is written. */
export type DemoDocument = Omit<
  table.DocumentRow,
  'documentId' | 'contentHash' | 'contentSize' | 'position'
> & {
  readonly paper: Paper | null
}

/** Something that happened to a case; `of` is the thing that it happened with. */
export type DemoEvent = Omit<table.EventRow, 'kind'> & {
  readonly kind: EventKind
  readonly of?: object
}

/** All there is about one case. */
export interface CaseFile {
  readonly theCase: DemoCase
  readonly parties: readonly { readonly role: string; readonly customerId: number }[]
  readonly stages: readonly table.StageRow[]
  readonly clockEvents: readonly table.ClockEventRow[]
  readonly classifications: readonly { readonly groupName: string; readonly value: string }[]
  readonly flags: readonly { readonly parameter: string; readonly text: string }[]
  readonly notes: readonly DemoNote[]
  readonly tasks: readonly DemoTask[]
  readonly actions: readonly DemoAction[]
  readonly documents: readonly DemoDocument[]
  readonly letters: readonly table.CorrespondenceRow[]
}

/** What a case is made of before it is written out. */
export interface Plot {
  readonly seeds: Seeds
  readonly chance: Chance
  readonly now: Date
  readonly caseId: number
  readonly caseType: CaseType
  readonly life: Life
  readonly story: Story
  readonly course: Course
  /** It has been acknowledged, and no more. */
  readonly isNew: boolean
  readonly customer: table.CustomerRow
  readonly accountId: number | null
  readonly externalId: string | null
  readonly team: string
  readonly worker: SeedUser
  readonly method: string
  readonly label: string
}
