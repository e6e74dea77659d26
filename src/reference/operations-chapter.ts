import { signedNames } from '#api/signing-in/signature.ts'
import { addressTable, errorTable, parameterTable } from './service-tables.ts'
import { code, inCode, list, paragraph, type Block, type Chapter } from './document.ts'
import type { Described } from './service.ts'
import { shellExamples } from './shell.ts'
import { signingInChapter } from './signing-in-chapter.ts'
import { valueTypesChapter } from './value-types-chapter.ts'

/** Where a reader reaches the server, and under which domain organisations have names. */
export interface Reached {
  readonly address: string
  readonly domain: string
}

/** Everything about every service: how to reach it, what to send, what comes back. */
export const operationsChapters = (
  services: readonly Described[],
  reached: Reached,
): readonly Chapter[] => [
  signingInChapter(reached.address, reached.domain),
  commonChapter,
  valueTypesChapter,
  {
    id: 'services',
    title: 'Services',
    blocks: [],
    chapters: services.map((service) => serviceChapter(service, reached)),
  },
]

const commonChapter: Chapter = {
  id: 'calls-and-answers',
  title: 'Calls and answers',
  blocks: [
    list(
      'Parameters are read from the query and from the body: a form, a JSON object with the dotted names, or XML elements.',
      'Names are matched without regard to letter case; unknown ones are ignored. An empty value counts as not given.',
      '`Format` chooses the answer: `xml`, which it is without it, or `json`; `csv` for reports. Every value is text.',
      '`RequestDate` may be a date or a date and time ([date-time](#types-of-values)), and is signed exactly as it is sent.',
      'The samples name cases, people and lists of the demonstration organisation; elsewhere put those of yours.',
      'A header `Idempotency-Key` makes a writing call safe to repeat for 24 hours: the same request is answered once, whatever its `RequestDate`.',
      'An error has the status 400, 403, 404 or 500, the headers `X-Application-Error-Code` and `X-Application-Error-Info`, and a page that says nothing more: `curl -i` shows the status and the headers.',
    ),
  ],
}

function serviceChapter(service: Described, reached: Reached): Chapter {
  const { word, summary, isExtension, permission, parameters, errors } = service
  return {
    id: word,
    title: word,
    blocks: [
      ...(isExtension ? [extensionNote] : []),
      paragraph(`${summary}. Permission: ${inCode(permission)}. ${signedWords(service)}`),
      addressTable(word, reached.domain),
    ],
    chapters: [
      part(word, 'Parameters', [parameterTable(parameters)]),
      part(word, 'Answer', answerBlocks(service)),
      part(word, 'Errors', [errorTable(errors)]),
      part(word, 'Examples', exampleBlocks(service, reached.address)),
    ],
  }
}

const extensionNote = paragraph(
  'An extension: Casewright has this service, iCasework does not. A program that must work with both does without it.',
)

/** What the signature of a call is made over, besides the secret. */
function signedWords({ word }: Described): string {
  if (word === 'download') return 'The address signs itself.'
  const named = signedNames(word).map(inCode).join(' or ')
  return `Signed: ${named === '' ? '' : `${named}, then `}${inCode('RequestDate')}.`
}

const part = (word: string, title: string, blocks: readonly Block[]): Chapter => ({
  id: `${word}-${title.toLowerCase()}`,
  title: `${title} of ${word}`,
  blocks,
})

function answerBlocks({ answer, answerKind, effect }: Described): readonly Block[] {
  if (answer)
    return [
      paragraph(
        effect === 'write'
          ? 'The schema in JSON; in XML the same names are elements, one within the other.'
          : 'The schema in JSON; in XML a list has elements of its own, and names may differ.',
      ),
      code('json', JSON.stringify(answer, null, 2)),
    ]
  return [
    paragraph(
      answerKind === 'rows'
        ? 'Rows as they are read: XML, JSON or CSV, with the names that the report has for its columns.'
        : 'The item itself with its own media type, and nothing of ours around it.',
    ),
  ]
}

function exampleBlocks(service: Described, address: string): readonly Block[] {
  if (service.word === 'download')
    return [
      paragraph(
        'The address is the one that getcasedocuments gave: it holds a token of its own, and no other credentials are sent.',
      ),
    ]
  return service.examples.flatMap((sent) => {
    const { signed, bearer } = shellExamples(service, sent, address)
    return [
      paragraph('Signed:'),
      code('sh', signed),
      paragraph('With a token:'),
      code('sh', bearer),
    ]
  })
}
