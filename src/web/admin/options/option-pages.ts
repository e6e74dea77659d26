import {
  addOption,
  amendOption,
  getOptions,
  isRenamable,
  moveOption,
  restoreOption,
  retireOption,
  setOptionList,
  unknownOption,
} from '#domain/options/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import { formPage, showPage } from '#web/layout/form-page.ts'
import type { Action, Ask, PathParts } from '#web/layout/form-page.ts'
import { holdingView } from './holding.view.ts'
import { listAddress, listsAddress, optionAddress } from './option-addresses.ts'
import { optionFormView } from './option-form.view.ts'
import { optionListView, type ShownOption } from './option-list.view.ts'
import { optionListsView } from './option-lists.view.ts'

type Lists = Awaited<ReturnType<(typeof getOptions)['handle']>>
type Option = Lists[number]['options'][number]

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const backToList = ({ list = '' }: PathParts): string => listAddress(list)

/** The page of all lists of values. */
export const optionListsPage = showPage({
  path: listsAddress,
  view: optionListsView,
  async show(ask) {
    const lists = await ask(getOptions, {})
    return {
      lists: lists.map(({ list, purpose, options }) => ({
        name: capital(list),
        address: listAddress(list),
        purpose,
        offered: options.filter(({ isRetired }) => !isRetired).length,
        retired: options.filter(({ isRetired }) => isRetired).length,
      })),
    }
  },
})

/** The page of one list of values. */
export const optionListPage = showPage({
  path: `${listsAddress}/:list`,
  view: optionListView,
  async show(ask, parts, { banner, csrfToken }) {
    const { list, purpose, isStrict, options } = await listMeant(ask, parts)
    const offered = options.filter(({ isRetired }) => !isRetired)
    return {
      name: capital(list),
      purpose,
      isGrouped: list === 'classification',
      holding: holdings[holdingOf(isStrict)],
      holdingAddress: `${listAddress(list)}/holding`,
      newAddress: `${listAddress(list)}/new`,
      offered: offered.map((option) => shown(option, movesOf(option, offered))),
      retired: options.filter(({ isRetired }) => isRetired).map((option) => shown(option, [])),
      banner,
      csrfToken,
    }
  },
})

const holdings = {
  usual: 'What the list does not hold is treated as the organisation’s settings say.',
  strict: 'A call that sends what the list does not hold is refused.',
  lenient: 'What the list does not hold is kept and flagged on the case.',
} as const

const holdingOf = (isStrict: boolean | undefined): keyof typeof holdings => {
  if (isStrict === undefined) return 'usual'
  return isStrict ? 'strict' : 'lenient'
}

/** The list of an address; refuses where there is none. */
async function listMeant(ask: Ask, { list = '' }: PathParts): Promise<Lists[number]> {
  const found = (await ask(getOptions, {})).find(
    (each) => listAddress(each.list) === listAddress(list),
  )
  if (!found) throw new Refusal(unknownOption)
  return found
}

/** A value can be moved towards those of its group. */
function movesOf({ optionId, groupName }: Option, offered: readonly Option[]) {
  const group = offered.filter((each) => each.groupName === groupName)
  const at = group.findIndex((each) => each.optionId === optionId)
  return [...(at > 0 ? ['up'] : []), ...(at < group.length - 1 ? ['down'] : [])]
}

function shown(option: Option, moves: readonly string[]): ShownOption {
  const { list, optionId, value, label, groupName, synonyms, isAccepted, isRetired } = option
  const address = optionAddress(list, optionId)
  const about = label ?? value
  return {
    value,
    label: label ?? undefined,
    group: groupName,
    synonyms,
    isAccepted,
    changeAddress: address,
    buttons: [
      ...moves.map((way) => ({ address: `${address}/move/${way}`, text: capital(way), about })),
      isRetired
        ? { address: `${address}/restore`, text: 'Bring back', about }
        : { address: `${address}/retire`, text: 'Retire', about },
    ],
  }
}

/** The page on which a value is added. */
export const addOptionPage = formPage({
  path: `${listsAddress}/:list/new`,
  view: optionFormView,
  operation: addOption,
  show: async (ask, parts) => frameOf(await listMeant(ask, parts)),
  next: backToList,
  banner: 'Value added',
})

/** The page on which a value is changed. */
export const amendOptionPage = formPage({
  path: `${listsAddress}/:list/values/:option`,
  view: optionFormView,
  operation: amendOption,
  async show(ask, parts) {
    const list = await listMeant(ask, parts)
    const found = list.options.find(({ optionId }) => String(optionId) === parts['option'])
    if (!found) throw new Refusal(unknownOption)
    return { ...frameOf(list), stored: { ...found, label: found.label ?? undefined } }
  },
  next: backToList,
  banner: 'Value changed',
})

const frameOf = ({ list }: Lists[number]) => ({
  list: capital(list),
  listAddress: listAddress(list),
  isGrouped: list === 'classification',
  isRenamable: isRenamable(list),
})

/** The page on which it is said how strictly a list is held to. */
export const holdingPage = formPage({
  path: `${listsAddress}/:list/holding`,
  view: holdingView,
  operation: setOptionList,
  async show(ask, parts) {
    const { list, isStrict } = await listMeant(ask, parts)
    return {
      list: capital(list),
      listAddress: listAddress(list),
      holding: holdingOf(isStrict),
    }
  },
  next: backToList,
  banner: 'Saved',
})

const actionOn = (what: string, operation: Action['operation'], banner: string): Action => ({
  path: `${listsAddress}/:list/values/:option/${what}`,
  operation,
  next: backToList,
  banner: () => banner,
})

/** The buttons on the page of a list. */
export const optionActions: readonly Action[] = [
  actionOn('retire', retireOption, 'Value retired'),
  actionOn('restore', restoreOption, 'Value brought back'),
  actionOn('move/:direction', moveOption, 'Order changed'),
]
