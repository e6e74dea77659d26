import type { CaseType } from '#domain/case-types/index.ts'

/**
 * Says for people what a parameter asked: a form's question by its label, any other by the words of its
 * name, so that `Customer.ContactMethod` becomes "Customer contact method".
 */
export function parameterInWords(parameter: string, { fields, actions }: CaseType): string {
  const asked = [...fields, ...actions.flatMap((form) => form.fields)]
  const field = asked.find(({ id }) => id.toLowerCase() === parameter.toLowerCase())
  if (field) return field.label
  // a case's own type never raises a flag: it is refused where it does not fit (contract 6.0.4)
  return parameter === 'Type' ? 'Kind of note' : words(parameter)
}

function words(name: string): string {
  const [first = '', ...others] = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[\s._]+/)
    .filter((word) => word !== '')
  return [first.charAt(0).toUpperCase() + first.slice(1), ...others.map(lowered)].join(' ')
}

/** In lower case, unless it is an abbreviation. */
const lowered = (word: string): string => (/^[A-Z0-9]{2,}$/.test(word) ? word : word.toLowerCase())
