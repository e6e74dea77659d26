import {
  correspondenceReference,
  mediaTypeOf,
  type listCorrespondence,
} from '#domain/correspondence/index.ts'
import type { Answer, AnswerContext } from '#kernel/answer.ts'
import { writeLocalDateTime } from '#platform/local-time.ts'
import { fileReference, sendableMediaType } from './document.ts'
import type { listDocuments } from './queries.ts'

/** One entry of the list of files and correspondence, under the names of the wire (contract 6.9). */
export interface ListedDocument {
  readonly attributes: Readonly<Record<string, string>>
  /** Where it lies, if it is kept as an address only; otherwise we hand it out. */
  readonly url?: string
}

type File = Awaited<ReturnType<typeof listDocuments>>[number]
type Item = Awaited<ReturnType<typeof listCorrespondence>>[number]

/** A file as it is listed. */
export const listedFile = (file: File): ListedDocument => ({
  attributes: {
    Id: fileReference(file.documentId),
    Name: file.name,
    Category: file.category ?? '',
    Type: sendableMediaType(file.mediaType),
    Source: 'Document',
    DocumentDate: writeLocalDateTime(file.documentAt),
  },
  ...(file.state === 'link' && file.url !== null ? { url: file.url } : {}),
})

/** A message or letter as it is listed. */
export const listedCorrespondence = (item: Item): ListedDocument => ({
  attributes: {
    Id: correspondenceReference(item.correspondenceId),
    Name: item.name,
    Category: 'Correspondence',
    Type: mediaTypeOf(item.channel),
    Source: 'Correspondence',
    DocumentDate: writeLocalDateTime(item.processedAt),
    Code: item.code,
    Author: item.author,
  },
})

const nameOrder = new Intl.Collator('en-GB')
const idOrder = new Intl.Collator('en-GB', { numeric: true })
const fold = (name: string): string =>
  name
    .replaceAll(/[\p{P}\p{S}]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase()

const nameOf = ({ attributes }: ListedDocument): string => fold(attributes['Name'] ?? '')
const idOf = ({ attributes }: ListedDocument): string => attributes['Id'] ?? ''

/** The order of the list: by name ignoring case and punctuation, then by id. */
export const byName = (one: ListedDocument, other: ListedDocument): number =>
  nameOrder.compare(nameOf(one), nameOf(other)) || idOrder.compare(idOf(one), idOf(other))

const urlOf = (document: ListedDocument, context: AnswerContext): string =>
  document.url ?? context.documentUrl(idOf(document))

const names = ['Id', 'Name', 'Category', 'Type', 'Source', 'DocumentDate', 'Code', 'Author', 'URL']

/** The list on the wire: XML with the address as CDATA and no white space around it, JSON as an array. */
export const listAnswer: Answer<readonly ListedDocument[]> = Object.freeze<
  Answer<readonly ListedDocument[]>
>({
  layout: 'indented',
  toXml: (documents, context) => ({
    name: 'Documents',
    content: documents.map((document) => ({
      name: 'Document',
      attributes: document.attributes,
      content: { cdata: urlOf(document, context) },
    })),
  }),
  toJson: (documents, context) =>
    documents.map((document) => ({ ...document.attributes, URL: urlOf(document, context) })),
  schema: {
    type: 'array',
    items: {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
      required: names.filter((name) => name !== 'Code' && name !== 'Author'),
    },
  },
})
