import { Readable } from 'node:stream'
import type { Fixture } from '#test/fixture.ts'

/** Puts a text into the store and gives what is said of it when it is put on a case. */
export type StoredText = (
  name: string,
  content: string,
) => Promise<Readonly<Record<string, string>>>

/** The way to put texts into the store of a stage. */
export const storedText =
  ({ door, organisationId }: Fixture): StoredText =>
  async (name, content) => {
    const { store, maxBytes } = door.outside.documents
    const source = Readable.from([Buffer.from(content)])
    const { hash, size } = await store.put(organisationId, source, { maxBytes })
    return { Name: name, Hash: hash, Size: String(size), MimeType: 'text/plain' }
  }
