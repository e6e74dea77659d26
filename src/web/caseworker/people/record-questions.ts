import type { Question } from './record-form.view.ts'
import type { Told } from './shown-person.ts'

type Stored = Partial<Told>

/** The questions of a record, with what is stored; of somebody new with nothing. */
export const recordQuestions = (told: Stored = {}): readonly Question[] => [
  line('Title', 'Form of address (optional)', told.title),
  line('FirstName', 'Given name', told.firstName),
  line('Surname', 'Family name', told.surname),
  ...(told.name ? [line('Name', 'Whole name in one field', told.name)] : []),
  line('Organisation', 'Body the person belongs to (optional)', told.organisationName),
  { as: 'area', name: 'Address', label: 'Street part of the address', value: shown(told.address) },
  line('Town', 'Town', told.town),
  line('County', 'County (optional)', told.county),
  line('Postcode', 'Postcode', told.postcode),
  line('Country', 'Country (optional)', told.country),
  line('Phone', 'Phone number', told.phone),
  line('Mobile', 'Mobile number', told.mobile),
  line('Email', 'E-mail address', told.email),
  {
    as: 'date',
    name: 'DateOfBirth',
    label: 'Date of birth (optional)',
    value: shown(told.dateOfBirth),
  },
  ...preferenceQuestions(told),
]

const preferenceQuestions = (told: Stored): readonly Question[] => [
  choiceQuestion({
    name: 'ContactMethod',
    label: 'Preferred means of contact (optional)',
    none: 'Not known',
    values: [told.contactMethods, told.contactMethod],
  }),
  line('ContactTime', 'When a call is welcome (optional)', told.contactTime),
  {
    as: 'line',
    name: 'ContactLanguage',
    label: 'Preferred language (optional)',
    hint: 'Two letters, such as cy for Welsh',
    value: shown(told.contactLanguage),
  },
  {
    as: 'select',
    name: 'ContactConsent',
    label: 'May be contacted again (optional)',
    none: 'Not known',
    choices: [
      { value: 'Yes', text: 'Yes' },
      { value: 'No', text: 'No' },
    ],
    value: told.contactConsent === true ? 'Yes' : told.contactConsent === false ? 'No' : undefined,
  },
  choiceQuestion({
    name: 'Category',
    label: 'Kind of customer (optional)',
    none: 'Not known',
    values: [told.categories, told.category],
  }),
]

const shown = (text: string | null | undefined): string | undefined => text ?? undefined

const line = (name: string, label: string, value: string | null | undefined): Question => ({
  as: 'line',
  name,
  label,
  value: shown(value),
})

type Choosing = {
  readonly name: string
  readonly label: string
  readonly none: string
  readonly values: readonly [all: readonly string[] | undefined, stored: string | null | undefined]
}

/** One of a list of the organisation's; where it has none, any text. What is stored and no longer listed stays. */
export const choiceQuestion = ({ name, label, none, values }: Choosing): Question => {
  const [all = [], stored] = values
  if (all.length === 0) return line(name, label, stored)
  const listed = stored && !all.includes(stored) ? [stored, ...all] : all
  const choices = listed.map((value) => ({ value, text: value }))
  return { as: 'select', name, label, none, choices, value: shown(stored) }
}
