import type { WireWord } from '#api/wire-word.ts'
import type { ParameterRow } from '#kernel/parameters.ts'
import { offeredAddresses } from './addresses.ts'
import type { AnsweredError } from './answered-errors.ts'
import { inCode, table, type Block } from './document.ts'
import { typeLink } from './value-types-chapter.ts'

/** Where a service answers, and to which methods. */
export const addressTable = (word: WireWord, domain: string): Block =>
  table(
    ['Address', 'Methods'],
    offeredAddresses(word, domain).map(({ address, methods }) => [
      inCode(address),
      methods.join(', '),
    ]),
  )

/** What a service takes. */
export const parameterTable = (rows: readonly ParameterRow[]): Block =>
  table(
    ['Parameter', 'Meaning', 'Type', 'Required'],
    rows.map(({ name, label, kind, isRequired }) => [
      inCode(name),
      label,
      typeLink(kind),
      isRequired ? 'yes' : 'no',
    ]),
  )

/** What a service answers where the answer is no. */
export const errorTable = (errors: readonly AnsweredError[]): Block =>
  table(
    ['Code', 'Status', 'Text', 'When', 'Evidence'],
    errors.map(({ code, status, info, when, evidence }) => [
      String(code),
      String(status),
      inCode(info),
      when,
      evidence,
    ]),
  )
