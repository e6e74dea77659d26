import { kind, type Kind } from '#kernel/kind.ts'

// pounds with commas between thousands or without, and pence or none
const written = /^£?\s*([0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,9})(?:\.([0-9]{2}))?$/

/** An amount as people write it, with or without a pound sign and commas, to whole pence. */
export const money: Kind<number> = kind({
  name: 'money',
  schema: { type: 'string', pattern: written.source },
  read(text) {
    const [, pounds, pence = '0'] = written.exec(text.trim()) ?? []
    return pounds === undefined
      ? { fault: 'must be an amount of money, such as 180 or 180.25' }
      : { value: Number(pounds.replaceAll(',', '')) * 100 + Number(pence) }
  },
  good: ['180.25', '£1,250', '0', '1,000,000.05'],
  bad: ['-5', '1.5', '1,00', 'a lot', '1e3', '1234567890'],
})
