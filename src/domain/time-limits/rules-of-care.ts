import type { ClockOperation, Counting, Rule, RuleVersion, Source } from './rule.ts'

const children = (regulation: number, at = 'made'): Source => ({
  citation: `Children Act 1989 Representations Procedure (England) Regulations 2006, regulation ${regulation}`,
  address: `https://www.legislation.gov.uk/uksi/2006/1738/${at}`,
})
const gettingTheBest: Source = {
  citation:
    'Getting the best from complaints (statutory guidance, 2006), as Royal Greenwich gives it',
  address:
    'https://www.royalgreenwich.gov.uk/info/200160/contact_us/2062/draft_complaints_about_childrens_services/3',
}
const careComplaints: Source = {
  citation:
    'Local Authority Social Services and National Health Service Complaints (England) Regulations 2009',
  address: 'https://legislation.gov.uk/uksi/2009/309',
}

const extendedTo = (number: number): ClockOperation => ({
  operation: 'EXTEND',
  told: 'extension_notified',
  length: { inAll: number },
  mustBeToldInTime: false,
})
const workingDays = (number: number): Counting => ({ convention: 'AFTER_WD', number })

const withinAYear = {
  calendar: 'none',
  counting: { convention: 'CORRESPONDING_MONTHS', number: 12 },
  basis: 'unconfirmed',
} as const

type Wanted = Partial<RuleVersion> & Pick<RuleVersion, 'trigger' | 'counting'>

const ofChildren = (wanted: Wanted): RuleVersion => ({
  version: '2006',
  takesEffectOn: '2006-09-01',
  basis: 'guidance',
  source: gettingTheBest,
  calendar: 'nation',
  clock: [],
  isStatutory: true,
  ...wanted,
})
const ofAdults = (wanted: Wanted): RuleVersion => ({
  ...ofChildren(wanted),
  version: '2009',
  takesEffectOn: '2009-04-01',
  source: careComplaints,
  ...wanted,
})

const rule = (id: string, title: string, only: RuleVersion): Rule => ({
  id,
  title,
  nations: ['england'],
  versions: [only],
})

const ofWales = (id: string, title: string, wanted: Wanted): Rule => ({
  ...rule(
    id,
    title,
    ofChildren({
      ...wanted,
      version: '2014',
      takesEffectOn: '2014-08-01',
      basis: 'unconfirmed',
      source: {
        citation: 'Social Services Complaints Procedure (Wales) Regulations 2014 (SI 2014/1794)',
        address: 'https://www.legislation.gov.uk/wsi/2014/1794',
      },
    }),
  ),
  nations: ['wales'],
})

export const rulesOfCare: readonly Rule[] = [
  rule(
    'CSC_S1',
    "Answer to a complaint about children's social care at stage 1",
    ofChildren({
      trigger: 'the complaint is received',
      counting: workingDays(10),
      clock: [extendedTo(20)],
    }),
  ),
  rule(
    'CSC_S2',
    "Investigation of a complaint about children's social care at stage 2",
    ofChildren({ trigger: 'stage 2 begins', counting: workingDays(25), clock: [extendedTo(65)] }),
  ),
  rule(
    'CSC_COMPLAINT_WINDOW',
    "Last day to complain about children's social care",
    ofChildren({ ...withinAYear, trigger: 'the grounds for the complaint arise' }),
  ),
  rule(
    'CSC_S3_REQUEST_WINDOW',
    'Last day to ask for a review panel',
    ofChildren({ trigger: 'the stage 2 outcome is given', counting: workingDays(20) }),
  ),
  rule(
    'CSC_S3_PANEL',
    'Meeting of the review panel',
    ofChildren({
      trigger: 'the request for a panel is received',
      counting: workingDays(30),
      source: children(19, 'regulation/19/made'),
      basis: 'statute',
    }),
  ),
  rule(
    'CSC_S3_PANEL_REPORT',
    'Report of the review panel',
    ofChildren({
      trigger: 'the panel meets',
      counting: workingDays(5),
      source: children(20),
      basis: 'statute',
    }),
  ),
  rule(
    'CSC_S3_RESPONSE',
    "Answer of the authority to the panel's report",
    ofChildren({
      trigger: "the panel's report is received",
      counting: workingDays(15),
      source: children(20),
      basis: 'statute',
    }),
  ),
  rule(
    'CSC_S3_REQUEST_ACK',
    'Acknowledgement of the request for a review panel',
    ofChildren({
      trigger: 'the request for a panel is received',
      counting: workingDays(2),
      basis: 'unconfirmed',
    }),
  ),
  rule(
    'ASC_NHS_ACK',
    'Acknowledgement of a complaint about adult social care or the NHS',
    ofAdults({ trigger: 'the complaint is received', counting: workingDays(3) }),
  ),
  rule(
    'ASC_NHS_COMPLAINT_WINDOW',
    'Last day to complain about adult social care or the NHS',
    ofAdults({ ...withinAYear, trigger: 'the person knows of what the complaint is about' }),
  ),
  rule(
    'ASC_NHS_6M',
    'Long stop for a complaint about adult social care or the NHS',
    ofAdults({
      trigger: 'the complaint is received',
      calendar: 'none',
      counting: { convention: 'BEGINNING_WITH_MONTHS', number: 6 },
    }),
  ),
  ofWales('WALES_CARE_ACK', 'Acknowledgement of a complaint about social care in Wales', {
    trigger: 'the complaint is received',
    counting: workingDays(2),
  }),
  ofWales('WALES_CARE_DISCUSSION', 'Discussion of a complaint about social care in Wales', {
    trigger: 'the complaint is acknowledged',
    counting: workingDays(10),
  }),
  ofWales('WALES_CARE_S2', 'Investigation of a complaint about social care in Wales at stage 2', {
    trigger: 'stage 2 begins',
    counting: workingDays(25),
  }),
  ofWales('WALES_CARE_6M', 'Long stop for a complaint about social care in Wales', {
    trigger: 'the complaint is received',
    calendar: 'none',
    counting: { convention: 'BEGINNING_WITH_MONTHS', number: 6 },
  }),
]
