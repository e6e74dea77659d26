import { amendLetterDraft, getLetterDrafts, sendLetter } from '#domain/letters/index.ts'
import type { ApiStage } from '#test/api-stage.ts'

type Drafts = Awaited<ReturnType<typeof getLetterDrafts.handle>>

/** Writes the letters of a template that wait on a case, and posts them. */
export async function postLetter(stage: ApiStage, CaseId: string, template: string): Promise<void> {
  const officer = stage.actor('case worker')
  const { letters } = (await stage.perform(getLetterDrafts, { CaseId }, officer)) as Drafts
  for (const draft of letters.filter((each) => each.template === template)) {
    const sent = { CaseId, Letter: String(draft.letter) }
    const words = { Subject: draft.subject ?? '', Body: 'We send you what we can.', Version: '1' }
    await stage.perform(amendLetterDraft, { ...sent, ...words }, officer)
    await stage.perform(sendLetter, { ...sent, Version: '2', How: 'post' }, officer)
  }
}
