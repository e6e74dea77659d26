import type { ClockOperation, Rule, RuleVersion, Source } from './rule.ts'

const foia = (section: string, at = `section/${section.replace(/\(.*/, '')}`): Source => ({
  citation: `Freedom of Information Act 2000, section ${section}`,
  address: `https://www.legislation.gov.uk/ukpga/2000/36/${at}`,
})
const foisa = (section: number, at = `section/${section}`): Source => ({
  citation: `Freedom of Information (Scotland) Act 2002, section ${section}`,
  address: `https://www.legislation.gov.uk/asp/2002/13/${at}`,
})
const eir = (regulation: number, at = `regulation/${regulation}`): Source => ({
  citation: `Environmental Information Regulations 2004, regulation ${regulation}`,
  address: `https://www.legislation.gov.uk/uksi/2004/3391/${at}`,
})
const eisr: Source = {
  citation: 'Environmental Information (Scotland) Regulations 2004, regulations 5 and 7',
  address: 'https://www.foi.scot/responding-requests',
}
const reviewGuidance: Source = {
  citation: 'ICO guide to managing an FOI request: internal reviews',
  address:
    'https://ico.org.uk/for-organisations/foi/guide-to-managing-an-foi-request/complaints-internal-reviews/',
}
const complaintGuidance: Source = {
  citation: 'ICO: FOI and EIR complaints',
  address: 'https://ico.org.uk/make-a-complaint/foi-and-eir-complaints/',
}

const clarification: ClockOperation = {
  operation: 'RESTART',
  asked: 'clarification_requested',
  answered: 'clarification_received',
  name: 'Clarification outstanding',
}
const fees: ClockOperation = {
  operation: 'EXCLUDE',
  asked: 'fees_notice_given',
  answered: 'fee_received',
  name: 'Fee notice outstanding',
}
const schoolClosures: ClockOperation = {
  operation: 'CLOSE',
  during: 'school_closed',
  name: 'School closed',
}
const doubled = (citation: string): ClockOperation => ({
  operation: 'EXTEND',
  told: 'extension_notified',
  length: { inAll: 40 },
  mustBeToldInTime: true,
  forbiddenBy: citation,
})

const requests = [clarification, fees]

type Wanted = Partial<RuleVersion> & Pick<RuleVersion, 'source' | 'trigger'>

const version = (number: number, wanted: Wanted): RuleVersion => ({
  version: '2005',
  takesEffectOn: '2005-01-01',
  basis: 'statute',
  calendar: 'uk',
  counting: { convention: 'AFTER_WD', number },
  clock: [],
  isStatutory: true,
  ...wanted,
})

const everywhere = ['england', 'wales', 'scotland', 'northern-ireland'] as const

const rule = (id: string, title: string, only: RuleVersion): Rule => ({
  id,
  title,
  nations: everywhere,
  versions: [only],
})
const scottish = (id: string, title: string, only: RuleVersion): Rule => ({
  ...rule(id, title, { ...only, calendar: 'scotland' }),
  nations: ['scotland'],
})

const request = 'the request is received'
const review = 'the request for a review is received'
const answered = 'the response is given'

