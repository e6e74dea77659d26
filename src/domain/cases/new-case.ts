import type { CaseTypeVersion, Team } from '#domain/case-types/index.ts'
import { openClock } from '#domain/clock/index.ts'
import { partiesSent, peopleOf, type SentPerson } from '#domain/customers/index.ts'
import type { NewDocument } from '#domain/documents/index.ts'
import type { List, Misfit } from '#domain/options/index.ts'
import { openingStages } from '#domain/procedures/index.ts'
import { shortText } from '#kernel/kinds.ts'
import { sentText, type Input, type RawParameters } from '#kernel/parameters.ts'
import { readDate } from '#platform/local-time.ts'
import type { insertCase } from './arrival-queries.ts'
import { admitForm, intakeOf, type Configuration } from './configuration.ts'
import type { createCaseParameters } from './create-case-parameters.ts'
import { receiptOf, type Receipt } from './received.ts'

/** A call of createcase that is to open a case. */
export interface Application {
  readonly input: Input<typeof createCaseParameters>
  readonly caseType: CaseTypeVersion
  readonly configuration: Configuration
  readonly documents: readonly NewDocument[]
  /** The case that this one belongs under. */
  readonly parentCaseId: number | null
  readonly createdBy: string
  readonly now: Date
}

/** A case that is ready to be inserted. */
export interface NewCase {
  readonly row: Parameters<typeof insertCase>[1]
  readonly people: readonly SentPerson[]
  readonly team: Team | undefined
  /** Has the caller said which team gets it? */
  readonly isTeamNamed: boolean
  /** There are rules that say who gets it, and none of them took it. */
  readonly isUnruled?: true
}

/** Makes the case that a call asks for; what does not fit goes with it (contract 6.0.4). */
export function newCase(application: Application): NewCase {
  const { input, caseType, configuration, now } = application
  const parties = partiesSent(input.sent, configuration.options)
  const channel = listed(application, 'request method', 'RequestMethod')
  const accountType = listed(application, 'account type', 'ExternalAccountType')
  const route = routed(application)
  const further = caseAttributes(input.sent, configuration)
  const beside = [channel, accountType, route, further, ...parties.map(({ party }) => party)]
  const { values, misfits } = admitForm(caseType, configuration, {
    raw: input.sent,
    misfits: beside.flatMap((part) => part.misfits),
  })
  const receipt = receiptOf(input.requestDate, now)
  const people = peopleOf(parties.filter(({ party }) => saysSomething(party)))
  const intake = [...misfits, ...implausible(receipt, input.sent)]
  return {
    people,
    team: route.team,
    isTeamNamed: route.isNamed,
    row: {
      ...plainColumns(application),
      ...placeColumns(application),
      accountReference: input.externalAccountId ?? null,
      ...intakeOf(intake),
      ...clockColumns(application, receipt),
      label: input.label ?? labelOf(caseType, values),
      receivedMethod: channel.value ?? null,
      accountType: accountType.value ?? null,
      teamId: route.team?.teamId ?? null,
      assignedUserId: null,
      assignedByRule: null,
      attributes: { ...further.values, ...values },
      people: people.map(({ person, details }) => ({ person, details })),
      parties: people.flatMap(({ person, roles }) => roles.map((role) => ({ ...role, person }))),
    },
  }
}

function plainColumns({ input, caseType, ...application }: Application) {
  return {
    requestId: input.requestId ?? null,
    externalId: input.externalId ?? null,
    parentCaseId: application.parentCaseId,
    caseTypeId: caseType.caseTypeId,
    caseTypeVersion: caseType.version,
    status: input.status ?? caseType.status,
    rating: caseType.rating ?? null,
    isConfidential: caseType.isConfidential,
    createdBy: application.createdBy,
    now: application.now,
    documents: application.documents,
  }
}

const placeColumns = ({ input }: Application) => ({
  latitude: input.latitude ?? null,
  longitude: input.longitude ?? null,
  placePostcode: input.placePostcode ?? null,
})

/** The stages, deadlines, tasks and letters with which the case begins; a task that names no team is the case's team's. */
function clockColumns(
  { caseType, configuration: { counting, findTeam }, now }: Application,
  { at, on }: Receipt,
) {
  const { procedure } = caseType
  const { tasks, ...opening } = openClock({ at, on, now }, { ...counting, procedure })
  return {
    ...opening,
    receivedAt: at,
    receivedOn: on,
    tasks: tasks.map(({ team: code, ...task }) => {
      const own = code === null ? undefined : findTeam(code)
      return { ...task, teamId: own?.teamId ?? null }
    }),
  }
}

const titleLength = 200

/** The label of a case for which none was sent: the first line of its title, or the type's label. */
function labelOf({ title, label }: CaseTypeVersion, values: Readonly<Record<string, string>>) {
  const [line = ''] = (title ? (values[title.field] ?? '') : '').trim().split('\n')
  return line === '' ? label : `${title?.prefix ?? ''}${line.slice(0, titleLength)}`.toWellFormed()
}

/** A value of a configured list, or the text that is not in it. */
function listed({ input, configuration }: Application, list: List, parameter: string) {
  const sent = sentText(input.sent, parameter)
  const value = sent === undefined ? undefined : configuration.options.match(list, sent)
  const misfits: Misfit[] =
    sent === undefined || value !== undefined ? [] : [{ parameter, text: sent, list }]
  return { value, misfits }
}

/** The first team named that there is, else that of the stage it begins in or the case type's (contract 6.1). */
function routed({ input, caseType, configuration: { findTeam } }: Application) {
  const named = ['Team', 'AssignedTeam', 'AssignedTeamSS', 'Case.ServiceTeam'].flatMap(
    (parameter) => {
      const text = sentText(input.sent, parameter)
      return text === undefined ? [] : [{ parameter, text, team: findTeam(text) }]
    },
  )
  const [first] = openingStages(caseType.procedure)
  const code = first?.stage.team ?? caseType.team
  const own = code === undefined ? undefined : findTeam(code)
  const wanted = named.find(({ team }) => team)?.team
  return {
    team: wanted ?? own,
    isNamed: wanted !== undefined,
    misfits: named
      .filter(({ team }) => !team)
      .map(({ parameter, text }): Misfit => ({ parameter, text })),
  }
}

/** The further attributes of a case that the organisation has configured (contract 6.1). */
function caseAttributes(raw: RawParameters, { options }: Configuration) {
  const values: Record<string, string> = {}
  const misfits: Misfit[] = []
  for (const { list, value: name } of options.all) {
    const sent = list === 'case attribute' ? sentText(raw, name) : undefined
    if (sent === undefined) continue
    const value = readAttribute(name, sent)
    if (value === undefined) misfits.push({ parameter: name, text: sent })
    else values[name] = value
  }
  return { values, misfits }
}

function readAttribute(name: string, sent: string): string | undefined {
  if (name.toLowerCase() === 'case.receiveddate') return readDate(sent)
  const read = shortText.read(sent.replaceAll('\r\n', '\n'))
  return 'value' in read ? read.value : undefined
}

const saysSomething = ({ details, equality }: Pick<SentPerson, 'details' | 'equality'>): boolean =>
  Object.keys(details).length + equality.length > 0

/** A date of receipt that cannot be believed is kept as it was sent. */
const implausible = ({ isImplausible }: Receipt, raw: RawParameters): readonly Misfit[] =>
  isImplausible ? [{ parameter: 'RequestDate', text: sentText(raw, 'RequestDate') ?? '' }] : []
