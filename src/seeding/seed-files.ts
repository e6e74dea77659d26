import { readFile } from 'node:fs/promises'
import type { CustomerDetails } from '#domain/customers/index.ts'
import type { Option } from '#domain/options/index.ts'
import type { Pack, TeamMap } from '#domain/packs/index.ts'
import { amendedCaseTypes, readPacks, type SeedPacks } from './seed-packs.ts'

const directory = new URL('../../seeds/', import.meta.url)

/** The organisation that the seed files describe; its seeded cases end right before `nextCaseId`. */
export interface SeedOrganisation {
  readonly name: string
  readonly title: string
  /** Where its people work. */
  readonly address: string
  readonly nextCaseId: number
  readonly settings: Readonly<Record<string, boolean | string>>
}

export interface SeedTeam {
  readonly code: string
  readonly name: string
  readonly department: string
  readonly directorate: string
}

export interface SeedUser {
  readonly userName: string
  readonly fullName: string
  readonly email: string
  readonly jobTitle: string
  readonly role: string
  readonly team: string
}

/** What people, streets and places are called. */
export interface Names {
  readonly firstNames: readonly string[]
  readonly surnames: readonly string[]
  /** Which titles go with which first names. */
  readonly titles: readonly {
    readonly titles: readonly string[]
    readonly firstNames: readonly string[]
  }[]
  readonly streets: readonly string[]
  readonly towns: readonly string[]
  readonly county: string
  readonly country: string
  readonly postcodeDistricts: readonly string[]
  readonly organisations: readonly string[]
  readonly mailDomains: readonly string[]
  /** Beginnings of numbers set aside for drama; three digits follow. */
  readonly landLines: readonly string[]
  readonly mobiles: string
}

/** What a case may be about. */
export interface Story {
  readonly text: string
  readonly title?: string
  readonly wish?: string
  readonly area?: string
  readonly kind?: string
  readonly scheme?: string
  readonly team?: string
  readonly group: string
  readonly value: string
  /** The type of the account concerned. */
  readonly account?: string
}

/** How a field of a form is filled in: from the story, else with one of some values, or with a day before. */
export interface Filling {
  readonly from?: keyof Story
  readonly pick?: readonly string[]
  readonly daysBefore?: number
}

/** How cases of a type go. */
export interface Life {
  /** How many cases there are of it. */
  readonly count: number
  readonly noun: string
  /** What it may stand at under way; absent, at what its stages say. */
  readonly statuses?: readonly string[]
  readonly fill: Readonly<Record<string, Filling>>
  /** By outcome, what it says on the form. */
  readonly outcomes: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** By stage that leads to the next, the outcome with which it does, and what that says on the form. */
  readonly goesOn?: Readonly<Record<string, Leading>>
  /** By stage, what happens to the clock in it in that order, and within how many days of what is before. */
  readonly clock?: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** A track that runs beside a stage of the main one. */
  readonly beside?: Beside
  /** The outcomes after which money may be paid. */
  readonly redress?: readonly string[]
  readonly hasPlace?: boolean
  readonly publication?: Publication
  readonly notes: readonly string[]
  readonly files: readonly (keyof Wordings['files'])[]
}

/** A track that begins with a stage of the main one; each of its stages ends with what happens to the clock. */
export interface Beside {
  readonly track: string
  readonly during: string
  readonly stages: readonly {
    readonly stage: string
    readonly days: number
    readonly until: string
    readonly outcome: string
    readonly form: Readonly<Record<string, string>>
  }[]
}

interface Leading {
  readonly outcome: string
  readonly form: Readonly<Record<string, string>>
}

/** Which cases go into the disclosure log, and what their form then says. */
export interface Publication {
  readonly percent: number
  readonly outcomes: readonly string[]
  readonly flag: string
  readonly date: string
  readonly further: Readonly<Record<string, string>>
}

export interface LetterWording {
  readonly code: string
  readonly name: string
  readonly subject: string
  readonly text: string
}

interface FileWording {
  readonly name: string
  readonly category: string
}

