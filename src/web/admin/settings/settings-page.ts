import { nations, type Nation } from '#domain/calendar/index.ts'
import {
  costLimits,
  getCaseNumbers,
  getOrganisation,
  secondFactorRules,
  setCaseNumbers,
} from '#domain/organisations/index.ts'
import { previewNation, setOrganisation } from '#domain/settings/index.ts'
import { wireNameOf } from '#kernel/parameters.ts'
import { movesInWords } from '#web/admin/calendars/preview-part.ts'
import { formPage, previewPage } from '#web/layout/form-page.ts'
import type { Ask } from '#web/layout/form-page.ts'
import { caseNumbersView } from './case-numbers.view.ts'
import { lookPage } from './look-pages.ts'
import { settingsView } from './settings.view.ts'
import { switchWords } from './switch-words.ts'

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

const switchesOf = (settings: Settings) =>
  switchWords.map(({ setting, text, hint }) => ({
    name: wireNameOf(setting, {}),
    text,
    hint,
    isOn: settings[setting],
  }))
