import type { CaseType } from '#domain/case-types/index.ts'
import type { Story } from '#seeding/seed-files.ts'

/** The label of a case about a story. */
export const labelOf = ({ title, label }: CaseType, story: Story): string =>
  title ? `${title.prefix}${story.title ?? story.text}` : label
