import { nations } from '#domain/calendar/index.ts'
import { localRule, waiting } from './local-rule.ts'
import type { Rule, RuleVersion } from './rule.ts'

const parliament: Omit<RuleVersion, 'source' | 'calendar' | 'counting'> = {
  version: 'practice',
  takesEffectOn: null,
  basis: 'unconfirmed',
  trigger: 'the question is tabled',
  clock: [],
  isStatutory: true,
}

const practiceOf = (house: string): RuleVersion['source'] => ({
  citation: `Practice of the ${house}, of which no text has been read`,
  address: '',
})

const question = (
  id: string,
  title: string,
  rest: Partial<RuleVersion> & Pick<RuleVersion, 'source' | 'calendar' | 'counting'>,
): Rule => ({ id, title, nations, versions: [{ ...parliament, ...rest }] })

/** Enquiries of councillors, members of Parliament and peers, and the questions that they table. */
export const rulesOfMembers: readonly Rule[] = [
  {
    id: 'MP_CORRESPONDENCE',
    title: "Answer to a Member of Parliament's letter",
    nations,
    versions: [
      {
        ...localRule,
        version: 'guide',
        basis: 'guidance',
        calendar: 'england-and-wales',
        source: {
          citation:
            "Cabinet Office guidance on handling members' correspondence, as a minister gave it in answer HL14583",
          address: 'https://parallelparliament.co.uk/question/HL14583/',
        },
        trigger: 'the letter is received',
        counting: { convention: 'AFTER_WD', number: 20 },
        clock: [waiting],
      },
    ],
  },
  {
    id: 'MEMBER_ENQUIRY',
    title: "Answer to a councillor's enquiry",
    nations,
    versions: [
      {
        ...localRule,
        source: {
          citation: 'Local protocol for member and officer relations',
          address:
            'https://staff.derbyshire.gov.uk/working-here/member-and-officer-relationship/member-and-officer-relationship.aspx',
        },
        trigger: 'the enquiry is received',
        counting: { convention: 'AFTER_WD', number: 10 },
        clock: [waiting],
      },
    ],
  },
  question('PQ_NAMED_DAY', 'Answer to a question in the Commons for a named day', {
    calendar: 'house-of-commons',
    counting: { convention: 'AFTER_WD', number: 3 },
    clock: [{ operation: 'NAME', named: 'answer_day_named' }],
    source: {
      citation: 'Standing Orders of the House of Commons (public business), order 22(4)',
      address: 'https://publications.parliament.uk/pa/cm200203/cmstords/17508.htm',
    },
  }),
  question('PQ_ORDINARY', 'Answer to an ordinary written question in the Commons', {
    calendar: 'house-of-commons',
    counting: { convention: 'AFTER_WD', number: 5 },
    isConfigurable: true,
    source: practiceOf('House of Commons'),
  }),
  question('PQ_LORDS', 'Answer to a written question in the Lords', {
    calendar: 'england-and-wales',
    counting: { convention: 'AFTER_WD', number: 10 },
    source: practiceOf('House of Lords'),
  }),
]
