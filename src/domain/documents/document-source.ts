import { canonicalHost } from '#platform/files/web-address.ts'
import type { Reading, Writing } from '#platform/statement.ts'
import { deleteDocumentSource, insertDocumentSource, listDocumentSources } from './queries.ts'

/** A host and port from which documents are fetched although the address is not public. */
export interface DocumentSource {
  readonly host: string
  readonly port: number
}

const usualPorts = [80, 443]

/**
 * Reads `HOST` or `HOST:PORT`; a host alone means its ports 80 and 443, an IPv6 address stands in brackets.
 * Undefined where the text is neither.
 */
export function readDocumentSource(text: string): readonly DocumentSource[] | undefined {
  const [, name, digits] = /^(\[[^\]]*\]|[^:]*)(?::([0-9]{1,5}))?$/.exec(text.trim()) ?? []
  const host = name ? canonicalHost(name) : undefined
  if (host === undefined) return undefined
  if (digits === undefined) return usualPorts.map((port) => ({ host, port }))
  const port = Number(digits)
  return port >= 1 && port <= 65_535 ? [{ host, port }] : undefined
}

/** Allows sources; those allowed before stay so. */
export async function allowDocumentSources(
  db: Writing,
  sources: readonly DocumentSource[],
): Promise<void> {
  for (const source of sources) await insertDocumentSource(db, source)
}

/** Allows sources no longer; returns those that had been allowed. */
export async function removeDocumentSources(
  db: Writing,
  sources: readonly DocumentSource[],
): Promise<readonly DocumentSource[]> {
  const removed = []
  for (const source of sources) removed.push(...(await deleteDocumentSource(db, source)))
  return removed
}

const keyOf = (host: string, port: number): string => `${port} ${host}`

/** The test for whether a host and port are allowed, kept until the list changes. */
export const allowedSources = (db: Reading): Promise<(host: string, port: number) => boolean> =>
  db.memory.remember('document sources', async () => {
    const sources = await listDocumentSources(db, {})
    const keys = new Set(sources.map(({ host, port }) => keyOf(host, port)))
    return (host: string, port: number) => keys.has(keyOf(host, port))
  })
