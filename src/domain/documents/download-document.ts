import { findSubject } from '#domain/access/index.ts'
import { findCorrespondence, renderCorrespondence } from '#domain/correspondence/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Content } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import type { Permission } from '#kernel/permission.ts'
import type { Outside } from '#platform/outside.ts'
import type { Reading } from '#platform/statement.ts'
import { documentReference, sendableMediaType } from './document.ts'
import { documentNotRetrieved, unknownDocument } from './errors.ts'
import { findDocument } from './queries.ts'

/** Who downloads with a link of ours: the link was given only to one who may see what it names. */
export const linkActor = (organisationId: number): Actor =>
  Object.freeze<Actor>({
    organisationId,
    kind: 'system',
    id: 0,
    name: 'Download link',
    permissions: new Set<Permission>(['case.document.view', 'case.confidential.view']),
  })

/** The content of a file, byte for byte, or of a piece of correspondence (contract 6.9, download). */
export const downloadDocument = operation({
  name: 'download',
  summary: 'Download a file or a piece of correspondence',
  effect: 'read',
  isSensitive: true,
  permission: 'case.document.view',
  parameters: { document: required(documentReference, 'The document', 'ref') },
  errors: [unknownDocument, documentNotRetrieved],
  returns: 'content',
  examples: [{ ref: 'D1204' }],

  async handle({ input, db, outside, refuse, record }) {
    const { source, id } = input.document
    const held = await (source === 'document' ? findFile : findItem)(db, id)
    const { caseId } = held ?? {}
    const theCase =
      caseId === undefined
        ? undefined
        : await findSubject(db, { reference: { caseId }, isWriting: false })
    if (!held || !theCase) throw refuse(unknownDocument)
    record(caseId, { reference: `${source === 'document' ? 'D' : 'C'}${id}` })
    const content = await held.open(outside, db.organisationId)
    if (!content) throw refuse(documentNotRetrieved)
    return content
  },
})

/** Something that can be handed out, and the case whose it is. */
interface Held {
  readonly caseId: number
  /** Undefined where the content is not there. */
  open(outside: Outside, organisationId: number): Promise<Content | undefined>
}

async function findFile(db: Reading, documentId: number): Promise<Held | undefined> {
  const file = await findDocument(db, { documentId })
  return (
    file && {
      caseId: file.caseId,
      async open({ documents }, organisationId) {
        if (file.hash === null) return undefined
        const body = await documents.store.open(organisationId, file.hash)
        if (!body) throw new Error('The content of a stored document is missing')
        const size = file.size === null ? {} : { size: file.size }
        return { mediaType: sendableMediaType(file.mediaType), body, fileName: file.name, ...size }
      },
    }
  )
}

async function findItem(db: Reading, correspondenceId: number): Promise<Held | undefined> {
  const item = await findCorrespondence(db, { correspondenceId })
  return (
    item && {
      caseId: item.caseId,
      async open() {
        const extension = item.channel === 'email' ? 'html' : 'pdf'
        return { ...(await renderCorrespondence(item)), fileName: `${item.name}.${extension}` }
      },
    }
  )
}
