import { variables, type Variable } from '#config'
import { inCode, paragraph, table, type Chapter } from './document.ts'

/** Every variable of the environment. */
export const environmentChapter: Chapter = {
  id: 'environment',
  title: 'Environment',
  blocks: [
    paragraph(
      'An empty value counts as absent. Values that cannot be used, and unknown names that begin with `CASEWRIGHT_`, are all told at once, and the program ends with exit code 1.',
    ),
    table(
      ['Variable', 'Meaning', 'Value', 'Default', 'Example'],
      Object.values<Variable>(variables).map((variable) => [
        inCode(variable.name),
        variable.isSecret ? `${variable.meaning} Secret.` : variable.meaning,
        variable.kind.name,
        variable.default === undefined
          ? `(${variable.otherwise ?? 'none'})`
          : inCode(variable.default),
        inCode(variable.example),
      ]),
    ),
  ],
}
