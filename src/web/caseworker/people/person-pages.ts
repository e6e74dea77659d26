import { typedDate } from '#domain/calendar/index.ts'
import { getCustomer, saveCustomer } from '#domain/customers/index.ts'
import {
  addContact,
  amendAlert,
  amendContact,
  endAlert,
  endContact,
  setAlert,
  unknownAlert,
  unknownContact,
} from '#domain/customer-records/index.ts'
import { getMerges } from '#domain/customer-merging/index.ts'
import type { Operation } from '#kernel/operation.ts'
import { notPermitted, Refusal } from '#kernel/refusal.ts'
import { shownMerges } from '#web/caseworker/people-merging/shown-merges.ts'
import { formPage, previewPage, showPage } from '#web/layout/form-page.ts'
import type { Action, AnyFormPage, PathParts, Typed } from '#web/layout/form-page.ts'
import { peopleAddress, personAddress } from './addresses.ts'
import { recordFormView, type RecordForm } from './record-form.view.ts'
import { alertQuestions, contactQuestions } from './further-questions.ts'
import { recordQuestions } from './record-questions.ts'
import { showPersonView } from './show-person.view.ts'
import { nameOf, shownPerson, type Told } from './shown-person.ts'

const addressOf = ({ person = '' }: PathParts): string => personAddress(person)

/** The date of birth as it is kept, where what was typed is one. */
const sent = (typed: Typed, parts: PathParts): Typed => {
  const born = typedDate.read(typed['DateOfBirth'] ?? '')
  return { ...typed, ...('value' in born ? { DateOfBirth: born.value } : {}), ...parts }
}

/** The page of a person. */
export const showPersonPage = showPage({
  path: '/people/:person',
  view: showPersonView,
  async show(ask, parts, { banner, csrfToken }) {
    const [told, merges] = await Promise.all([ask(getCustomer, parts), ask(getMerges, parts)])
    return shownPerson(told, { banner, csrfToken, ...shownMerges(merges) })
  },
})

/** The page on which somebody is added. */
const addPersonPage = formPage({
  path: '/people/new',
  view: recordFormView,
  operation: saveCustomer,
  show: () =>
    Promise.resolve<RecordForm>({
      caption: 'People',
      heading: 'Add a person',
      submit: 'Add person',
      back: { href: peopleAddress, text: 'Find somebody else' },
      questions: recordQuestions(),
    }),
  next: (_parts, answer) => personAddress((answer as { person: string }).person),
  banner: 'Person added',
  sent,
})

interface Asking {
  readonly path: string
  readonly operation: Operation
  readonly banner: string
  readonly heading: string
  readonly submit: string
  readonly questions: (
    told: Told,
    parts: PathParts,
    typed: Typed,
  ) => Pick<RecordForm, 'seen' | 'questions'>
}

const asking = ({ path, operation, banner, heading, submit, questions }: Asking): AnyFormPage =>
  previewPage({
    path: `/people/:person/${path}`,
    view: recordFormView,
    operation,
    async show(ask, parts, typed) {
      const told = await ask(getCustomer, parts)
      if (!told.mayUpdate) throw new Refusal(notPermitted)
      const name = nameOf(told)
      return {
        caption: name,
        heading,
        submit,
        back: { href: addressOf(parts), text: `Back to ${name}` },
        ...questions(told, parts, typed),
      }
    },
    next: addressOf,
    banner,
    sent,
  })

const editPersonPage = asking({
  path: 'edit',
  operation: saveCustomer,
  banner: 'Record saved',
  heading: 'Change the record',
  submit: 'Save record',
  questions: (told) => ({
    seen: told.updatedAt.toISOString(),
    questions: recordQuestions(told),
  }),
})

const addContactPage = asking({
  path: 'contacts/new',
  operation: addContact,
  banner: 'Contact detail added',
  heading: 'Add a contact detail or representative',
  submit: 'Add contact detail',
  questions: () => ({ questions: contactQuestions() }),
})

const amendContactPage = asking({
  path: 'contacts/:contact/edit',
  operation: amendContact,
  banner: 'Contact detail saved',
  heading: 'Change a contact detail or representative',
  submit: 'Save contact detail',
  questions({ contacts }, { contact }) {
    const known = contacts.find(({ contactId }) => String(contactId) === contact)
    if (!known) throw new Refusal(unknownContact)
    return { seen: known.seen, questions: contactQuestions(known) }
  },
})

const setAlertPage = asking({
  path: 'alerts/new',
  operation: setAlert,
  banner: 'Alert set',
  heading: 'Set an alert',
  submit: 'Set alert',
  questions: () => ({ questions: alertQuestions() }),
})

const amendAlertPage = asking({
  path: 'alerts/:alertNumber/edit',
  operation: amendAlert,
  banner: 'Alert saved',
  heading: 'Change an alert',
  submit: 'Save alert',
  questions({ alerts }, { alertNumber }, typed) {
    const known = alerts.find(({ alertId }) => String(alertId) === alertNumber)
    // what was typed of one that somebody has changed or ended meanwhile is not lost
    if (!known && typed['Alert'] === undefined) throw new Refusal(unknownAlert)
    return { questions: alertQuestions(known) }
  },
})

/** The pages with forms about somebody. */
export const personPages = [
  addPersonPage,
  editPersonPage,
  addContactPage,
  amendContactPage,
  setAlertPage,
  amendAlertPage,
]

/** The buttons on the page of a person. */
export const personActions: readonly Action[] = [
  {
    path: '/people/:person/contacts/:contact/end',
    operation: endContact,
    next: addressOf,
    banner: () => 'Contact detail ended',
  },
  {
    path: '/people/:person/alerts/:alertNumber/end',
    operation: endAlert,
    next: addressOf,
    banner: () => 'Alert ended',
  },
]
