import { nations, type Nation } from '#domain/calendar/index.ts'
import {
  costLimits,
  getCaseNumbers,
  getOrganisation,
  secondFactorRules,
  setCaseNumbers,
} from '#domain/organisations/index.ts'
import { previewNation, setOrganisation } from '#domain/settings/index.ts'
import { movesInWords } from '#web/admin/calendars/preview-part.ts'
import { formPage, previewPage } from '#web/layout/form-page.ts'
import type { Ask } from '#web/layout/form-page.ts'
import { caseNumbersView } from './case-numbers.view.ts'
import { lookPage } from './look-pages.ts'
import { settingsView } from './settings.view.ts'

type Settings = Awaited<ReturnType<(typeof getOrganisation)['handle']>>['settings']

/** The page on which the settings of the organisation are changed. */
const settingsPage = previewPage({
  path: '/admin/settings',
  view: settingsView,
  operation: setOrganisation,
  async show(ask, _parts, typed) {
    const { name, title, settings, seen } = await ask(getOrganisation, {})
    return {
      seen,
      name,
      title,
      nation: settings.nation,
      nations: nations.map((value) => ({ value, text: capital(value) })),
      costLimitHours: String(settings.costLimitHours),
      costLimits: costLimits.map((hours) => ({ value: String(hours), text: `${hours} hours` })),
      secondFactor: settings.secondFactor,
      secondFactors: secondFactorRules.map((value) => ({ value, text: capital(value) })),
      switches: switchesOf(settings),
      moves: await movesTo(ask, typed['Nation'], settings.nation),
    }
  },
  next: () => '/admin',
  banner: 'Settings saved',
})

/** The page on which the numbers of cases go on from another. */
const caseNumbersPage = formPage({
  path: '/admin/settings/case-numbers',
  view: caseNumbersView,
  operation: setCaseNumbers,
  show: async (ask) => ({ next: String((await ask(getCaseNumbers, {})).next) }),
  next: () => '/admin',
  banner: (answer) => `The next case gets the number ${(answer as { next: number }).next}`,
})

/** The pages on which is decided for the whole organisation. */
export const settingsPages = [settingsPage, caseNumbersPage, lookPage]

/** What moves by another nation; a word that names none is a flaw of the form. */
async function movesTo(ask: Ask, typed: string | undefined, held: Nation) {
  const nation = nations.find((each) => each === typed)
  if (nation === undefined || nation === held) return undefined
  return movesInWords(await ask(previewNation, { Nation: nation }))
}

const capital = (words: string): string =>
  words.replaceAll(/(^|[ -])[a-z]/g, (letter) => letter.toUpperCase()).replaceAll('-', ' ')

const switchesOf = (settings: Settings) => [
  {
    name: 'IsSigningAllowed',
    text: 'Programs may sign calls with a key and a signature',
    hint: 'If not, they need a token for each session.',
    isOn: settings.isSigningAllowed,
  },
  {
    name: 'IsWritingByGetAllowed',
    text: 'Programs may write by GET on the older host',
    hint: 'Some older programs can do nothing else.',
    isOn: settings.isWritingByGetAllowed,
  },
  {
    name: 'IsDisclosureOnPortalOnly',
    text: 'The disclosure log is answered on the portal hosts only',
    hint: 'The service getcases is refused on other hosts.',
    isOn: settings.isDisclosureOnPortalOnly,
  },
  {
    name: 'IsErrorInJson',
    text: 'Programs that ask for JSON get errors in JSON',
    hint: 'If not, they get the usual error page.',
    isOn: settings.isErrorInJson,
  },
  {
    name: 'IsStrict',
    text: 'Words that no list holds are refused',
    hint: 'If not, they are kept and flagged on the case. Each list can be held to otherwise.',
    isOn: settings.isStrict,
  },
  {
    name: 'IsBreakGlassAllowed',
    text: 'People may open a confidential case in an emergency',
    hint: 'By its number, for a day, with a reason that is kept.',
    isOn: settings.isBreakGlassAllowed,
  },
]
