import type { Page } from './layout.ts'

/** Examples of a view, by what they show: what it is given, in order. */
export type Examples<View extends (...given: never[]) => Page> = Readonly<
  Record<string, Parameters<View>>
>
