import type { Database } from '#platform/database.ts'
import type { Reading } from '#platform/statement.ts'
import { readSettings, type Organisation, type OrganisationSettings } from './organisation.ts'
import { readLook } from './look.ts'
import { getCaseNumbers } from './get-case-numbers.ts'
import { getOrganisation } from './get-organisation.ts'
import { setCaseNumbers } from './set-case-numbers.ts'
import { getOwnOrganisation, listOrganisationRows } from './queries.ts'

export {
  costLimits,
  defaultSettings,
  markOfSettings,
  readSettings,
  secondFactorRules,
  type Organisation,
  type OrganisationSettings,
  type SecondFactorRule,
} from './organisation.ts'

export {
  defaultLook,
  markOfLook,
  readLook,
  typefaces,
  type Logo,
  type Look,
  type Typeface,
} from './look.ts'
export { changeSettings, getOwnOrganisation, lockOwnOrganisation } from './queries.ts'
export { getCaseNumbers, getOrganisation, setCaseNumbers }
export const operations = [getOrganisation, getCaseNumbers, setCaseNumbers]

/** No organisation: for look-ups made before a transaction can name one. */
const nobody = 0

type Row = Awaited<ReturnType<typeof listOrganisationRows>>[number]
const toOrganisation = (row: Row): Organisation =>
  Object.freeze({ ...row, settings: readSettings(row.settings), look: readLook(row.settings) })

/** All organisations of the installation by name, kept until one changes. */
export const organisationsByName = (
  database: Database,
): Promise<ReadonlyMap<string, Organisation>> =>
  database.memoryOf(nobody).remember('organisations', () =>
    database.read(nobody, async (db) => {
      const rows = await listOrganisationRows(db, {})
      return new Map(rows.map((row) => [row.name, toOrganisation(row)]))
    }),
  )

/** The settings of the transaction's organisation, kept until they change. */
export const organisationSettings = (db: Reading): Promise<OrganisationSettings> =>
  db.memory.remember('settings', () => settingsNow(db))

/** The settings of the transaction's organisation as they are in the transaction, whatever is remembered of them. */
export const settingsNow = async (db: Reading): Promise<OrganisationSettings> =>
  readSettings((await getOwnOrganisation(db, {})).settings)
