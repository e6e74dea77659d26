/** A link or button that leads on. */
export type WayOn = { readonly text: string; readonly href: string }

/** Something that is lacking, and where it is met, for those who may. */
export type ShownNeed = { readonly text: string; readonly way: WayOn | undefined }

/** A stage of a track, as the page shows it. */
export type ShownStage = {
  readonly name: string
  readonly standing: { readonly text: string; readonly colour: string }
  /** When it began, is due or ended, and how, in a few words. */
  readonly told: string
  readonly details: string | undefined
}

/** An outcome that the current stage can have, and what is lacking for it. */
export type ShownOutcome = {
  readonly label: string
  readonly leadsTo: string
  readonly lacking: readonly ShownNeed[]
}

/** A track as the page shows it. */
export type ShownTrack = {
  readonly name: string
  readonly stages: readonly ShownStage[]
  readonly outcomes: readonly ShownOutcome[]
  readonly moveAddress: string | undefined
  readonly beginAddress: string | undefined
  readonly lackingToBegin: readonly ShownNeed[]
}

/** A task as the page shows it. */
export type ShownTask = {
  readonly title: string
  readonly due: string
  readonly isLate: boolean
  readonly owner: string
  /** What became of it, once it is settled. */
  readonly outcome: string | undefined
  readonly ways: readonly WayOn[]
  readonly undoAddress: string | undefined
}

/** A letter as the page shows it. */
export type ShownLetter = {
  readonly name: string
  readonly due: string
  readonly isLate: boolean
  readonly outcome: string | undefined
  readonly ways: readonly WayOn[]
}

/** What the page shows of where a case stands; letters are undefined for those who may not see them. */
export type ShownProgress = {
  readonly caseNumber: string
  readonly banner: string | undefined
  readonly csrfToken: string
  readonly status: string
  readonly summary: string
  readonly tracks: readonly ShownTrack[]
  readonly tasks: readonly ShownTask[]
  readonly addTaskAddress: string | undefined
  readonly letters: readonly ShownLetter[] | undefined
  readonly addLetterAddress: string | undefined
  readonly endAddress: string | undefined
  readonly reopenAddress: string | undefined
}
