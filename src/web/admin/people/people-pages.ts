import { absenceKinds, endAbsence, getAbsences, setAbsence } from '#domain/assignment/index.ts'
import { readDayFirst } from '#domain/details/index.ts'
import {
  addPerson,
  amendPerson,
  disablePerson,
  enablePerson,
  getStaff,
  handOverLoad,
  resetPersonFactors,
  sendPasswordLink,
  unknownStaff,
  type AddedPerson,
  type HandedOver,
} from '#domain/staff/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Choice } from '#web/forms/fields.ts'
import { formPage, showPage } from '#web/layout/form-page.ts'
import type { Action, AnyFormPage, Ask, PathParts } from '#web/layout/form-page.ts'
import { dateInWords } from '#web/layout/times.ts'
import { absenceView } from './absence.view.ts'
import { handOverView } from './hand-over.view.ts'
import { memberFormView, type StoredMember } from './member-form.view.ts'
import { memberAddress, staffAddress } from './people-addresses.ts'
import { noTeam, peopleAskedFor, type Member } from './people-list.ts'
import { peopleView } from './people.view.ts'
import { resetFactorsView } from './reset-factors.view.ts'

type Staff = Awaited<ReturnType<(typeof getStaff)['handle']>>

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
const loadOf = ({ openCases, openTasks }: Member): string =>
  `${counted(openCases, 'open case')} and ${counted(openTasks, 'open task')}.`
const roleChoices = ({ roles }: Staff) => roles.map((value) => ({ value, text: capital(value) }))
const teamChoices = ({ teams }: Staff) =>
  teams.map(({ code, name }) => ({ value: code, text: name }))

/** The list of the people who work here. */
export const staffPage = showPage({
  path: staffAddress,
  view: peopleView,
  async show(ask, _parts, { query, banner }) {
    const staff = await ask(getStaff, {})
    const at = { path: staffAddress, query }
    return {
      at,
      people: peopleAskedFor(staff.people, at).map((person) => ({
        name: person.fullName,
        userName: person.userName,
        email: person.email,
        address: memberAddress(person.userName),
        role: capital(person.role),
        team: person.team ?? '',
        openCases: person.openCases,
        isDisabled: person.disabledAt !== null,
        away: person.awayUntil === null ? undefined : `until ${dateInWords(person.awayUntil)}`,
      })),
      teams: [...teamChoices(staff), { value: noTeam, text: 'No team' }],
      roles: roleChoices(staff),
      banner,
    }
  },
})

/** The page on which a person is added. */
export const addPersonPage = formPage({
  path: `${staffAddress}/new`,
  view: memberFormView,
  operation: addPerson,
  async show(ask) {
    const staff = await ask(getStaff, {})
    return { teams: teamChoices(staff), roles: roleChoices(staff) }
  },
  next: () => staffAddress,
  banner: (answer) =>
    (answer as AddedPerson).mails > 0
      ? 'Person added: they are sent a mail with a link to set their password'
      : 'Person added. This server sends no mail: whoever runs it makes them a link with the command user sign-in-link',
})

const memberPath = `${staffAddress}/edit/:userName`

/** The person of an address; refuses where there is nobody. */
async function memberMeant(ask: Ask, { userName }: PathParts) {
  const staff = await ask(getStaff, {})
  const member = staff.people.find((each) => each.userName === userName)
  if (!member) throw new Refusal(unknownStaff)
  const others = staff.people.filter(
    (each) => each.disabledAt === null && each.userId !== member.userId,
  )
  return {
    staff,
    member,
    people: others.map(({ userName: value, fullName: text }) => ({ value, text })),
    frame: { fullName: member.fullName, memberAddress: memberAddress(member.userName) },
  }
}

/** The page on which a person is changed. */
export const amendPersonPage = formPage({
  path: memberPath,
  view: memberFormView,
  operation: amendPerson,
  async show(ask, parts) {
    const { staff, member } = await memberMeant(ask, parts)
    return { teams: teamChoices(staff), roles: roleChoices(staff), stored: stored(member, staff) }
  },
  next: () => staffAddress,
  banner: 'Person changed',
})

function stored(member: Member, staff: Staff): StoredMember {
  const { userName, fullName, email, jobTitle, role, teamCode, disabledAt, seen } = member
  return {
    seen,
    userName,
    fullName,
    email,
    role,
    jobTitle: jobTitle ?? undefined,
    teamCode: teamCode ?? undefined,
    standing: standingOf(member),
    ways: waysFor(member),
    button:
      disabledAt === null
        ? staff.sendsMail && {
            address: `${memberAddress(userName)}/password-link`,
            text: 'Mail a link to set a new password',
          }
        : { address: `${memberAddress(userName)}/enable`, text: 'Enable' },
  }
}

const standingOf = (member: Member): string =>
  [
    `User name ${member.userName}.`,
    member.disabledAt !== null && 'Disabled: cannot sign in.',
    member.awayUntil !== null && `Away until ${dateInWords(member.awayUntil)}.`,
    `${factorsOf(member)}.`,
    loadOf(member),
  ]
    .filter((each) => each !== false)
    .join(' ')

