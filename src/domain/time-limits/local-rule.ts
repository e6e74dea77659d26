import type { ClockOperation, RuleVersion } from './rule.ts'

/** What is recorded of a question to whoever asked, where that stops no clock. */
export const waiting: ClockOperation = {
  operation: 'NONE',
  events: ['clarification_requested', 'clarification_received'],
}

/** What rules have in common that each organisation may set for itself. */
export const localRule: Omit<RuleVersion, 'trigger' | 'counting' | 'source'> = {
  version: 'own',
  takesEffectOn: null,
  basis: 'convention',
  calendar: 'nation',
  clock: [],
  isStatutory: false,
  isConfigurable: true,
}
