import {
  addRequestPart,
  applyExemption,
  decidePart,
  decisions,
  dropExemption,
} from '#domain/request-parts/index.ts'
import { capital, wordChoices } from '#web/caseworker/complaint/choices-of.ts'
import type { Stored } from '#web/forms/case-form.ts'
import { asking, partOf } from './asking.ts'
import type { Information, Part } from './information-in-words.ts'

const addPage = asking({
  path: 'parts/new',
  operation: addRequestPart,
  banner: 'Part added',
  form: () => ({
    heading: 'Add a part of the request',
    submit: 'Add part',
    questions: [{ as: 'area', name: 'Description', label: 'What is asked for' }],
  }),
})

const storedPart = (part: Part): Stored => ({
  version: part.version,
  changedBy: part.changedBy,
  changedAt: part.changedAt,
  known: [
    { what: 'Decision', text: part.decision === null ? 'Not decided' : capital(part.decision) },
    ...(part.reasons === null ? [] : [{ what: 'Reasons', text: part.reasons }]),
  ],
})

const decidePage = asking({
  path: 'parts/:part/decide',
  operation: decidePart,
  banner: 'Decision saved',
  form(told, parts) {
    const part = partOf(told, parts)
    return {
      heading: `Decide part ${part.part}`,
      submit: 'Save decision',
      about: part.description,
      stored: storedPart(part),
      questions: [
        {
          as: 'radios',
          name: 'Decision',
          label: 'Decision',
          choices: wordChoices(decisions),
          value: part.decision ?? undefined,
        },
        {
          as: 'area',
          name: 'Reasons',
          label: 'Reasons (optional)',
          value: part.reasons ?? undefined,
        },
      ],
    }
  },
})

const exemptionChoices = ({ exemptions }: Information) =>
  exemptions.map(({ code, name, isQualified }) => ({
    value: code,
    text: `${code}: ${name}${isQualified ? '' : ' (absolute)'}`,
  }))

const exemptionPage = asking({
  path: 'parts/:part/exemption',
  operation: applyExemption,
  banner: 'Exemption saved',
  form(told, parts) {
    const part = partOf(told, parts)
    return {
      heading: `Claim an exemption for part ${part.part}`,
      submit: 'Save exemption',
      about: part.description,
      questions: [
        {
          as: 'select',
          name: 'Exemption',
          label: 'Exemption',
          hint: 'One that is claimed already takes what is said here in place of what was said before.',
          none: 'Select an exemption',
          choices: exemptionChoices(told),
        },
        {
          as: 'area',
          name: 'InterestFor',
          label: 'Public interest in disclosing',
          hint: 'Leave it out for an absolute exemption, or until the test is made.',
        },
        { as: 'area', name: 'InterestAgainst', label: 'Public interest in withholding' },
        {
          as: 'radios',
          name: 'Balance',
          label: 'Where the balance lies',
          choices: [
            { value: 'withhold', text: 'Withhold: the interest in withholding outweighs' },
            { value: 'disclose', text: 'Disclose: it does not' },
          ],
        },
      ],
    }
  },
})

const dropPage = asking({
  path: 'parts/:part/drop',
  operation: dropExemption,
  banner: 'Exemption taken back',
  form(told, parts) {
    const part = partOf(told, parts)
    return {
      heading: `Take back an exemption for part ${part.part}`,
      submit: 'Take exemption back',
      about: part.description,
      questions: [
        {
          as: 'radios',
          name: 'Exemption',
          label: 'Exemption',
          choices: part.claimed.map(({ exemption, name }) => ({
            value: exemption,
            text: `${exemption}: ${name}`,
          })),
        },
      ],
    }
  },
})

/** The pages with forms about the parts of a request. */
export const partPages = [addPage, decidePage, exemptionPage, dropPage]
