import { readForm, type CaseType, type Field } from '#domain/case-types/index.ts'
import { readAnswer } from '#domain/details/index.ts'
import type { Options } from '#domain/options/index.ts'
import { rawParameters, sentText, type RawParameters } from '#kernel/parameters.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'

/**
 * What was sent with the answers as they are kept; what was typed into a field that the answers hide is left out.
 * Refuses what is lacking or does not fit, in the words of the form.
 */
export function fittingAnswers(
  sent: RawParameters,
  caseType: CaseType,
  options: Options,
): RawParameters {
  const answers = caseType.fields.flatMap((field) => answerOf(field, sent, options))
  const raw = withAnswers(sent, answers)
  const { hidden, flaws: lacking } = readForm(caseType, { raw, options })
  const isHidden = new Set(hidden)
  const flaws = caseType.fields.flatMap((field) => {
    const lacked = lacking.find(({ parameter }) => parameter === field.id)
    if (lacked) return [lacked]
    const fault = answers.find(({ id }) => id === field.id)?.fault
    if (fault === undefined || isHidden.has(field.id)) return []
    const message = `“${field.label}” ${fault}`
    return [{ parameter: field.id, kind: 'invalid' as const, message }]
  })
  if (flaws.length > 0) throw new Refusal(invalidInput, flaws)
  const names = new Set(hidden.map((id) => id.toLowerCase()))
  return rawParameters([...raw.values()].filter(({ name }) => !names.has(name.toLowerCase())))
}

function answerOf(field: Field, sent: RawParameters, options: Options) {
  const text = sentText(sent, field.id)
  return text === undefined ? [] : [{ id: field.id, ...readAnswer(field, text, options) }]
}

const withAnswers = (
  sent: RawParameters,
  answers: readonly { readonly id: string; readonly fresh: string }[],
): RawParameters =>
  rawParameters([...sent.values(), ...answers.map(({ id, fresh }) => ({ name: id, value: fresh }))])
