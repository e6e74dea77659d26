import { kind, type Kind } from '#kernel/kind.ts'

/** What identifies the content of a document in the store: its SHA-256 in hexadecimal. */
export const contentHash: Kind<string> = kind({
  name: 'content hash',
  schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  read: (value) =>
    /^[0-9a-f]{64}$/.test(value) ? { value } : { fault: 'must be a SHA-256 in hexadecimal' },
  good: ['0f'.repeat(32)],
  bad: ['0f', '0F'.repeat(32), '../'.repeat(21)],
})
