import { flawed, type Members } from '#domain/case-type-drafts/index.ts'
import { conditionMembers } from '#domain/procedure-reading/index.ts'
import { chosen } from '#kernel/kind.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { line, partParameters, partSaving, saveUnnamedPart } from './stage-part.ts'

/** Adds a condition to a stage, an outcome or an ending of a draft, or changes one. */
export const saveDraftCondition = operation({
  name: 'savestagecondition',
  summary: 'Add or change a condition of a stage, an outcome or an ending',
  ...partSaving,
  parameters: {
    ...partParameters,
    condition: required(chosen(line), 'What must be so'),
  },
  examples: [
    {
      TypeDraft: '43',
      Version: '1',
      InList: 'stages/first/exit',
      Condition: 'task done: CALL',
    },
    {
      TypeDraft: '44',
      Version: '1',
      InList: 'stages/second/outcomes/done/conditions',
      Condition: 'clock running',
    },
  ],

  handle: (task) =>
    saveUnnamedPart(task, ['entry', 'exit', 'conditions'], conditionOf(task.input.condition)),
})

/** A condition as a form names it: its kind, and where it asks for something, that behind a colon. */
function conditionOf(written: string): Members {
  const [, kind = '', asked] = /^([a-z ]+)(?:: (.+))?$/.exec(written) ?? []
  if (!isConditionKind(kind)) throw flawed('Condition', 'Select what must be so')
  const member = conditionMembers[kind]
  return member === null ? { kind } : { kind, [member]: asked }
}

const isConditionKind = (kind: string): kind is keyof typeof conditionMembers =>
  Object.hasOwn(conditionMembers, kind)
