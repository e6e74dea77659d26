/** What a change can be a change of. */
export const changeKinds = [
  'setting',
  'case numbers',
  'option',
  'list',
  'hours',
  'document source',
  'case type',
  'service pack',
  'letter template',
  'team',
  'person',
  'role',
  'api key',
  'calendar',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** What there was or is: by name, values that people read; never a secret, never personal data of customers. */
export type Kept = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
> | null

/** A change of the configuration or of rights. */
export interface Change {
  readonly kind: ChangeKind
  /** What was changed, as people call it, such as `note type: Telephone`. */
  readonly subject: string
  /** Nothing, where it was made. */
  readonly before: Kept
  /** Nothing, where it was removed. */
  readonly after: Kept
}

/** Who changes, when, and which change is put back by it, if one is. */
export interface Changing {
  readonly by: string
  readonly now: Date
  readonly restores?: number
}
