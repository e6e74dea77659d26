/** A day that others are reckoned from: receipt, the start of the stage, a clock event, a deadline's due date. */
export type DatedThing =
  | { readonly kind: 'received' }
  | { readonly kind: 'stage started' }
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'deadline'; readonly deadline: string }

/** So many days before (a negative number) or after something dated. */
export interface RelativeDay {
  readonly days: number
  readonly unit: 'working' | 'calendar'
  readonly from: DatedThing
}

/** A warning, by the share of the time that has run (per cent) or so many working days before the end. */
export type WarningPoint = { readonly share: number } | { readonly daysBefore: number }

/** Who is told, or gets the work. */
export type Recipient =
  | { readonly kind: 'owner' }
  | { readonly kind: 'manager' }
  | { readonly kind: 'team'; readonly team: string }

/** A reminder: when, to whom, and whether the work goes to them as well. */
export interface Reminder {
  readonly at: WarningPoint
  readonly to: Recipient
  readonly isReassigning: boolean
}

/**
 * What a deadline rests on: a rule of law or code by its id, with the organisation's own number where the
 * rule leaves it open, or a local target.
 */
export type DeadlineBasis =
  | { readonly rule: string; readonly number?: number }
  | { readonly target: { readonly days: number; readonly unit: 'working' | 'calendar' } }

/** Something that must be done by a date. */
export interface DeadlineSpec {
  readonly code: string
  readonly name: string
  readonly basis: DeadlineBasis
  /** The day its rule counts from. */
  readonly from: DatedThing
  /** What meets it: a clock event, or leaving the stage (the case, where it is not a stage's). */
  readonly metBy: { readonly event: string } | 'end'
  /** Is this the date that the case shows as its target while it runs? */
  readonly isTarget: boolean
  readonly reminders: readonly Reminder[]
}

/** A task that a stage raises. */
export interface TaskSpec {
  readonly code: string
  readonly title: string
  readonly due?: RelativeDay
  /** The team that does it; absent: whoever has the case. */
  readonly team?: string
}

/** A letter or e-mail that a stage raises as a draft. */
export interface LetterSpec {
  readonly template: string
  readonly when: 'stage started' | 'stage ended'
  readonly due?: RelativeDay
}

/** What must be so before a stage begins, ends, or a case is closed. A closed list. */
export type Condition =
  | { readonly kind: 'event recorded'; readonly event: string }
  | { readonly kind: 'field filled'; readonly field: string }
  | { readonly kind: 'task done'; readonly task: string }
  | { readonly kind: 'letter sent'; readonly template: string }
  | { readonly kind: 'document held'; readonly category: string }
  | { readonly kind: 'classified'; readonly group: string }
  | { readonly kind: 'points answered' }
  | { readonly kind: 'remedies done' }
  | { readonly kind: 'clock running' }
  | { readonly kind: 'clearance given' }
  /** What was put to a chain is cleared; an answer that was put to none may go as it is. */
  | { readonly kind: 'clearance settled' }
  /** Every part of a request for information is decided, with its exemptions and their balance. */
  | { readonly kind: 'answer complete' }
  /** No part of a request for information is withheld, wholly or partly. */
  | { readonly kind: 'nothing withheld' }
  /** Separation of duty: whoever has the case did not work that stage. */
  | { readonly kind: 'worker differs'; readonly stage: string }

/** Where an outcome leads: to a stage of the same track, to the case's closure, or to the track's end. */
export type LeadsTo = { readonly stage: string } | 'closure' | 'track end'

/** A way in which a stage can end. */
export interface StageOutcome {
  readonly code: string
  readonly label: string
  readonly leadsTo: LeadsTo
  /** The codes of tracks that begin by hand, and with it where they have not. */
  readonly begins?: readonly string[]
  /** Fields that must be filled for it. */
  readonly requires: readonly string[]
  /** What it asks for beside what every end of its stage does. */
  readonly conditions: readonly Condition[]
}

