import type { Nation } from '#domain/calendar/index.ts'
import type { Option } from '#domain/options/index.ts'
import type { SampleEvent } from '#domain/simulation/index.ts'

/** What a pack rests on: a law, code or guidance, where it can be read if that is known, and what of it it is for. */
export interface PackSource {
  readonly citation: string
  readonly address?: string
  readonly for: string
}

/** A team that a pack gives work to; the organisation's own may stand in for it. */
export interface PackTeam {
  readonly code: string
  readonly name: string
}

/** A letter or e-mail with merge fields in {{braces}}. */
export interface PackLetter {
  readonly code: string
  readonly name: string
  readonly channel: 'email' | 'letter'
  readonly subject: string
  /** What its sending records; empty where it records nothing. */
  readonly records: string
  readonly body: string
}

/** The dates that a stage of a sample case must have, by code. */
export interface ExpectedStage {
  readonly stage: string
  readonly startedOn?: string
  readonly endedOn?: string
  readonly due?: Readonly<Record<string, string>>
}

/** A sample case and what it must come to: the test that a pack brings with it. */
export interface PackSample {
  readonly name: string
  readonly caseType: string
  readonly received: string
  readonly nation: Nation
  readonly take: readonly string[]
  readonly begin: readonly string[]
  readonly events: readonly SampleEvent[]
  /** The days on which the House of Commons sits, which are shipped for nobody. */
  readonly sittingDays?: readonly string[]
  readonly expect: {
    readonly stages: readonly ExpectedStage[]
    readonly due?: Readonly<Record<string, string>>
    readonly closedOn?: string
  }
}

/** A case type of a pack: its name, and its definition as it is published. */
export interface PackCaseType {
  readonly name: string
  readonly definition: unknown
}

/** Everything that a service needs, ready to be installed in an organisation. */
export interface Pack {
  readonly code: string
  readonly name: string
  readonly version: string
  readonly summary: string
  readonly sources: readonly PackSource[]
  /** Codes of packs that must be installed before it. */
  readonly requires: readonly string[]
  /** The nations under whose law it stands. */
  readonly nations: readonly Nation[]
  readonly teams: readonly PackTeam[]
  readonly caseTypes: readonly PackCaseType[]
  readonly letters: readonly PackLetter[]
  /** Values that it needs in the organisation's lists. */
  readonly options: readonly Option[]
  readonly samples: readonly PackSample[]
}
