import type { Answer, AnswerContext, JsonTree, XmlElement } from '#kernel/answer.ts'
import type { Classification, PublishedCase, PublishedFile } from './published-case.ts'

const listed = <T>(
  name: string,
  all: readonly T[],
  element: (one: T) => XmlElement,
): readonly XmlElement[] => (all.length === 0 ? [] : [{ name, content: all.map(element) }])

const classificationElement = ({ group, value }: Classification): XmlElement => ({
  name: 'Classification',
  attributes: { Group: group },
  content: value,
})

const documentElement =
  ({ documentUrl }: AnswerContext) =>
  (file: PublishedFile): XmlElement => ({
    name: 'Document',
    attributes: {
      Id: file.reference,
      Name: file.name,
      Category: file.category ?? '',
      Type: file.mediaType ?? '',
      Source: file.source,
      DocumentDate: file.date,
      ...(file.code === null ? {} : { Code: file.code }),
    },
    content: { cdata: documentUrl(file.reference) },
  })

const caseElement = (one: PublishedCase, context: AnswerContext): XmlElement => ({
  name: 'Case',
  content: [
    { name: 'CaseId', content: one.caseId },
    { name: 'Type', content: one.type },
    { name: 'Label', content: one.label },
    { name: 'RequestMethod', content: one.receivedMethod },
    { name: 'RequestDate', content: one.receivedAt },
    { name: 'Status', content: one.status },
    {
      name: 'Attributes',
      content: one.attributes.map(([name, content]) => ({ name, content })),
    },
    ...listed('Classifications', one.classifications, classificationElement),
    ...listed('Documents', one.files, documentElement(context)),
  ],
})

const caseObject = (one: PublishedCase): JsonTree => ({
  CaseId: one.caseId,
  CaseType: one.type,
  CaseLabel: one.label,
  ContactMethod: one.receivedMethod,
  DateReceived: one.receivedOn,
  TimeCreated: one.createdAt,
  Status: one.status,
  Rating: one.rating,
})

const names = 'CaseId CaseType CaseLabel ContactMethod DateReceived TimeCreated Status Rating'

/** Published cases: in JSON there is less, under other names, than in XML (contract 6.13). */
export const publishedAnswer: Answer<readonly PublishedCase[]> = Object.freeze<
  Answer<readonly PublishedCase[]>
>({
  toXml: (cases, context) => ({
    name: 'Cases',
    content: cases.map((one) => caseElement(one, context)),
  }),
  toJson: (cases) => cases.map(caseObject),
  schema: {
    type: 'array',
    items: {
      type: 'object',
      properties: Object.fromEntries(names.split(' ').map((name) => [name, { type: 'string' }])),
    },
  },
  layout: 'indented',
})