/** A step of a procedure. */
export interface ProcedureStage {
  readonly code: string
  readonly name: string
  /** Its number on the wire (contract 6.7); absent: not shown there. */
  readonly number?: number
  /** The case's status while in it, as staff and as the customer read it. */
  readonly status: string
  readonly customerStatus: string
  /** Who works it; absent: whoever has the case. */
  readonly team?: string
  readonly entry: readonly Condition[]
  readonly exit: readonly Condition[]
  readonly deadlines: readonly DeadlineSpec[]
  readonly tasks: readonly TaskSpec[]
  readonly letters: readonly LetterSpec[]
  readonly outcomes: readonly StageOutcome[]
}

/** Stages one after another. Tracks run side by side: a hazard and a complaint on one report. */
export interface Track {
  readonly code: string
  readonly name: string
  /** Does it begin when the case is opened, or when somebody begins it? */
  readonly begins: 'opening' | 'by hand'
  /** In order; the first is where it begins. */
  readonly stages: readonly ProcedureStage[]
}

/** A way in which a case ends otherwise than by a stage's outcome. */
export interface Ending {
  readonly code: string
  readonly label: string
  readonly kind: 'closed' | 'withdrawn' | 'rejected' | 'returned'
  readonly status: string
  readonly customerStatus: string
  readonly requires: readonly string[]
  readonly conditions: readonly Condition[]
}

/** How a closed case comes to life again: at which stage, for how long, and what happens later. */
export interface Reopening {
  readonly code: string
  readonly label: string
  readonly track: string
  readonly stage: string
  /** Calendar days after closure; absent: at any time. */
  readonly withinDays?: number
  readonly later: 'linked case' | 'refused'
}

/** What a paper that arrives on a closed case does. */
export interface LatePapers {
  readonly reopensWithinDays?: number
  readonly reopening?: string
  readonly later: 'filed' | 'linked case'
}

/** What decides who gets a case. Every member that is there must fit. */
export interface AssignmentRule {
  readonly name: string
  readonly when: {
    readonly field?: { readonly field: string; readonly values: readonly string[] }
    readonly classification?: { readonly group: string; readonly values: readonly string[] }
    /** Beginnings of postcodes, as SW1A or EH; the place of the case counts, else where its customer lives. */
    readonly postcodes?: readonly string[]
    readonly languages?: readonly string[]
    readonly ratings?: readonly string[]
    readonly stages?: readonly string[]
  }
  /**
   * The queue of a team; a person by user name; whoever of the team has the skill (who has the least work, where
   * it is not said by what). A rule that finds nobody by name, skill or earlier work leaves the case to the next.
   */
  readonly to: {
    readonly team: string
    readonly user?: string
    readonly skill?: string
    readonly by?: 'previous worker' | 'least work' | 'turn'
  }
}

/** A step of a clearance chain, and who may take it. */
export interface ClearanceStep {
  readonly code: string
  readonly name: string
  readonly team: string
}

/** Who must clear an answer, in order. */
export interface ClearanceChain {
  readonly code: string
  readonly name: string
  readonly steps: readonly ClearanceStep[]
}

/** Something that can happen to a case of this procedure, beside the events that all clocks know. */
export interface OwnEvent {
  readonly code: string
  readonly name: string
}

/** What cases of a type go through. */
export interface Procedure {
  /** The first is the main one: it begins with the case and its end is the case's. */
  readonly tracks: readonly Track[]
  /** What can be recorded beside the events that all clocks know. */
  readonly events: readonly OwnEvent[]
  /** Deadlines of the case as a whole. */
  readonly deadlines: readonly DeadlineSpec[]
  readonly endings: readonly Ending[]
  readonly reopenings: readonly Reopening[]
  readonly latePapers: LatePapers
  readonly assignment: readonly AssignmentRule[]
  /** The team in whose queue a case lands that no rule takes. */
  readonly queue?: string
  readonly clearances: readonly ClearanceChain[]
}
