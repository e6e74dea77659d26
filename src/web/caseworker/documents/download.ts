import { downloadDocument } from '#domain/documents/index.ts'
import type { Handout } from '#web/layout/form-page.ts'

/** Where the content of a file lies, by its reference. */
export const downloadAddress = (reference: string): string => `/documents/${reference}`

/** Hands out the content of a file. */
export const downloadHandout: Handout = { path: '/documents/:ref', operation: downloadDocument }
