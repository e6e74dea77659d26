import { localRule, waiting } from './local-rule.ts'
import type { Rule, RuleVersion } from './rule.ts'

const hazards: Omit<RuleVersion, 'trigger' | 'counting'> = {
  version: '2025-10',
  takesEffectOn: '2025-10-27',
  basis: 'guidance',
  source: {
    citation:
      "Hazards in Social Housing (Prescribed Requirements) (England) Regulations 2025 (SI 2025/1042, Awaab's Law)",
    address:
      'https://www.gov.uk/government/publications/awaabs-law-draft-guidance-for-social-landlords/awaabs-law-draft-guidance-for-social-landlords',
  },
  calendar: 'nation',
  clock: [waiting],
  isStatutory: true,
}
const aware = 'the landlord becomes aware of the hazard'

const hazard = (
  id: string,
  title: string,
  rest: Partial<RuleVersion> & Pick<RuleVersion, 'counting'>,
): Rule => ({
  id,
  title,
  nations: ['england'],
  versions: [{ ...hazards, trigger: aware, ...rest }],
})

const investigated = { startsAt: { event: 'investigation_concluded' } } as const

const caseReview = (id: string, title: string, number: number): Rule => ({
  id,
  title,
  nations: ['england', 'wales'],
  versions: [
    {
      ...localRule,
      source: {
        citation:
          'Anti-social Behaviour, Crime and Policing Act 2014, section 104 (local review procedure)',
        address: 'https://www.gosport.gov.uk/article/2445/',
      },
      trigger: 'the application for a case review is received',
      counting: { convention: 'AFTER_WD', number },
    },
  ],
})

export const rulesOfPlaces: readonly Rule[] = [
  hazard('AWAAB_EMERGENCY', 'Emergency hazard investigated and made safe', {
    calendar: 'none',
    counting: { convention: 'HOURS', number: 24 },
  }),
  hazard('AWAAB_INVESTIGATION', 'Significant hazard investigated', {
    counting: { convention: 'AFTER_WD', number: 10 },
  }),
  hazard('AWAAB_SUMMARY', 'Written summary of the investigation', {
    ...investigated,
    counting: { convention: 'AFTER_WD', number: 3 },
  }),
  hazard('AWAAB_SAFETY_WORK', 'Safety work done', {
    ...investigated,
    counting: { convention: 'AFTER_WD', number: 5 },
  }),
  hazard('AWAAB_BEGIN_PREVENTIVE', 'Preventive work begun', {
    ...investigated,
    counting: { convention: 'AFTER_WD', number: 5 },
  }),
  hazard('AWAAB_LONGSTOP', 'Preventive work physically started', {
    ...investigated,
    calendar: 'none',
    counting: { convention: 'AFTER_DAYS', number: 84 },
  }),
  caseReview('ASB_REVIEW_ACK', 'Acknowledgement of an anti-social behaviour case review', 10),
  caseReview('ASB_REVIEW_DECISION', 'Decision whether the threshold of a case review is met', 15),
  caseReview('ASB_REVIEW_MEETING', 'Meeting of an anti-social behaviour case review', 20),
]