/** What is written on cases of every type. */
export interface Wordings {
  readonly customerNotes: readonly string[]
  readonly customerNoteType: string
  readonly noteTypes: readonly string[]
  /** The form for a telephone call, the task that waits for it, and the field that holds what was said. */
  readonly call: Readonly<Record<'noteType' | 'form' | 'task' | 'field', string>>
  readonly calls: readonly string[]
  readonly outcomeDetails: readonly string[]
  readonly withdrawn: string
  readonly withdrawnReasons: readonly string[]
  readonly returned: string
  readonly returnedReasons: readonly string[]
  readonly satisfaction: readonly string[]
  readonly methods: readonly string[]
  /** The methods by which the customer enters the case, without a caseworker. */
  readonly selfServiceMethods: readonly string[]
  readonly contactMethods: Readonly<Record<'email' | 'phone' | 'letter', string>>
  readonly contactTimes: readonly string[]
  readonly contactLanguages: readonly string[]
  readonly categories: { readonly person: readonly string[]; readonly body: string }
  readonly furtherRoles: readonly string[]
  readonly letters: Readonly<Record<'acknowledgement' | 'holding' | 'response', LetterWording>>
  readonly files: Readonly<Record<'upload' | 'photograph' | 'statement' | 'response', FileWording>>
  readonly accountStatuses: readonly { readonly status: string; readonly sign: number }[]
  readonly misfits: readonly { readonly parameter: string; readonly text: string }[]
}

/** A case that must be there under its own number and reference. */
export interface FixedCase {
  readonly caseId: number
  readonly externalId: string
  readonly type: string
  readonly person: string
  /** The account concerned, if there is one. */
  readonly account?: string
  /** Its place among the stories of its type. */
  readonly story: number
}

/** A fixed case from before the present numbering, which came in at a moment of its own. */
export interface CarriedOverCase extends FixedCase {
  readonly receivedAt: string
  /** Who looks after it. */
  readonly worker: string
}

export interface FixedAccount {
  readonly type: string
  readonly reference: string
  readonly description: string
  readonly status: string
  readonly balance: string
}

/** What documentation and examples name, and the rest of the demonstration is made around. */
export interface Fixed {
  readonly people: readonly CustomerDetails[]
  readonly accounts: readonly FixedAccount[]
  readonly cases: readonly FixedCase[]
  readonly carriedOver: readonly CarriedOverCase[]
}

export interface SeedReport {
  readonly reportId: number
  readonly name: string
  readonly definition: { readonly source: string }
}

/** All that the seed files hold. */
export interface Seeds {
  readonly organisation: SeedOrganisation
  readonly teams: readonly SeedTeam[]
  readonly users: readonly SeedUser[]
  readonly options: readonly Option[]
  /** Definitions of its own, to be read and checked where they are published. */
  readonly caseTypes: readonly unknown[]
  /** Service packs that it has, and which of its teams do their work. */
  readonly packs: readonly Pack[]
  readonly packTeams: TeamMap
  /** Definitions of packs as the organisation has changed them since. */
  readonly amendedCaseTypes: readonly unknown[]
  readonly reports: readonly SeedReport[]
  readonly names: Names
  readonly stories: Readonly<Record<string, readonly Story[]>>
  readonly lives: Readonly<Record<string, Life>>
  readonly wordings: Wordings
  readonly fixed: Fixed
}

const caseTypeFiles = ['complaint', 'general-enquiry']

/** Reads the files in `seeds/`. */
export async function readSeeds(): Promise<Seeds> {
  const seedPacks = await readSeed<SeedPacks>('packs')
  const packs = await readPacks(seedPacks)
  return Object.freeze<Seeds>({
    organisation: await readSeed('organisation'),
    teams: await readSeed('teams'),
    users: await readSeed('users'),
    options: optionsOf(await readSeed('options')),
    caseTypes: await Promise.all(caseTypeFiles.map((name) => readSeed(`case-types/${name}`))),
    packs,
    packTeams: seedPacks.teams,
    amendedCaseTypes: amendedCaseTypes(packs, seedPacks),
    reports: await readSeed<readonly SeedReport[]>('reports').catch(noneWhereAbsent),
    names: await readSeed('names'),
    stories: await readSeed('stories'),
    lives: await readSeed('lives'),
    wordings: await readSeed('wordings'),
    fixed: await readSeed('fixed'),
  })
}

const readSeed = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(new URL(`${name}.json`, directory), 'utf8')) as T

function noneWhereAbsent(error: unknown): readonly never[] {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
  throw error
}

type Value = string | { readonly value: string; readonly label: string }
type Lists = Readonly<Record<string, readonly Value[] | Readonly<Record<string, readonly Value[]>>>>

const optionsOf = (lists: Lists): readonly Option[] =>
  Object.entries(lists).flatMap(([list, values]) =>
    Array.isArray(values)
      ? inGroup(list, '', values as readonly Value[])
      : Object.entries(values as Readonly<Record<string, readonly Value[]>>).flatMap(
          ([groupName, own]) => inGroup(list, groupName, own),
        ),
  )

const inGroup = (list: string, groupName: string, values: readonly Value[]): readonly Option[] =>
  values.map((each, position) =>
    typeof each === 'string'
      ? { list, groupName, position, value: each, label: null }
      : { list, groupName, position, ...each },
  )
