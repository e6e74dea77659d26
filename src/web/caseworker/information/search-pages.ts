import {
  addThirdParty,
  completeSearch,
  planSearch,
  settleThirdParty,
  unknownSearch,
  unknownThirdParty,
} from '#domain/information/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import { wordChoices } from '#web/caseworker/complaint/choices-of.ts'
import { asking } from './asking.ts'

const planPage = asking({
  path: 'searches/new',
  operation: planSearch,
  banner: 'Search planned',
  form: () => ({
    heading: 'Plan a search',
    submit: 'Plan search',
    questions: [{ as: 'line', name: 'Place', label: 'System or place' }],
  }),
})

const completePage = asking({
  path: 'searches/:search/done',
  operation: completeSearch,
  banner: 'Search saved',
  form({ searches }, { search = '' }) {
    const found = searches.find((each) => String(each.search) === search)
    if (!found) throw new Refusal(unknownSearch)
    return {
      heading: `What search ${search} has found`,
      submit: 'Save search',
      about: found.place,
      questions: [
        {
          as: 'line',
          name: 'SearchedBy',
          label: 'Who searched',
          value: found.searchedBy ?? undefined,
        },
        { as: 'date', name: 'SearchedOn', label: 'When', value: found.searchedOn ?? undefined },
        { as: 'area', name: 'Found', label: 'What was found', value: found.found ?? undefined },
      ],
    }
  },
})

const addPage = asking({
  path: 'people/new',
  operation: addThirdParty,
  banner: 'Third party added',
  form: () => ({
    heading: 'Add a third party',
    submit: 'Add third party',
    questions: [
      {
        as: 'line',
        name: 'Reference',
        label: 'Reference',
        hint: 'Such as a staff number. Do not enter a name.',
      },
    ],
  }),
})

const settlePage = asking({
  path: 'people/:thirdParty/settle',
  operation: settleThirdParty,
  banner: 'Third party saved',
  form({ thirdParties }, { thirdParty = '' }) {
    const found = thirdParties.find((each) => String(each.thirdParty) === thirdParty)
    if (!found) throw new Refusal(unknownThirdParty)
    return {
      heading: `Settle third party ${thirdParty}`,
      submit: 'Save third party',
      about: found.reference,
      questions: [
        {
          as: 'radios',
          name: 'Consent',
          label: 'Consent',
          choices: wordChoices(['not asked', 'asked', 'given', 'refused']),
          value: found.consent,
        },
        {
          as: 'select',
          name: 'Decision',
          label: 'Decision',
          none: 'Not decided',
          choices: wordChoices(['disclose', 'redact', 'withhold']),
          value: found.decision ?? undefined,
        },
        {
          as: 'area',
          name: 'Reasons',
          label: 'Reasons for the decision',
          value: found.reasons ?? undefined,
        },
      ],
    }
  },
})

/** The pages with forms about searches and third parties. */
export const searchPages = [planPage, completePage, addPage, settlePage]
