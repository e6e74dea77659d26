import { invalidInput, Refusal, refusal } from '#kernel/refusal.ts'

export const unknownRole = refusal('unknownRole', 'There is no such role')
export const builtInRole = refusal(
  'builtInRole',
  'This role cannot be removed: change what it may do instead',
)
export const roleInUse = refusal(
  'roleInUse',
  'Somebody has this role: give them another role first',
)
export const notInThatTeam = refusal('notInThatTeam', 'This person has no role in this team')

/** A refusal for what was sent under one name. */
export const flawed = (parameter: string, message: string): Refusal =>
  new Refusal(invalidInput, [{ parameter, kind: 'invalid', message }])
