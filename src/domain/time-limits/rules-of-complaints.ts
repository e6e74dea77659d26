import type { ClockOperation, Counting, Rule, RuleVersion, Source } from './rule.ts'

/** Waiting for the customer is recorded and stops no clock of a complaint code. */
const waiting: ClockOperation = {
  operation: 'NONE',
  events: ['clarification_requested', 'clarification_received'],
}
const further = (number: number): ClockOperation => ({
  operation: 'EXTEND',
  told: 'extension_notified',
  length: { further: number },
  mustBeToldInTime: false,
})
const inAll = (number: number): ClockOperation => ({
  operation: 'EXTEND',
  told: 'extension_notified',
  length: { inAll: number },
  mustBeToldInTime: false,
})

type Period = Pick<RuleVersion, 'version' | 'takesEffectOn' | 'source'>

/** The code of 2022 asked for the same days of landlords, without the force that statute gave it. */
const housing: readonly Period[] = [
  {
    version: '2022',
    takesEffectOn: null,
    source: {
      citation:
        'Housing Ombudsman Complaint Handling Code (2022), as set beside the code that followed',
      address: 'https://tch.org.uk/2024/05/29/changes-to-the-complaint-handling-code/',
    },
  },
  {
    version: '2024-04',
    takesEffectOn: '2024-04-01',
    source: {
      citation: 'Housing Ombudsman Complaint Handling Code (2024), section 6',
      address:
        'https://housing-ombudsman.org.uk/landlords-info/complaint-handling-code/the-code-2024',
    },
  },
]
const councilCode = {
  address:
    'https://www.lgo.org.uk/information-centre/information-for-organisations-we-investigate/complaint-handling-code/complaint-handling-code?chapter=7',
}
const council: readonly Period[] = [
  {
    version: '2024',
    takesEffectOn: null,
    source: {
      ...councilCode,
      citation:
        'Local Government and Social Care Ombudsman Complaint Handling Code, before its use in casework',
    },
  },
  {
    version: '2026-04',
    takesEffectOn: '2026-04-01',
    source: {
      ...councilCode,
      citation:
        'Local Government and Social Care Ombudsman Complaint Handling Code (Local Government Act 1974, section 23(12A))',
    },
  },
]

const counted = (number: number) => ({ convention: 'AFTER_WD', number }) as const

const version = (period: Period, trigger: string, number: number): RuleVersion => ({
  ...period,
  basis: 'guidance',
  calendar: 'nation',
  trigger,
  counting: counted(number),
  clock: [waiting],
  isStatutory: true,
})

interface Stage {
  readonly title: string
  readonly trigger: string
  readonly days: number
}

/** A stage of a code: acknowledged within five days, answered within so many of the acknowledgement. */
const stage = (prefix: string, periods: readonly Period[], of: Stage): readonly Rule[] => [
  {
    id: `${prefix}_ACK`,
    title: `Acknowledgement of ${of.title}`,
    nations: ['england'],
    versions: periods.map((period) => version(period, of.trigger, 5)),
  },
  {
    id: `${prefix}_RESPONSE`,
    title: `Answer to ${of.title}`,
    nations: ['england'],
    versions: periods.map((period) => ({
      ...version(period, of.trigger, of.days),
      startsAt: { event: 'acknowledged' as const, otherwise: counted(5) },
      clock: [waiting, further(of.days)],
    })),
  },
]

const complaint = 'the complaint is received'
const escalation = 'the request to escalate is received'
const first = (of: string) => ({ title: `a ${of} complaint`, trigger: complaint, days: 10 })
const second = (of: string) => ({
  title: `a ${of} complaint at stage 2`,
  trigger: escalation,
  days: 20,
})

interface Model {
  readonly nation: 'scotland' | 'northern-ireland' | 'wales'
  readonly source: Source
  readonly basis: RuleVersion['basis']
}

/** A step of a model procedure of another nation. */
const step =
  ({ nation, source, basis }: Model) =>
  (id: string, title: string, [trigger, days]: readonly [string, number]): Rule => {
    const period = { version: 'model', takesEffectOn: null, source }
    return {
      id,
      title,
      nations: [nation],
      versions: [{ ...version(period, trigger, days), basis }],
    }
  }

