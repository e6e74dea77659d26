import type { Counting, Rule, RuleVersion, Source } from './rule.ts'

const debtRespite: Source = {
  citation:
    'Debt Respite Scheme (Breathing Space Moratorium and Mental Health Crisis Moratorium) Regulations 2020',
  address: 'https://askcpag.org.uk/?id=-252469',
}

const rule = (
  id: string,
  title: string,
  only: Omit<RuleVersion, 'clock' | 'isStatutory'>,
): Rule => ({
  id,
  title,
  nations: ['england', 'wales'],
  versions: [{ ...only, clock: [], isStatutory: true }],
})

type Wanted = Pick<RuleVersion, 'trigger' | 'counting'>

const unconfirmed =
  (period: Omit<RuleVersion, 'clock' | 'isStatutory' | 'basis' | keyof Wanted>) =>
  (id: string, title: string, wanted: Wanted): Rule =>
    rule(id, title, { ...period, ...wanted, basis: 'unconfirmed' })

const days = (number: number): Counting => ({ convention: 'AFTER_DAYS', number })
const months = (number: number): Counting => ({ convention: 'CORRESPONDING_MONTHS', number })

const councilTax = unconfirmed({
  version: '1992',
  takesEffectOn: null,
  source: {
    citation: 'Council Tax (Administration and Enforcement) Regulations 1992, regulation 33',
    address: 'https://www.legislation.gov.uk/uksi/1992/613/regulation/33',
  },
  calendar: 'none',
})
const liability = unconfirmed({
  version: '1992',
  takesEffectOn: null,
  source: { citation: 'Local Government Finance Act 1992, section 16', address: '' },
  calendar: 'none',
})
const enforcement = unconfirmed({
  version: '2014',
  takesEffectOn: '2014-04-06',
  source: {
    citation: 'Taking Control of Goods Regulations 2013, regulation 9',
    address: '',
  },
  calendar: 'none',
})
const breathingSpace = unconfirmed({
  version: '2021',
  takesEffectOn: '2021-05-04',
  source: debtRespite,
  calendar: 'none',
})

export const rulesOfLawAndMoney: readonly Rule[] = [
  rule('POLICE_REVIEW_WINDOW', 'Last day to ask for a review of a police complaint', {
    version: '2020',
    takesEffectOn: '2020-02-01',
    basis: 'guidance',
    source: {
      citation:
        'Police Reform Act 2002, schedule 3; Police (Complaints and Misconduct) Regulations 2020',
      address: 'https://www.kent-pcc.gov.uk/who-we-are/office-policies/reviews-of-complaints/',
    },
    calendar: 'none',
    trigger: 'the outcome is sent',
    counting: { convention: 'AFTER_DAYS', number: 28 },
  }),
  rule('POLICE_UPDATE', 'Next report of progress to a police complainant', {
    version: '2020',
    takesEffectOn: '2020-02-01',
    basis: 'unconfirmed',
    source: {
      citation: 'Police Reform Act 2002, schedule 3; IOPC statutory guidance',
      address: 'https://www.legislation.gov.uk/ukpga/2002/30/schedule/3',
    },
    calendar: 'none',
    trigger: 'the complainant was last told of progress',
    counting: { convention: 'AFTER_DAYS', number: 28 },
  }),
  rule('CT_REMINDER_PAY_BY', 'Last day to pay after a council tax reminder', {
    version: '1992',
    takesEffectOn: null,
    basis: 'statute',
    source: {
      citation: 'Council Tax (Administration and Enforcement) Regulations 1992, regulation 23',
      address: 'https://legislation.gov.uk/uksi/1992/613/regulation/23',
    },
    calendar: 'none',
    trigger: 'the reminder is issued',
    counting: { convention: 'BEGINNING_WITH_DAYS', number: 7 },
  }),
  rule('CT_BALANCE_DUE', 'Day on which the whole balance falls due after a council tax reminder', {
    version: '1992',
    takesEffectOn: null,
    basis: 'unconfirmed',
    source: {
      citation: 'Council Tax (Administration and Enforcement) Regulations 1992, regulation 23(3)',
      address: 'https://legislation.gov.uk/uksi/1992/613/regulation/23',
    },
    calendar: 'none',
    trigger: 'the reminder is issued',
    counting: { convention: 'AFTER_DAYS', number: 12 },
  }),
  rule('ENFORCEMENT_NOTICE_EARLIEST', 'First day on which an enforcement agent may visit', {
    version: '2014',
    takesEffectOn: '2014-04-06',
    basis: 'unconfirmed',
    source: {
      citation:
        'Taking Control of Goods Regulations 2013, regulation 6(1) and (3): Sundays, bank holidays, Good Friday and Christmas Day do not count',
      address: 'https://www.legislation.gov.uk/uksi/2013/1894/regulation/6',
    },
    calendar: 'nation',
    trigger: 'the notice is given',
    counting: { convention: 'CLEAR_DAYS', number: 7 },
  }),
  rule('BREATHING_SPACE_LAST_DAY', 'Last day of a breathing space', {
    version: '2021',
    takesEffectOn: '2021-05-04',
    basis: 'unconfirmed',
    source: debtRespite,
    calendar: 'none',
    trigger: 'the breathing space is registered',
    counting: { convention: 'AFTER_DAYS', number: 60 },
  }),
  rule('POLICE_DELAY_LETTER', 'Letter about the delay of a police complaint', {
    version: '2020',
    takesEffectOn: '2020-02-01',
    basis: 'unconfirmed',
    source: {
      citation: 'Police Reform Act 2002, schedule 3; IOPC statutory guidance',
      address: 'https://www.legislation.gov.uk/ukpga/2002/30/schedule/3',
    },
    calendar: 'none',
    trigger: 'the complaint is received',
    counting: months(12),
  }),
  councilTax('CT_FINAL_NOTICE_PAY_BY', 'Last day to pay after a final notice of council tax', {
    trigger: 'the final notice is issued',
    counting: { convention: 'BEGINNING_WITH_DAYS', number: 7 },
  }),
  councilTax('CT_HEARING_EARLIEST', 'First day on which a summons for council tax may be heard', {
    trigger: 'the summons is served',
    counting: days(14),
  }),
  liability('CT_LIABILITY_ANSWER', 'Answer to an appeal against liability for council tax', {
    trigger: 'the appeal is received',
    counting: months(2),
  }),
  liability('CT_TRIBUNAL_WINDOW', 'Last day to appeal to the Valuation Tribunal after an answer', {
    trigger: 'the answer is given',
    counting: months(2),
  }),
  liability(
    'CT_TRIBUNAL_WINDOW_UNANSWERED',
    'Last day to appeal to the Valuation Tribunal where there was no answer',
    { trigger: 'the appeal to the council was made', counting: months(4) },
  ),
  enforcement('ENFORCEMENT_NOTICE_LAPSES', 'Last day on which a notice of enforcement is good', {
    trigger: 'the notice is given',
    counting: { convention: 'BEGINNING_WITH_MONTHS', number: 12 },
  }),
  breathingSpace('BREATHING_SPACE_REVIEW', 'Last day for the midway review of a breathing space', {
    trigger: 'the breathing space is registered',
    counting: days(35),
  }),
  breathingSpace(
    'BREATHING_SPACE_CREDITOR_REVIEW',
    'Last day on which a creditor may ask for a review of a breathing space',
    { trigger: 'the breathing space starts', counting: days(20) },
  ),
]
