import { apiKeyRestorer, personRestorer, roleRestorer } from './right-restorers.ts'
import { caseTypeRestorer, optionRestorer, settingRestorer } from './configuration-restorers.ts'
import { letterRestorer } from './letter-restorer.ts'
import type { Restorers } from './restorer.ts'
import { teamRestorer } from './team-restorer.ts'

export const restorers: Restorers = Object.freeze({
  setting: settingRestorer,
  'case numbers': 'Numbers of cases only go up, so that none is given twice',
  option: optionRestorer,
  list: 'How a list is held to and its order are changed on the page of the list',
  hours: 'Hours are changed by the command organisation hours',
  'document source': 'Allow it, or allow it no longer, by the command document-source',
  'case type': caseTypeRestorer,
  'service pack': 'A service pack stays: put back its case types one by one, or change them',
  'letter template': letterRestorer,
  person: personRestorer,
  'api key': apiKeyRestorer,
  team: teamRestorer,
  role: roleRestorer,
  calendar:
    'Days of a calendar move deadlines: change the calendar itself, which shows the cases that move before it asks you',
})
