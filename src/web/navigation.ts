import { areaPermissions } from '#web/admin/home/admin-areas.ts'
import { answersToClearAddress } from '#web/caseworker/answers/addresses.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Permission } from '#kernel/permission.ts'
import type { Way } from './layout/layout.ts'

type Part = {
  readonly href: string
  readonly text: string
  /** Any of these lets somebody enter. */
  readonly permissions: readonly Permission[]
}

/** The parts of the product, in the order in which every page offers them. */
const parts: readonly Part[] = [
  { href: '/', text: 'My work', permissions: ['case.view'] },
  { href: '/queues', text: 'Queues', permissions: ['case.queue.view'] },
  { href: answersToClearAddress, text: 'Answers to clear', permissions: ['case.answer.clear'] },
  { href: '/people', text: 'People', permissions: ['customer.view'] },
  { href: '/calls/new', text: 'Record a call', permissions: ['case.create'] },
  { href: '/notices', text: 'Notices', permissions: ['case.view'] },
  { href: '/admin', text: 'Administration', permissions: areaPermissions },
]

/** The parts that somebody may enter; the one that an address lies in is marked. */
export const navigationFor = ({ permissions }: Actor, address: string): readonly Way[] =>
  parts
    .filter((part) => part.permissions.some((each) => permissions.has(each)))
    .map(({ href, text }) => ({ href, text, isCurrent: isWithin(address, href) }))

const isWithin = (address: string, href: string): boolean => {
  const [path = ''] = address.split('?')
  return path === href || (href !== '/' && path.startsWith(`${href}/`))
}
