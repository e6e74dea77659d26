import type { Readable } from 'node:stream'
import type { JsonSchema } from './kind.ts'

/** An element of a reply in XML. */
export interface XmlElement {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string>>
  /** Text, text to be written as CDATA, or elements. */
  readonly content: string | { readonly cdata: string } | readonly XmlElement[]
}

/** A reply in JSON: every value is text (contract 4.3). */
export type JsonTree =
  string | readonly JsonTree[] | { readonly [name: string]: JsonTree } | JsonSequence

/** Objects one after another with only line breaks between (contract 6.7). */
export interface JsonSequence {
  readonly sequence: readonly JsonTree[]
}

/** What only the face that answers can say: it knows the host that was asked, and makes the tokens. */
export interface AnswerContext {
  /** The address from which a document (`D1204`) or a piece of correspondence (`C1301`) is fetched. */
  readonly documentUrl: (reference: string) => string
}

/** Declares once how what an operation returns is written to the wire. */
export interface Answer<T> {
  readonly toXml: (value: T, context: AnswerContext) => XmlElement
  readonly toJson: (value: T, context: AnswerContext) => JsonTree
  readonly schema: JsonSchema
  /**
   * How XML is laid out: all on one `line` (which it is unless said otherwise), each element on `lines` of
   * its own, or so and `indented`.
   */
  readonly layout?: 'line' | 'lines' | 'indented'
  /** XML whose declaration says `standalone="yes"` (contract 6.10). */
  readonly isStandalone?: boolean
  /** Where the reply is named like a file (contract 6.7). */
  readonly fileName?: string
}

/** A reply that is a file or a text of its own: nothing of ours around it. */
export interface Content {
  readonly mediaType: string
  readonly body: string | Buffer | NodeJS.ReadableStream
  /** In bytes, where the body is a stream whose length is known. */
  readonly size?: number
  readonly fileName?: string
}

/** The formats of a reply (contract 2.7). */
export type ReplyFormat = 'xml' | 'json' | 'csv'

/** A reply whose rows are read while they are sent, once the operation's transaction is over. */
export interface RowStream {
  /**
   * Starts reading; rejects where that fails before there is anything to send. The stream ends only when
   * every row was sent, fails otherwise, and stops the reading when it is destroyed.
   */
  open(format: ReplyFormat): Promise<Readable>
}

type Leaves = Readonly<Record<string, string | number | undefined>>

/**
 * The answer of a writing service (contract 4.1): a root, and a lower-case child for each named value
 * that is there. `names` maps the code's name to the wire's.
 */
export function reply<T extends Leaves>(
  root: string,
  names: { readonly [K in keyof T]-?: string },
): Answer<T> {
  const leaves = (value: T) =>
    Object.entries(names as Record<string, string>).flatMap(([key, wireName]) =>
      value[key] === undefined ? [] : [[wireName, String(value[key])] as const],
    )
  const wireNames = Object.values(names as Record<string, string>)
  return Object.freeze({
    toXml: (value: T) => ({
      name: root,
      content: leaves(value).map(([name, content]) => ({ name, content })),
    }),
    toJson: (value: T) => ({ [root]: Object.fromEntries(leaves(value)) }),
    schema: {
      type: 'object',
      properties: {
        [root]: {
          type: 'object',
          properties: Object.fromEntries(wireNames.map((name) => [name, { type: 'string' }])),
        },
      },
      required: [root],
    },
  })
}
