import type { ClockOperation, Extend, Rule, RuleVersion } from './rule.ts'

const everywhere = ['england', 'wales', 'scotland', 'northern-ireland'] as const

const identity: ClockOperation = {
  operation: 'RESTART',
  asked: 'id_requested',
  answered: 'id_received',
  name: 'Proof of identity outstanding',
}
const fee: ClockOperation = {
  operation: 'RESTART',
  asked: 'fees_notice_given',
  answered: 'fee_received',
  name: 'Fee outstanding',
}
const clarification: ClockOperation = {
  operation: 'EXCLUDE',
  asked: 'clarification_requested',
  answered: 'clarification_received',
  name: 'Clarification outstanding',
}
const twoMonthsMore: Extend = {
  operation: 'EXTEND',
  told: 'extension_notified',
  length: { inAll: 3 },
  mustBeToldInTime: true,
  forbiddenBy: 'UK GDPR, Article 12A(3)',
}

/** The target gives way to the longer time: two more of its periods of twenty-eight days end within two months. */
const targetExtended: ClockOperation = {
  ...twoMonthsMore,
  length: { further: 56 },
  inTimeBy: { convention: 'CORRESPONDING_MONTHS', number: 1 },
}

const accessByGuidance: RuleVersion = {
  version: '2018',
  takesEffectOn: '2018-05-25',
  basis: 'guidance',
  source: {
    citation: 'UK GDPR, Article 12(3), as the ICO counted it',
    address:
      'https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/individual-rights/right-of-access/what-should-we-consider-when-responding-to-a-request/',
  },
  calendar: 'nation',
  trigger: 'the request is received',
  counting: { convention: 'CORRESPONDING_MONTHS', number: 1 },
  clock: [
    identity,
    fee,
    clarification,
    { ...twoMonthsMore, forbiddenBy: 'UK GDPR, Article 12(3)' },
  ],
  isStatutory: true,
}

const accessByStatute: RuleVersion = {
  ...accessByGuidance,
  version: '2026-02',
  takesEffectOn: '2026-02-05',
  basis: 'statute',
  source: {
    citation:
      'UK GDPR, Article 12A (Data (Use and Access) Act 2025, section 76, in force by SI 2026/82)',
    address: 'https://www.legislation.gov.uk/ukpga/2025/18/section/76',
  },
  clock: [identity, fee, clarification, twoMonthsMore],
}

const complaintSource = {
  citation:
    'Data Protection Act 2018, section 164A (Data (Use and Access) Act 2025, section 103), as the ICO counts it',
  address: 'https://www.legislation.gov.uk/ukpga/2025/18/section/103',
}

const complaint: RuleVersion = {
  version: '2026-06',
  takesEffectOn: '2026-06-19',
  basis: 'guidance',
  source: complaintSource,
  calendar: 'nation',
  trigger: 'the complaint is received',
  counting: { convention: 'AFTER_DAYS_ROLL', number: 30 },
  clock: [],
  isStatutory: true,
}

const breach: RuleVersion = {
  version: '2018',
  takesEffectOn: '2018-05-25',
  basis: 'statute',
  source: {
    citation: 'UK GDPR, Article 33(1)',
    address: 'https://www.legislation.gov.uk/eur/2016/679/contents',
  },
  calendar: 'none',
  trigger: 'the controller becomes aware of the breach',
  counting: { convention: 'HOURS', number: 72 },
  clock: [],
  isStatutory: true,
}

const healthRecord = (id: string, title: string, number: number): Rule => ({
  id,
  title,
  nations: ['england', 'wales', 'scotland'],
  versions: [
    {
      version: '1991',
      takesEffectOn: '1991-11-01',
      basis: 'unconfirmed',
      source: { citation: 'Access to Health Records Act 1990, section 3', address: '' },
      calendar: 'none',
      trigger: 'the application is received',
      counting: { convention: 'BEGINNING_WITH_DAYS', number },
      clock: [],
      isStatutory: true,
    },
  ],
})

export const rulesOfDataProtection: readonly Rule[] = [
  {
    id: 'SAR_RESPONSE',
    title: 'Answer to a subject access request, or to another right',
    nations: everywhere,
    versions: [accessByGuidance, accessByStatute],
  },
  {
    id: 'SAR_TARGET',
    title: 'Internal target for answering a subject access request',
    nations: everywhere,
    versions: [
      {
        ...accessByGuidance,
        version: 'own',
        basis: 'convention',
        counting: { convention: 'AFTER_DAYS', number: 28 },
        calendar: 'none',
        clock: [identity, fee, clarification, targetExtended],
        isStatutory: false,
        isConfigurable: true,
      },
    ],
  },
  {
    id: 'DP_COMPLAINT_ACK',
    title: 'Acknowledgement of a data protection complaint',
    nations: everywhere,
    versions: [complaint],
  },
  {
    id: 'DP_COMPLAINT_ACK_TARGET',
    title: 'Internal target for acknowledging a data protection complaint',
    nations: everywhere,
    versions: [
      {
        ...complaint,
        basis: 'convention',
        calendar: 'none',
        counting: { convention: 'BEGINNING_WITH_DAYS', number: 30 },
        isStatutory: false,
        isConfigurable: true,
      },
    ],
  },
  {
    id: 'DP_BREACH_ICO',
    title: 'Notice of a personal data breach to the Information Commissioner',
    nations: everywhere,
    versions: [breach],
  },
  {
    id: 'EDUCATION_RECORD',
    title: "Answer to a request for a child's education record",
    nations: ['england'],
    versions: [
      {
        version: '2005',
        takesEffectOn: '2005-09-01',
        basis: 'unconfirmed',
        source: {
          citation: 'Education (Pupil Information) (England) Regulations 2005, regulation 5',
          address: '',
        },
        calendar: 'nation',
        trigger: 'the request is received',
        counting: { convention: 'AFTER_WD', number: 15 },
        clock: [{ operation: 'CLOSE', during: 'school_closed', name: 'School closed' }],
        isStatutory: true,
      },
    ],
  },
  healthRecord(
    'HEALTH_RECORD_RECENT',
    'Sight of the health record of somebody who has died, made within forty days of the application',
    21,
  ),
  healthRecord(
    'HEALTH_RECORD',
    'Sight of the health record of somebody who has died, made earlier',
    40,
  ),
]