const factorsOf = ({ factors }: Member): string =>
  factors === 0 ? 'No second factor' : counted(factors, 'second factor')

function waysFor({ userName, disabledAt, isSelf, openCases, openTasks, factors }: Member) {
  const address = memberAddress(userName)
  const load = { href: `${address}/hand-over`, text: 'Hand over all open work' }
  const away = { href: `${address}/absence`, text: 'Absences' }
  const reset = { href: `${address}/reset-factors`, text: 'Reset second factors' }
  const disable = { href: `${address}/disable`, text: 'Disable' }
  return [
    ...(openCases + openTasks > 0 ? [load] : []),
    ...(disabledAt === null ? [away] : []),
    ...(factors > 0 && !isSelf ? [reset] : []),
    ...(disabledAt === null && !isSelf ? [disable] : []),
  ]
}

const handedInWords = (what: string) => (answer: unknown) => {
  const { cases, tasks, stay } = answer as HandedOver
  const given = `${counted(cases, 'case')} and ${counted(tasks, 'task')} handed over`
  const staying = stay === 0 ? '' : `; ${stay} stay, as who takes the rest may not have them`
  return `${what}${given}${staying}`
}

/** The page on which all open work of somebody is handed over. */
export const handOverPage = formPage({
  path: `${memberPath}/hand-over`,
  view: handOverView,
  operation: handOverLoad,
  async show(ask, parts) {
    const { staff, member, people, frame } = await memberMeant(ask, parts)
    return { ...frame, load: loadOf(member), isDisabling: false, people, teams: teamChoices(staff) }
  },
  next: () => staffAddress,
  banner: handedInWords(''),
})

/** The page on which somebody is disabled. */
export const disablePersonPage = formPage({
  path: `${memberPath}/disable`,
  view: handOverView,
  operation: disablePerson,
  async show(ask, parts) {
    const { staff, member, people, frame } = await memberMeant(ask, parts)
    return { ...frame, load: loadOf(member), isDisabling: true, people, teams: teamChoices(staff) }
  },
  next: () => staffAddress,
  banner: handedInWords('Person disabled: '),
})

/** The page on which the second factors of somebody are reset. */
export const resetFactorsPage = formPage({
  path: `${memberPath}/reset-factors`,
  view: resetFactorsView,
  operation: resetPersonFactors,
  async show(ask, parts) {
    const { member, frame } = await memberMeant(ask, parts)
    return { ...frame, standing: `${factorsOf(member)}.` }
  },
  next: () => staffAddress,
  banner: 'Second factors reset: they set up another when they sign in next',
})

/** The page on which an absence is noted. */
export const absencePage = formPage({
  path: `${memberPath}/absence`,
  view: absenceView,
  operation: setAbsence,
  async show(ask, parts) {
    const { people, frame, member } = await memberMeant(ask, parts)
    const kinds = absenceKinds.map((value) => ({ value, text: capital(value) }))
    const { userName } = member
    const { absences } = await ask(getAbsences, { UserName: userName })
    return { ...frame, people, kinds, noted: absences.map((each) => shownAbsence(each, people)) }
  },
  sent: (typed, parts) => ({
    ...typed,
    ...parts,
    From: readDayFirst(typed['From'] ?? ''),
    Until: readDayFirst(typed['Until'] ?? ''),
  }),
  next: () => staffAddress,
  banner: 'Absence noted',
})

type Absence = Awaited<ReturnType<(typeof getAbsences)['handle']>>['absences'][number]

function shownAbsence(absence: Absence, people: readonly Choice[]) {
  const { absenceId, userName, from, until, kind, standIn } = absence
  const name = people.find(({ value }) => value === standIn)?.text ?? standIn
  return {
    days: `${dateInWords(from)} to ${dateInWords(until)}`,
    more: standIn === null ? capital(kind) : `${capital(kind)}, ${name} stands in`,
    end: {
      address: `${memberAddress(userName)}/absence/${absenceId}/end`,
      text: 'End',
      about: `the absence from ${dateInWords(from)}`,
    },
  }
}

/** The pages with forms about people who work here. */
export const staffFormPages: readonly AnyFormPage[] = [
  addPersonPage,
  amendPersonPage,
  handOverPage,
  disablePersonPage,
  absencePage,
  resetFactorsPage,
]

/** The buttons on the page of a person. */
export const staffActions: readonly Action[] = [
  {
    path: `${memberPath}/enable`,
    operation: enablePerson,
    next: () => staffAddress,
    banner: () => 'Person enabled: they can sign in again',
  },
  {
    path: `${memberPath}/absence/:absence/end`,
    operation: endAbsence,
    next: () => staffAddress,
    banner: () => 'Absence ended',
  },
  {
    path: `${memberPath}/password-link`,
    operation: sendPasswordLink,
    next: () => staffAddress,
    banner: () => 'Link sent: they can set a new password with it',
  },
]
