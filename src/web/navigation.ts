import { caseTypesAddress } from '#web/admin/case-types/addresses.ts'
import { answersToClearAddress } from '#web/caseworker/answers/addresses.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Permission } from '#kernel/permission.ts'
import type { Way } from './layout/layout.ts'

type Part = {
  readonly href: string
  readonly text: string
  readonly permission: Permission
}

/** The parts of the product, in the order in which every page offers them. */
const parts: readonly Part[] = [
  { href: '/', text: 'My work', permission: 'case.view' },
  { href: answersToClearAddress, text: 'Answers to clear', permission: 'case.answer.clear' },
  { href: '/people', text: 'People', permission: 'customer.view' },
  { href: '/calls/new', text: 'Record a call', permission: 'case.create' },
  { href: caseTypesAddress, text: 'Case types', permission: 'case-type.manage' },
  { href: '/notices', text: 'Notices', permission: 'case.view' },
]

/** The parts that somebody may enter; the one that an address lies in is marked. */
export const navigationFor = ({ permissions }: Actor, address: string): readonly Way[] =>
  parts
    .filter(({ permission }) => permissions.has(permission))
    .map(({ href, text }) => ({ href, text, isCurrent: isWithin(address, href) }))

const isWithin = (address: string, href: string): boolean => {
  const [path = ''] = address.split('?')
  return path === href || (href !== '/' && path.startsWith(`${href}/`))
}
