/** What a form may say in the disclosure log (contract 6.13), and only where it marks the field as published. */
export const publishedFields = [
  'Details',
  'InformationWillBe',
  'ReasonInformationNotHeld',
  'SuitableForPublicationScheme',
] as const

/** A keyword of a case, in its group. */
export interface Classification {
  readonly group: string
  readonly value: string
}

/** A file or piece of correspondence that was released. */
export interface PublishedFile {
  /** `D1204` or `C1301`. */
  readonly reference: string
  readonly name: string
  readonly category: string | null
  readonly mediaType: string | null
  readonly source: string
  readonly code: string | null
  /** Local date and time. */
  readonly date: string
}

/** A case as the public may know it. Every value is the text that goes out. */
export interface PublishedCase {
  readonly caseId: string
  readonly type: string
  readonly label: string
  readonly receivedMethod: string
  readonly receivedAt: string
  readonly receivedOn: string
  readonly createdAt: string
  readonly status: string
  readonly rating: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  readonly classifications: readonly Classification[]
  readonly files: readonly PublishedFile[]
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N} ]/gu, '')

/** By name, ignoring letter case and punctuation (contract 6.9). */
export const inOrderOfName = (files: readonly PublishedFile[]): readonly PublishedFile[] =>
  files
    .map((file) => ({ file, key: plain(file.name) }))
    .toSorted((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)))
    .map(({ file }) => file)
