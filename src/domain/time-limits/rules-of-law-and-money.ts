import type { Rule, RuleVersion } from './rule.ts'

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
      citation: 'Taking Control of Goods Regulations 2013, regulation 6',
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
    source: {
      citation:
        'Debt Respite Scheme (Breathing Space Moratorium and Mental Health Crisis Moratorium) Regulations 2020',
      address: 'https://askcpag.org.uk/?id=-252469',
    },
    calendar: 'none',
    trigger: 'the breathing space is registered',
    counting: { convention: 'AFTER_DAYS', number: 60 },
  }),
]
