import { drawFlow, flowInWords } from '#domain/diagrams/index.ts'
import { command, type Command } from '#commands/command.ts'
import { flag } from '#commands/part.ts'
import { findSource, sourceOperands, sourceOptions } from './case-type-files.ts'

/** Draws what cases of a type go through. */
export const diagram: Command = command({
  name: 'case-type diagram',
  summary: 'Draw the stages of a case type and what leads from one to another, as SVG.',
  notes: ['The drawing holds the same as text, for those who listen to it.'],
  operands: sourceOperands,
  options: { ...sourceOptions, text: flag('Print the text in place of the drawing.') },
  example: 'case-type diagram complaint.json > complaint.svg',
  async run({ text: isText, ...source }, desk) {
    const { name, label, procedure } = await findSource(source, desk)
    const svg = drawFlow({ name: label, procedure })
    const text = flowInWords(procedure)
    return { json: { caseType: name, text, svg }, text: isText ? text : svg }
  },
})
