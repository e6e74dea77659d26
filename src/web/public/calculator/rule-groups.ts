import { allRules, type Rule } from '#domain/deadlines/index.ts'

/** The rules of one law or code, as the list of the form groups them. */
export interface RuleGroup {
  readonly title: string
  readonly rules: readonly Rule[]
}

const laws: readonly (readonly [title: string, ids: RegExp])[] = [
  ['Freedom of Information Act 2000', /^(FOI|ICO_FOI)_/],
  ['Environmental Information Regulations 2004', /^EIR_/],
  ['Freedom of information in Scotland', /^(FOISA|EISR)_/],
  ['Information for tenants', /^STAIRS_/],
  ['Data protection', /^(SAR|DP)_/],
  ['Education records', /^EDUCATION_/],
  ['Health records', /^HEALTH_RECORD/],
  ['Housing Ombudsman Complaint Handling Code', /^HO_/],
  ['Local Government and Social Care Ombudsman Complaint Handling Code', /^LGSCO_/],
  ['Complaints in Scotland', /^SPSO_/],
  ['Complaints in Northern Ireland', /^NIPSO_/],
  ['Complaints in Wales', /^PSOW_/],
  ["Children's social care complaints", /^CSC_/],
  ['Adult social care and NHS complaints', /^ASC_/],
  ['Social care complaints in Wales', /^WALES_CARE_/],
  ["Hazards in social housing (Awaab's Law)", /^AWAAB_/],
  ['Anti-social behaviour case reviews', /^ASB_/],
  ["Members' and MPs' enquiries", /^(MP|MEMBER)_/],
  ['Questions in Parliament', /^PQ_/],
  ['Police complaints', /^POLICE_/],
  ['Council tax', /^CT_/],
  ['Debt and enforcement', /^(ENFORCEMENT|BREATHING_SPACE)_/],
]

/** Where a rule stands that no law of the list takes. */
export const otherRules = 'Other time limits'

const titleFor = ({ id }: Rule): string => laws.find(([, ids]) => ids.test(id))?.[0] ?? otherRules

/** Every rule, grouped by its law, in the order of the list. */
export const ruleGroups: readonly RuleGroup[] = Object.freeze(
  [...Map.groupBy(allRules, titleFor)]
    .map(([title, rules]) => ({ title, rules }))
    .toSorted((a, b) => placeOf(a) - placeOf(b)),
)

function placeOf({ title }: RuleGroup): number {
  const place = laws.findIndex(([each]) => each === title)
  return place === -1 ? laws.length : place
}