const spso = step({
  nation: 'scotland',
  basis: 'guidance',
  source: {
    citation:
      'Scottish Public Services Ombudsman, Model Complaints Handling Procedure, as North Lanarkshire Council gives it',
    address:
      'https://northlanarkshire.gov.uk/your-council/complaints-and-feedback/make-complaint/make-social-work-complaint/more-information-about-social-work-complaints',
  },
})
const nipso = step({
  nation: 'northern-ireland',
  basis: 'guidance',
  source: {
    citation: 'Northern Ireland Public Services Ombudsman, Model Complaints Handling Procedures',
    address:
      'https://www.nipso.org.uk/service-providers/complaints-standards/model-complaints-handling-procedures',
  },
})
const psow = step({
  nation: 'wales',
  basis: 'unconfirmed',
  source: {
    citation: 'Public Services Ombudsman for Wales, model complaints policy',
    address: '',
  },
})

const withExtension = (rule: Rule, extension: ClockOperation): Rule => ({
  ...rule,
  versions: rule.versions.map((each) => ({ ...each, clock: [...each.clock, extension] })),
})

/** The time in which somebody may complain, or complain further; for reasons a body may take a later one. */
const window = (
  id: string,
  title: string,
  only: Pick<RuleVersion, 'trigger' | 'source' | 'counting'>,
): Rule => ({
  id,
  title,
  nations: ['england'],
  versions: [
    {
      version: 'usual',
      takesEffectOn: null,
      basis: 'unconfirmed',
      calendar: 'none',
      clock: [],
      isStatutory: true,
      ...only,
    },
  ],
})
const aYear: Counting = { convention: 'CORRESPONDING_MONTHS', number: 12 }

const windows: readonly Rule[] = [
  window('HO_COMPLAINT_WINDOW', 'Last day on which a landlord must take a complaint', {
    trigger: 'the resident knows of what the complaint is about',
    source: {
      citation: 'Housing Ombudsman Complaint Handling Code (2024), section 2',
      address:
        'https://housing-ombudsman.org.uk/landlords-info/complaint-handling-code/the-code-2024',
    },
    counting: aYear,
  }),
  window('HO_OMBUDSMAN_WINDOW', 'Last day to bring a complaint to the Housing Ombudsman', {
    trigger: 'the final response is given',
    source: { citation: 'Housing Ombudsman Scheme', address: '' },
    counting: aYear,
  }),
  window('LGSCO_COMPLAINT_WINDOW', 'Last day to complain to the Ombudsman about a council', {
    trigger: 'the person knows of what the complaint is about',
    source: { citation: 'Local Government Act 1974, section 26B', address: '' },
    counting: aYear,
  }),
]

export const rulesOfComplaints: readonly Rule[] = [
  ...stage('HO_S1', housing, first('housing')),
  ...stage('HO_S2', housing, second('housing')),
  ...stage('LGSCO_S1', council, first('council')),
  ...stage('LGSCO_S2', council, second('council')),
  withExtension(
    spso('SPSO_S1', 'Answer to a complaint in Scotland at stage 1', [complaint, 5]),
    inAll(10),
  ),
  spso('SPSO_S2_ACK', 'Acknowledgement of a complaint in Scotland at stage 2', [escalation, 3]),
  spso('SPSO_S2', 'Answer to a complaint in Scotland at stage 2', [escalation, 20]),
  nipso('NIPSO_S1', 'Answer to a complaint in Northern Ireland at stage 1', [complaint, 5]),
  nipso('NIPSO_S2_ACK', 'Acknowledgement of a complaint in Northern Ireland at stage 2', [
    escalation,
    3,
  ]),
  nipso('NIPSO_S2', 'Answer to a complaint in Northern Ireland at stage 2', [escalation, 20]),
  psow('PSOW_ACK', 'Acknowledgement of a complaint in Wales', [complaint, 5]),
  psow('PSOW_INFORMAL', 'Informal answer to a complaint in Wales', ['the stage begins', 10]),
  psow('PSOW_FORMAL', 'Formal answer to a complaint in Wales', ['the stage begins', 20]),
  ...windows,
]
