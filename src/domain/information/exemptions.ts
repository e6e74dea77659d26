/** A ground on which information may be withheld. */
export interface Exemption {
  readonly code: string
  readonly name: string
  readonly act: 'FOIA' | 'EIR'
  /** Must the public interest in withholding outweigh that in disclosing? */
  readonly isQualified: boolean
}

const foia = (section: string, name: string, isQualified: boolean): Exemption =>
  Object.freeze({ code: `FOIA s${section}`, name, act: 'FOIA', isQualified })
const eir = (regulation: string, name: string, isQualified = true): Exemption =>
  Object.freeze({ code: `EIR reg ${regulation}`, name, act: 'EIR', isQualified })

/**
 * Grounds for withholding. FOIA 2000 ss 12, 14 and 21 to 44, where s2(3) says which are absolute; EIR 2004
 * reg 12(4) and (5), all subject to reg 12(1)(b), and regs 12(3) and 13 for personal data, which are not.
 */
export const exemptions: readonly Exemption[] = Object.freeze([
  foia('12', 'Cost of compliance exceeds the limit', false),
  foia('14(1)', 'Vexatious request', false),
  foia('14(2)', 'Repeated request', false),
  foia('21', 'Accessible by other means', false),
  foia('22', 'Intended for future publication', true),
  foia('22A', 'Research', true),
  foia('23', 'Bodies dealing with security matters', false),
  foia('24', 'National security', true),
  foia('26', 'Defence', true),
  foia('27', 'International relations', true),
  foia('28', 'Relations within the United Kingdom', true),
  foia('29', 'The economy', true),
  foia('30', 'Investigations and proceedings', true),
  foia('31', 'Law enforcement', true),
  foia('32', 'Court records', false),
  foia('33', 'Audit functions', true),
  foia('34', 'Parliamentary privilege', false),
  foia('35', 'Formulation of government policy', true),
  foia('36', 'Prejudice to the effective conduct of public affairs', true),
  foia('37(1)(a) to (ab)', 'Communications with the Sovereign and heirs', false),
  foia('37(1)(ac) to (b)', 'Communications with others of the royal household; honours', true),
  foia('38', 'Health and safety', true),
  foia('39', 'Environmental information', true),
  foia('40(1)', 'Personal data of whoever asks', false),
  foia('40(2)', 'Personal data of others', false),
  foia('41', 'Provided in confidence', false),
  foia('42', 'Legal professional privilege', true),
  foia('43(1)', 'Trade secrets', true),
  foia('43(2)', 'Commercial interests', true),
  foia('44', 'Prohibitions on disclosure', false),
  eir('12(3)', 'Personal data', false),
  eir('12(4)(a)', 'Not held when the request was received'),
  eir('12(4)(b)', 'Manifestly unreasonable'),
  eir('12(4)(c)', 'Formulated in too general a manner'),
  eir('12(4)(d)', 'Material in the course of completion'),
  eir('12(4)(e)', 'Internal communications'),
  eir('12(5)(a)', 'International relations, defence, national security, public safety'),
  eir('12(5)(b)', 'The course of justice'),
  eir('12(5)(c)', 'Intellectual property rights'),
  eir('12(5)(d)', 'Confidentiality of proceedings'),
  eir('12(5)(e)', 'Confidentiality of commercial or industrial information'),
  eir('12(5)(f)', 'Interests of whoever provided the information'),
  eir('12(5)(g)', 'Protection of the environment'),
  eir('13', 'Personal data of others', false),
])

const byCode = new Map(exemptions.map((each) => [each.code.toLowerCase(), each]))

/** The exemption of that code, whatever the case and the space around it. */
export const findExemption = (code: string): Exemption | undefined =>
  byCode.get(code.trim().toLowerCase())