export const rulesOfInformation: readonly Rule[] = [
  rule(
    'FOI_RESPONSE',
    'Answer to a freedom of information request',
    version(20, { source: foia('10(1)'), trigger: request, clock: requests }),
  ),
  rule(
    'FOI_PIT',
    'Answer to a freedom of information request after the public interest test',
    version(40, {
      source: foia('10(3)'),
      trigger: request,
      clock: requests,
      basis: 'guidance',
    }),
  ),
  rule(
    'FOI_ARCHIVE',
    'Answer to a request for a transferred public record not designated as open',
    version(30, {
      source: foia('10(4)'),
      trigger: request,
      clock: requests,
      basis: 'unconfirmed',
    }),
  ),
  rule(
    'FOI_LEAVE',
    "Answer to a request for which the Commissioner gave leave, about the armed forces' operations or from abroad",
    version(60, {
      source: {
        citation: 'Freedom of Information Act 2000, section 10(4), and regulations under it',
        address: 'https://www.legislation.gov.uk/ukpga/2000/36/section/10',
      },
      trigger: request,
      clock: requests,
      basis: 'unconfirmed',
    }),
  ),
  rule(
    'FOI_SCHOOL',
    'Answer of a school to a freedom of information request',
    version(20, {
      source: {
        citation:
          'Freedom of Information (Time for Compliance with Request) Regulations 2004 (SI 2004/3364)',
        address: 'https://www.legislation.gov.uk/uksi/2004/3364/made',
      },
      trigger: request,
      clock: [...requests, schoolClosures],
      atLatest: { convention: 'AFTER_WD', number: 60 },
    }),
  ),
  rule(
    'FOI_REVIEW',
    'Internal review of a freedom of information answer',
    version(20, { source: reviewGuidance, trigger: review, basis: 'guidance' }),
  ),
  rule(
    'FOI_REVIEW_MAX',
    'Internal review of a freedom of information answer, in exceptional cases',
    version(40, { source: reviewGuidance, trigger: review, basis: 'guidance' }),
  ),
  rule(
    'FOI_REVIEW_REQUEST_WINDOW',
    'Last day to ask for an internal review',
    version(40, { source: reviewGuidance, trigger: answered, basis: 'guidance' }),
  ),
  rule(
    'FOI_FEE_WINDOW',
    'Last day to pay the fee',
    version(0, {
      source: foia('9(2)'),
      trigger: 'the fees notice is given',
      basis: 'unconfirmed',
      calendar: 'none',
      counting: { convention: 'BEGINNING_WITH_MONTHS', number: 3 },
    }),
  ),
  rule(
    'ICO_FOI_COMPLAINT_WINDOW',
    'Last day to complain to the Information Commissioner',
    version(0, {
      source: complaintGuidance,
      trigger: 'the final response is given',
      basis: 'guidance',
      calendar: 'none',
      counting: { convention: 'AFTER_DAYS', number: 42 },
    }),
  ),
  rule(
    'EIR_RESPONSE',
    'Answer to a request for environmental information',
    version(20, {
      source: eir(5, 'contents'),
      trigger: request,
      clock: [...requests, doubled(`${eir(7).citation}`)],
    }),
  ),
  rule(
    'EIR_REVIEW',
    'Reconsideration of an environmental information answer',
    version(40, {
      source: eir(11),
      trigger: 'the representations are received',
      basis: 'guidance',
    }),
  ),
  rule(
    'EIR_REVIEW_REQUEST_WINDOW',
    'Last day to ask for reconsideration of an environmental information answer',
    version(40, {
      source: eir(11),
      trigger: 'the authority is believed to have failed',
      basis: 'unconfirmed',
    }),
  ),
  rule(
    'EIR_FEE_WINDOW',
    'Last day to pay in advance for environmental information',
    version(60, {
      source: eir(8),
      trigger: 'the notice of payment is given',
      basis: 'unconfirmed',
    }),
  ),
  rule(
    'FOI_TRIBUNAL_WINDOW',
    'Last day to appeal to the First-tier Tribunal',
    version(0, {
      source: foia('57', 'contents'),
      trigger: 'the decision notice is given',
      basis: 'unconfirmed',
      calendar: 'none',
      counting: { convention: 'AFTER_DAYS', number: 28 },
    }),
  ),
  scottish(
    'EISR_RESPONSE',
    'Answer to a request for environmental information in Scotland',
    version(20, {
      source: eisr,
      trigger: request,
      basis: 'guidance',
      clock: [...requests, doubled(eisr.citation)],
    }),
  ),
  scottish(
    'FOISA_RESPONSE',
    'Answer to a freedom of information request in Scotland',
    version(20, { source: foisa(10), trigger: request, clock: requests }),
  ),
  scottish(
    'FOISA_REVIEW',
    'Review of a freedom of information answer in Scotland',
    version(20, { source: foisa(21), trigger: review }),
  ),
  scottish(
    'FOISA_REVIEW_REQUEST_WINDOW',
    'Last day to require a review in Scotland',
    version(40, { source: foisa(20, 'contents'), trigger: answered, basis: 'guidance' }),
  ),
  scottish(
    'FOISA_ARCHIVE',
    'Answer of the Keeper of the Records of Scotland',
    version(30, { source: foisa(10), trigger: request, clock: requests }),
  ),
  {
    ...rule(
      'FOISA_APPEAL_WINDOW',
      'Last day to apply to the Scottish Information Commissioner',
      version(0, {
        source: foisa(47, 'contents'),
        trigger: 'the answer to the review is received',
        calendar: 'none',
        counting: { convention: 'CORRESPONDING_MONTHS', number: 6 },
        basis: 'unconfirmed',
      }),
    ),
    nations: ['scotland'],
  },
  {
    id: 'STAIRS_RESPONSE',
    title: "Answer to a tenant's request for information from a housing association",
    nations: ['england'],
    versions: [
      version(0, {
        version: '2027-04',
        takesEffectOn: '2027-04-01',
        source: {
          citation: 'Social Tenant Access to Information Requirements, policy statement',
          address:
            'https://www.gov.uk/government/consultations/social-tenant-access-to-information-requirements-consultation/outcome/social-tenant-access-to-information-requirements-policy-statement',
        },
        trigger: request,
        basis: 'unconfirmed',
        calendar: 'nation',
        counting: { convention: 'AFTER_WD', number: null },
        isConfigurable: true,
      }),
    ],
  },
]
