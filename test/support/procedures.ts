import assert from 'node:assert/strict'
import {
  collectFaults,
  completeProcedure,
  givenProcedureOf,
} from '#domain/procedure-reading/index.ts'
import {
  checkProcedure,
  type Procedure,
  type ProcedureSurroundings,
} from '#domain/procedures/index.ts'

/** Reads a procedure that has no fault of form. */
export function procedureOf(definition: object): Procedure {
  const faults = collectFaults()
  const procedure = givenProcedureOf(definition, '', faults)
  if (!procedure || faults.all.length > 0) assert.fail(faults.all.join('; '))
  return completeProcedure({ procedure })
}

/** What test procedures may refer to. */
export const around: ProcedureSurroundings = {
  fields: [{ id: 'Finding', values: ['Upheld', 'Not upheld'] }, { id: 'Details' }],
  ratings: ['Low', 'High'],
  classifications: new Map([['Service', ['Roads', 'Homes']]]),
  teamCodes: ['HOMES', 'LEGAL'],
  templateCodes: ['ACK', 'ANSWER'],
  userNames: ['sdee'],
  skills: ['Welsh'],
}

/** What is wrong with a procedure. */
export const faultsOf = (definition: object, surroundings = around): readonly string[] =>
  checkProcedure(procedureOf(definition), surroundings)

/** An outcome that closes the case. */
export const closes = { code: 'answered', leadsTo: 'closure' }
/** An outcome that leads to a stage. */
export const to = (stage: string, code = 'on') => ({ code, leadsTo: { stage } })
/** Two stages that are sound, with what is to be wrong about the first. */
export const first = (wrong: object, beside: object = {}) => ({
  stages: [
    { code: 'one', outcomes: [closes, to('two')], ...wrong },
    { code: 'two', outcomes: [closes] },
  ],
  ...beside,
})
/** The same, about the second. */
export const second = (wrong: object, beside: object = {}) => ({
  stages: [
    { code: 'one', outcomes: [closes, to('two')] },
    { code: 'two', outcomes: [closes], ...wrong },
  ],
  ...beside,
})
/** What is said where an event is not known. */
export const wantedEvents =
  'name one of clarification_requested, clarification_received, fees_notice_given, fee_received, id_requested, id_received, extension_notified, acknowledged, investigation_concluded, school_closed, answer_day_named, or add it to events'
