import {
  configuredCaseTypes,
  readForm,
  teamFinder,
  type AskedForm,
  type CaseTypeVersion,
  type FormValues,
  type Team,
} from '#domain/case-types/index.ts'
import type { Ground } from '#domain/clock/index.ts'
import { calendars } from '#domain/holidays/index.ts'
import { admitMisfits, optionsFor, type Misfit, type Options } from '#domain/options/index.ts'
import { organisationTimes } from '#domain/reminders/index.ts'
import { organisationSettings } from '#domain/organisations/index.ts'
import type { RawParameters } from '#kernel/parameters.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Reading } from '#platform/statement.ts'

/** What an organisation has configured and the arrival of cases and forms depends on. */
export interface Configuration {
  readonly options: Options
  readonly caseTypes: readonly CaseTypeVersion[]
  readonly findTeam: (code: string) => Team | undefined
  /** What dates are counted by. */
  readonly counting: Omit<Ground, 'procedure'>
  /** Are values that do not fit refused? */
  readonly isStrict: boolean
}

/** The organisation's configuration as whoever acts may use it, from memory where nothing has changed. */
export async function configurationOf(db: Reading, actor: Actor): Promise<Configuration> {
  const [options, caseTypes, findTeam, { isStrict, nation }, own, times] = await Promise.all([
    optionsFor(db, actor),
    configuredCaseTypes(db),
    teamFinder(db),
    organisationSettings(db),
    calendars(db),
    organisationTimes(db),
  ])
  return { options, caseTypes, findTeam, isStrict, counting: { ...own, nation, times } }
}

/** What did not fit, as it is kept: a flag for each text, and one intake note with all of them. */
export interface Intake {
  readonly misfits: readonly Misfit[]
  readonly intakeNote: string | null
}

/** Texts that are to be kept and flagged. */
export const intakeOf = (misfits: readonly Misfit[]): Intake => ({
  misfits,
  intakeNote:
    misfits.length === 0
      ? null
      : misfits.map(({ parameter, text }) => `${parameter}: ${text}`).join('\n'),
})

/**
 * Reads a form and what came with it; refuses the call where a required field is missing, or where
 * something does not fit and the organisation is strict.
 */
export function admitForm(
  asked: AskedForm,
  configuration: Configuration,
  sent: { readonly raw: RawParameters; readonly misfits?: readonly Misfit[] },
): Pick<FormValues, 'values' | 'misfits'> {
  const form = readForm(asked, { raw: sent.raw, options: configuration.options })
  if (form.flaws.length > 0) throw new Refusal(invalidInput, form.flaws)
  const misfits = admitMisfits([...(sent.misfits ?? []), ...form.misfits], configuration)
  return { values: form.values, misfits }
}
