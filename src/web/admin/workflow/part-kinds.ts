import { saveDraftActionForm, saveDraftSection } from '#domain/form-drafts/index.ts'
import {
  saveDraftAssignment,
  saveDraftClearance,
  saveDraftClearanceStep,
  saveDraftEnding,
  saveDraftEvent,
  saveDraftReopening,
  saveDraftTrack,
} from '#domain/procedure-drafts/index.ts'
import {
  saveDraftCondition,
  saveDraftDeadline,
  saveDraftLetter,
  saveDraftOutcome,
  saveDraftReminder,
  saveDraftStage,
  saveDraftTask,
} from '#domain/stage-drafts/index.ts'
import type { Operation } from '#kernel/operation.ts'
import type { Box } from '#web/admin/case-types/draft-form.ts'
import type { ShownDraft } from '#web/admin/case-types/shown-draft.ts'
import { conditionFields } from './condition-field.ts'
import type { Fields } from './field-parts.ts'
import {
  deadlineFields,
  letterFields,
  outcomeFields,
  stageFields,
  taskFields,
} from './part-fields.ts'
import {
  assignmentFields,
  endingFields,
  nameFields,
  reminderFields,
  reopeningFields,
  stepFields,
  trackFields,
} from './rule-fields.ts'
import { actionFormFields, sectionFields } from './section-fields.ts'

/** A kind of part of a workflow: in which lists it stands, how it is saved, and what its form asks. */
export type PartKind = {
  readonly lists: readonly (readonly string[])[]
  readonly one: string
  readonly operation: Operation
  readonly fields: (draft: ShownDraft, part: never) => Fields
  /** Does it belong to the form, which the page of the draft shows? */
  readonly isOfForm?: true
  readonly box?: (part: never) => Box
}

const deadlines = [['deadlines'], ['stages', 'deadlines']]

/** Every kind of part that a workflow has. */
export const partKinds: readonly PartKind[] = [
  {
    lists: [['stages'], ['tracks', 'stages']],
    one: 'a stage',
    operation: saveDraftStage,
    fields: stageFields,
  },
  {
    lists: [['sections']],
    one: 'a section',
    operation: saveDraftSection,
    fields: sectionFields,
    isOfForm: true,
  },
  {
    lists: [['actions']],
    one: 'a form',
    operation: saveDraftActionForm,
    fields: actionFormFields,
    isOfForm: true,
    box: (form?: { readonly isAmendment: boolean }) => ({
      name: 'IsAmendment',
      label: 'Programs may file it on a case with createcase, as an amendment',
      isTicked: form?.isAmendment ?? false,
    }),
  },
  { lists: [['tracks']], one: 'a track', operation: saveDraftTrack, fields: trackFields },
  {
    lists: [['stages', 'outcomes']],
    one: 'an outcome',
    operation: saveDraftOutcome,
    fields: outcomeFields,
  },
  { lists: [['stages', 'tasks']], one: 'a task', operation: saveDraftTask, fields: taskFields },
  {
    lists: [['stages', 'letters']],
    one: 'a letter',
    operation: saveDraftLetter,
    fields: letterFields,
  },
  {
    lists: deadlines,
    one: 'a deadline',
    operation: saveDraftDeadline,
    fields: deadlineFields,
    box: (deadline?: { readonly isTarget: boolean }) => ({
      name: 'IsTarget',
      label: 'It is the target of the case',
      isTicked: deadline?.isTarget ?? false,
    }),
  },
  {
    lists: deadlines.map((path) => [...path, 'reminders']),
    one: 'a reminder',
    operation: saveDraftReminder,
    fields: reminderFields,
    box: (reminder?: { readonly isReassigning: boolean }) => ({
      name: 'IsReassigning',
      label: 'The case goes to them as well',
      isTicked: reminder?.isReassigning ?? false,
    }),
  },
  {
    lists: [
      ['stages', 'entry'],
      ['stages', 'exit'],
      ['stages', 'outcomes', 'conditions'],
      ['endings', 'conditions'],
    ],
    one: 'a condition',
    operation: saveDraftCondition,
    fields: conditionFields,
  },
  { lists: [['endings']], one: 'an ending', operation: saveDraftEnding, fields: endingFields },
  {
    lists: [['reopenings']],
    one: 'a way to open again',
    operation: saveDraftReopening,
    fields: reopeningFields,
  },
  { lists: [['events']], one: 'an event', operation: saveDraftEvent, fields: nameFields },
  {
    lists: [['assignment']],
    one: 'a rule',
    operation: saveDraftAssignment,
    fields: assignmentFields,
  },
  {
    lists: [['clearances']],
    one: 'a clearance chain',
    operation: saveDraftClearance,
    fields: nameFields,
  },
  {
    lists: [['clearances', 'steps']],
    one: 'a step',
    operation: saveDraftClearanceStep,
    fields: stepFields,
  },
]
