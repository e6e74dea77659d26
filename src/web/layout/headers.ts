import type { Content } from '#kernel/answer.ts'
import { contentDisposition } from '#platform/files/file-name.ts'
import { essenceOf, isSafeInline } from '#platform/files/media-type.ts'
import type { Page } from './layout.ts'

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The headers of every page: nothing from elsewhere, nothing inline, no frame, no copy kept (ASVS 5.0.0 3.4). */
export const pageHeaders = Object.freeze({
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
})

/** The headers of a page that shows a file of ours within a frame. */
export const framingHeaders = Object.freeze({
  ...pageHeaders,
  'content-security-policy': `${contentSecurityPolicy}; frame-src 'self'`,
})

/** The headers of a page. */
export const headersOf = (page: Page): Readonly<Record<string, string>> =>
  page.isFraming ? framingHeaders : pageHeaders

// The readers that browsers have for PDF do not start in a sandbox, so it is for what is only downloaded.
const inlinePolicy = [
  "default-src 'none'",
  "img-src 'self'",
  "media-src 'self'",
  "object-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
const downloadPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** Gives the headers of a file: shown in the browser where that is safe, otherwise downloaded, and kept by no cache. */
export const contentHeaders = (content: Content): Readonly<Record<string, string>> => {
  const { mediaType, size, fileName = 'document' } = content
  const isInline = isSafeInline(mediaType)
  return {
    ...pageHeaders,
    'content-security-policy': isInline ? inlinePolicy : downloadPolicy,
    'content-type': mediaType,
    'content-disposition': contentDisposition(isInline ? 'inline' : 'attachment', fileName),
    ...(size === undefined ? {} : { 'content-length': String(size) }),
  }
}

/** How a file is shown within a page: as an image, or in a frame; undefined where it is only downloaded. */
export const previewOf = (mediaType: string): 'image' | 'frame' | undefined => {
  const essence = essenceOf(mediaType)
  if (!isSafeInline(essence)) return undefined
  if (essence.startsWith('image/')) return 'image'
  return ['application/pdf', 'text/plain'].includes(essence) ? 'frame' : undefined
}

/**
 * Gives the headers of a file that a page of ours shows within itself: nothing in it runs, it reaches nothing, and
 * no other site frames it. What is not to be shown is downloaded.
 */
export const previewHeaders = (content: Content): Readonly<Record<string, string>> => {
  const headers = contentHeaders(content)
  if (previewOf(content.mediaType) === undefined) return headers
  const isPdf = essenceOf(content.mediaType) === 'application/pdf'
  const isText = essenceOf(content.mediaType) === 'text/plain'
  const policy = isPdf ? inlinePolicy : downloadPolicy
  return {
    ...headers,
    'content-security-policy': policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
    'x-frame-options': 'SAMEORIGIN',
    ...(isText ? { 'content-type': 'text/plain; charset=utf-8' } : {}),
  }
}
