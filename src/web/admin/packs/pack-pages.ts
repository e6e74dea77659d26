import { bringInPack, differenceLines, getPack, isKept, listPacks } from '#domain/packs/index.ts'
import { formPage, showPage } from '#web/layout/form-page.ts'
import type { Typed } from '#web/layout/form-page.ts'
import { packAddress, packsAddress } from './addresses.ts'
import { packView, type ShownPack } from './pack.view.ts'
import { packsView, type PackLine } from './packs.view.ts'

type Here = Awaited<ReturnType<(typeof getPack)['handle']>>
type Listed = Awaited<ReturnType<(typeof listPacks)['handle']>>['shipped'][number]

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const nationsInWords = (nations: readonly string[]): string =>
  nations.map((nation) => nation.split('-').map(capital).join(' ')).join(', ')

/** The page of all service packs. */
export const packsPage = showPage({
  path: packsAddress,
  view: packsView,
  async show(ask, _parts, { banner }) {
    const { shipped, others } = await ask(listPacks, {})
    return {
      packs: shipped.map((pack) => ({
        name: pack.name,
        summary: pack.summary,
        address: packAddress(pack.code),
        version: pack.version,
        installed: pack.installed,
        standing: standingOf(pack),
      })),
      others: others.map(({ name, version }) => `${name} ${version}`),
      banner,
    }
  },
})

function standingOf({ installed, isNewer, isFitting }: Listed): PackLine['standing'] {
  if (installed === undefined) return isFitting ? 'not installed' : 'for another nation'
  return isNewer ? 'can be updated' : 'installed'
}

/** The page of a service pack. */
export const packPage = formPage({
  path: `${packsAddress}/:pack`,
  view: packView,
  operation: bringInPack,
  async show(ask, { pack = '' }) {
    const here = await ask(getPack, { Pack: pack })
    return shownPack(here)
  },
  sent: (typed, { pack }) => ({ ...typed, Pack: pack, Teams: teamsIn(typed) }),
  next: () => packsAddress,
  banner: (answer) => {
    const { version, kept } = answer as { version: string; kept: number }
    const staying = kept === 0 ? '' : `; ${kept} of its parts stay as they are here`
    return `The pack is there in version ${version}${staying}`
  },
})

/** Which teams stand for the pack's, as the operation reads them. */
const teamsIn = (typed: Typed): string =>
  Object.entries(typed)
    .flatMap(([name, own]) => (name.startsWith('Team.') && own ? [`${name.slice(5)}=${own}`] : []))
    .join(' ')

const shownPack = (here: Here): ShownPack => ({
  name: here.pack.name,
  summary: here.pack.summary,
  known: knownOf(here),
  items: here.items.map(({ kind, name, standing, here: changedHere, pack }) => ({
    name: `${capital(kind)} ${name}`,
    standing: capital(standing === 'new in the pack' ? 'not here' : standing),
    here: changedHere.flatMap(differenceLines),
    pack: pack.flatMap(differenceLines),
  })),
  seen: here.seen,
  submit: submitOf(here),
  hindrances: hindrancesOf(here),
  isContested: here.items.some((item) => isKept(item, false)),
  teams: here.absentTeams,
  ownTeams: here.ownTeams.map(({ code, name }) => ({ value: code, text: name })),
})

const knownOf = ({ pack, installed, isOlder }: Here) => [
  {
    what: 'Version',
    text:
      installed === undefined
        ? pack.version
        : `${pack.version}; ${installed} is installed${isOlder ? ', which is newer and stays' : ''}`,
  },
  { what: 'For', text: nationsInWords(pack.nations) },
  ...(pack.requires.length > 0
    ? [{ what: 'Must be there first', text: pack.requires.join(', ') }]
    : []),
  {
    what: 'Rests on',
    text: pack.sources.map((source) => `${source.citation} (${source.for})`).join('; '),
  },
]

function submitOf({ pack, installed, isSame, isOlder }: Here): string | undefined {
  if (installed === undefined) return 'Install the pack'
  if (isSame || isOlder) return undefined
  return installed === pack.version ? 'Bring in what differs' : `Update to ${pack.version}`
}

const hindrancesOf = ({ pack, nation, missing }: Here): readonly string[] => [
  ...(pack.nations.some((each) => each === nation)
    ? []
    : [
        `It is for ${nationsInWords(pack.nations)}, and the organisation works in ${nationsInWords([nation])}.`,
      ]),
  ...missing.map((code) => `Install the pack ${code} first.`),
]
