import { downloadDocument } from '#domain/documents/index.ts'
import { downloadVersion } from '#domain/filing/index.ts'
import type { Handout } from '#web/layout/form-page.ts'

/** Where the content of a file lies, by its reference. */
export const downloadAddress = (reference: string): string => `/documents/${reference}`

/** Where the content lies that a file had before. */
export const versionAddress = (reference: string, version: number): string =>
  `${downloadAddress(reference)}/versions/${version}`

/** Where the content of a file lies for a page to show it. */
export const previewAddress = (reference: string): string => `${downloadAddress(reference)}/preview`

/** Hands out the content of a file. */
export const downloadHandout: Handout = { path: '/documents/:ref', operation: downloadDocument }

/** Hands out the content that a file had before. */
export const versionHandout: Handout = {
  path: '/documents/:ref/versions/:version',
  operation: downloadVersion,
}

/** Hands out the content of a file for a page of ours to show. */
export const previewHandout: Handout = {
  path: '/documents/:ref/preview',
  operation: downloadDocument,
  isPreview: true,
}
