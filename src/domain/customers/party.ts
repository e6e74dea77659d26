import {
  equalityAnswer,
  withdrawnAnswer,
  type EqualityAnswer,
  type EqualityQuestion,
} from '#domain/equality/index.ts'
import type { Misfit, Options } from '#domain/options/index.ts'
import { sentText, type ParameterRow, type RawParameters } from '#kernel/parameters.ts'
import type { CustomerDetails } from './customer.ts'
import { partyFields, type PartyField } from './party-field.ts'

/** What a call says of one person. */
export interface Party {
  /** Only what was given. */
  readonly details: CustomerDetails
  /** For the store of equality answers, and nowhere else (contract 6.0.4). */
  readonly equality: readonly EqualityAnswer[]
  readonly misfits: readonly Misfit[]
}

/** The parameters of a party for documentation; the prefix is such as `Customer.`, or empty. */
export const partyRows = (prefix: string): readonly ParameterRow[] =>
  partyFields.flatMap(({ name, aliases, label, kind }) =>
    [name, ...aliases].map((each) => ({
      name: `${prefix}${each}`,
      label: each === name ? label : `${label} (the same as ${prefix}${name})`,
      kind: kind.name,
      schema: kind.schema,
      isRequired: false,
    })),
  )

/**
 * Reads the party under a prefix such as `Customer.` as createcase does: what is empty counts as not
 * sent, what is switched off as unknown. Undefined where nothing of a party was sent.
 */
export function readParty(raw: RawParameters, prefix: string, options: Options): Party | undefined {
  const party = gather(partyFields.map((field) => read(field, { raw, prefix, options })))
  return isEmpty(party) ? undefined : party
}

/** Reads a party as updatecustomer does: what is sent empty is to be cleared (contract 2.6). */
export const readPartyChanges = (raw: RawParameters, options: Options): Party =>
  gather(
    partyFields.map((field) => {
      const found = read(field, { raw, prefix: '', options })
      return (
        found ?? (isSentEmpty(field, { raw, prefix: '', options }) ? cleared(field) : undefined)
      )
    }),
  )

interface Sent {
  readonly raw: RawParameters
  readonly prefix: string
  readonly options: Options
}
type Found =
  | { readonly detail: string; readonly value: string | boolean | null }
  | { readonly further: string; readonly value: string | boolean | null }
  | { readonly answer: EqualityAnswer }
  | { readonly misfit: Misfit }

/** The names under which a field may be sent: always, or where an administrator has switched it on. */
function namesInUse(field: PartyField, { options }: Sent): readonly string[] {
  let names = inUse.get(options)
  if (!names)
    inUse.set(
      options,
      (names = new Map(partyFields.map((each) => [each, switchedOn(each, options)]))),
    )
  return names.get(field) ?? []
}

/** The names of all fields, worked out once for as long as the options stay the same. */
const inUse = new WeakMap<Options, ReadonlyMap<PartyField, readonly string[]>>()

function switchedOn({ name, aliases, isAlwaysOn }: PartyField, options: Options) {
  const isOn = (each: string) => options.has('parameter', `Customer.${each}`)
  return [name, ...aliases].filter((each) => isAlwaysOn || isOn(name) || isOn(each))
}

function read(field: PartyField, sent: Sent): Found | undefined {
  for (const name of namesInUse(field, sent)) {
    const parameter = `${sent.prefix}${name}`
    const text = sentText(sent.raw, parameter)?.replaceAll('\r\n', '\n')
    if (text === undefined) continue
    if ('question' in field.place)
      return { answer: equalityAnswer(field.place.question, text, sent.options) }
    const result = field.kind.read(text, sent.options)
    return 'fault' in result
      ? { misfit: { parameter, text, ...(field.kind.list ? { list: field.kind.list } : {}) } }
      : { ...field.place, value: result.value }
  }
  return undefined
}

const isSentEmpty = (field: PartyField, sent: Sent): boolean =>
  namesInUse(field, sent).some((name) => sent.raw.has(`${sent.prefix}${name}`.toLowerCase()))

function cleared({ place }: PartyField): Found {
  return 'question' in place
    ? { answer: withdrawnAnswer(place.question satisfies EqualityQuestion) }
    : { ...place, value: null }
}

function gather(all: readonly (Found | undefined)[]): Party {
  const found = all.filter((each) => each !== undefined)
  const details = found.flatMap((each) => ('detail' in each ? [[each.detail, each.value]] : []))
  const further = found.flatMap((each) => ('further' in each ? [[each.further, each.value]] : []))
  return Object.freeze({
    details: Object.fromEntries([
      ...details,
      ...(further.length > 0 ? [['further', Object.fromEntries(further)]] : []),
    ]) as CustomerDetails,
    equality: found.flatMap((each) => ('answer' in each ? [each.answer] : [])),
    misfits: found.flatMap((each) => ('misfit' in each ? [each.misfit] : [])),
  })
}

const isEmpty = ({ details, equality, misfits }: Party): boolean =>
  Object.keys(details).length + equality.length + misfits.length === 0
