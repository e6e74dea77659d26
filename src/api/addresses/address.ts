import { isWireWord, type WireWord } from '#api/wire-word.ts'

/** The forms of address of contract 1.1. */
export type AddressForm = 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6' | 'H7'

/** An account that an address may mean, and the form the address has if it does. */
export interface AccountCandidate {
  readonly account: string
  readonly form: AddressForm
}

/** What host and path say: the word called, and how the account is to be found. */
export interface Address {
  /** The word called, absent when the path has the form of a service but names none. */
  readonly word: WireWord | undefined
  /** The accounts that path or host may name, in the order in which they are to be tried. */
  readonly named: readonly AccountCandidate[]
  /** The form when `db` names the account, absent when path or host do. */
  readonly dbForm?: 'H2' | 'H6' | 'H7'
}

/** Reads host and path: undefined when the path is not that of a service (contract 1.1). */
export function readAddress(
  host: string | undefined,
  path: string,
  suffixes: readonly string[],
): Address | undefined {
  const place = readPath(path)
  if (!place) return undefined
  const { word, account } = place
  if (account !== undefined) return { word, named: candidates([[account, 'H1']]) }
  const label = hostLabel(host, suffixes)
  if (label === undefined) return { word, named: [], dbForm: 'H7' }
  const fixed = fixedLabels.get(label)
  if (fixed) return { word, named: [], dbForm: fixed }
  return { word, named: candidates(labelMeanings(label)) }
}

/**
 * The accounts to try, in order, once `db` is known (contract 1.1 (2), (6)): none when `db` contradicts the
 * address; the default account stands in where `db` decides and is absent.
 */
export function accountCandidates(
  address: Address,
  db: string | undefined,
  defaultAccount?: string,
): readonly AccountCandidate[] {
  const wanted = (db ?? '').toLowerCase()
  const { dbForm, named, word } = address
  if (dbForm === undefined) {
    const isOpaque = word === 'download' || wanted === ''
    return isOpaque ? named : named.filter(({ account }) => account === wanted)
  }
  const standIn = dbForm === 'H7' ? (defaultAccount ?? '') : ''
  return candidates([[wanted || standIn, dbForm]])
}

/** The accounts that a host alone may mean, in the order in which they are to be tried (contract 1.1). */
export function accountsOfHost(
  host: string | undefined,
  suffixes: readonly string[],
  defaultAccount?: string,
): readonly string[] {
  const label = hostLabel(host, suffixes)
  if (label === undefined) return defaultAccount === undefined ? [] : [defaultAccount]
  return fixedLabels.has(label)
    ? []
    : candidates(labelMeanings(label)).map(({ account }) => account)
}

/** What an organisation may narrow about addresses (contract 1.2, 1.3). */
export interface AddressRules {
  /** The disclosure feed answers on the portal hosts only. */
  readonly isFeedPortalOnly: boolean
  /** On the oldest form of address, services that write take GET as well. */
  readonly isWritingByGetAllowed: boolean
}

/** Tells whether a word answers at a form of address (contract 1.2). */
export function isOffered(
  word: WireWord,
  form: AddressForm,
  rules: Pick<AddressRules, 'isFeedPortalOnly'>,
): boolean {
  if (word === 'getcases' && form === 'H3' && rules.isFeedPortalOnly) return false
  return (offered[word] ?? elsewhere).has(form)
}

/** The methods a word takes at a form of address (contract 1.3): on H1 both for the five oldest. */
export function allowedMethods(
  word: WireWord,
  form: AddressForm,
  rules: Pick<AddressRules, 'isWritingByGetAllowed'>,
): readonly ('GET' | 'POST')[] {
  const method = posted.has(word) ? 'POST' : 'GET'
  if (form !== 'H1' || !oldest.has(word)) return [method]
  return method === 'GET' || rules.isWritingByGetAllowed ? ['GET', 'POST'] : ['POST']
}

/** The host without port, letter case and closing full stop, as all comparisons want it. */
export function bareHost(host: string): string {
  const lower = host.trim().toLowerCase()
  if (lower.startsWith('[')) return lower.slice(0, lower.indexOf(']') + 1)
  const colon = lower.indexOf(':')
  const name = colon === -1 ? lower : lower.slice(0, colon)
  return name.endsWith('.') ? name.slice(0, -1) : name
}

/** The path under which documents are fetched (contract 6.9). */
export const downloadPath = '/servlet/servlets.getImg'

const accountName = /^[a-z0-9-]{1,63}$/
const fixedLabels = new Map<string, 'H2' | 'H6' | 'H7'>([
  // Below `portal` the path names the account; without it `db` decides as on any other host.
  ['portal', 'H7'],
  ['uat', 'H2'],
  ['uatportal', 'H6'],
])

const everywhere: ReadonlySet<AddressForm> = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7'])
const elsewhere: ReadonlySet<AddressForm> = new Set(['H1', 'H2', 'H3', 'H7'])
const notReports: ReadonlySet<AddressForm> = new Set(['H1', 'H2', 'H3', 'H5', 'H6', 'H7'])
const offered: Partial<Record<WireWord, ReadonlySet<AddressForm>>> = {
  token: everywhere,
  getreport: new Set(['H1', 'H2', 'H4', 'H7']),
  getcases: notReports,
  download: notReports,
}

const oldest: ReadonlySet<WireWord> = new Set([
  'createcase',
  'addcasenotes',
  'updateexternalid',
  'updatecustomer',
  'getreport',
])
const posted: ReadonlySet<WireWord> = new Set([
  'token',
  'createcase',
  'createaction',
  'updatecase',
  'updateaccount',
  'updatecustomer',
  'addcasenotes',
  'updateexternalid',
  'uploaddocuments',
])

interface Place {
  word: WireWord | undefined
  account?: string
}

function readPath(path: string): Place | undefined {
  const lower = path.toLowerCase()
  if (lower === downloadPath.toLowerCase()) return { word: 'download' }
  const [start, ...segments] = (lower.endsWith('/') ? lower.slice(0, -1) : lower).split('/')
  if (start !== '') return undefined
  if (segments.length === 3) return readOldestPath(segments)
  const word = segments.length === 1 ? readWord(segments[0]) : undefined
  return word && { word }
}

function readOldestPath([first, account = '', last]: string[]): Place | undefined {
  return first === 'services' ? { word: readWord(last), account } : undefined
}

function readWord(word = ''): WireWord | undefined {
  return isWireWord(word) && word !== 'download' ? word : undefined
}

function hostLabel(host: string | undefined, suffixes: readonly string[]): string | undefined {
  const name = bareHost(host ?? '')
  for (const suffix of suffixes) {
    const ending = `.${suffix.toLowerCase()}`
    const label = name.slice(0, -ending.length)
    if (name.endsWith(ending) && accountName.test(label)) return label
  }
  return undefined
}

function labelMeanings(label: string): [string, AddressForm][] {
  const meanings: [string, AddressForm][] = [[label, 'H3']]
  if (label.endsWith('reports')) meanings.push([label.slice(0, -'reports'.length), 'H4'])
  if (label.endsWith('portal')) meanings.push([label.slice(0, -'portal'.length), 'H5'])
  return meanings
}

function candidates(meanings: [string, AddressForm][]): AccountCandidate[] {
  return meanings
    .filter(([account]) => accountName.test(account))
    .map(([account, form]) => ({ account, form }))
}
