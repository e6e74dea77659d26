import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { hint } from './hint.ts'
import { classes, content, translations } from './options.ts'
import type { Attributes, Options } from './options.ts'
import { textarea } from './textarea.ts'
import type { TextareaOptions } from './textarea.ts'

/** The published options of the character count. */
export type CharacterCountOptions = TextareaOptions &
  Options<{
    maxlength: number | string
    maxwords: number | string
    threshold: number | string
    countType: 'length' | 'characters' | 'words'
    countMessage: Options<{ classes: string }>
    textareaDescriptionText: string
    charactersUnderLimitText: Attributes
    charactersAtLimitText: string
    charactersOverLimitText: Attributes
    wordsUnderLimitText: Attributes
    wordsAtLimitText: string
    wordsOverLimitText: Attributes
  }>

/** GOV.UK character count: a textarea that says how much may be typed; the script keeps counting. */
export const characterCount = (options: CharacterCountOptions): Html => {
  const id = options.id || options.name
  const message = html`${hint({
    text: description(options),
    id: `${id}-info`,
    classes: classes('govuk-character-count__message', options.countMessage?.classes),
  })}
  ${content(options.formGroup?.afterInput)}`
  return textarea({
    ...options,
    id,
    describedBy: `${id}-info`,
    classes: classes('govuk-js-character-count', options.classes),
    formGroup: {
      ...options.formGroup,
      classes: classes('govuk-character-count', options.formGroup?.classes),
      attributes: { ...scriptAttributes(options), ...options.formGroup?.attributes },
      afterInput: { html: message },
    },
  })
}

const countType = (options: CharacterCountOptions): string | undefined =>
  options.countType ?? (options.maxwords ? 'words' : undefined)

const limit = (options: CharacterCountOptions): number | string | undefined =>
  options.maxwords || options.maxlength

const description = (options: CharacterCountOptions): string | undefined => {
  const most = limit(options)
  if (!most) return undefined
  const unit = countType(options) === 'words' ? 'words' : 'characters'
  const text = options.textareaDescriptionText ?? `You can enter up to %{count} ${unit}`
  return text.replaceAll('%{count}', String(most))
}

const scriptAttributes = (options: CharacterCountOptions): Attributes => ({
  'data-module': 'govuk-character-count',
  'data-maxlength': options.maxlength,
  'data-maxwords': options.maxwords,
  'data-threshold': options.threshold,
  'data-count-type': countType(options),
  ...(!limit(options) &&
    options.textareaDescriptionText !== undefined &&
    translations('textarea-description', { other: options.textareaDescriptionText })),
  ...translations('characters-under-limit', options.charactersUnderLimitText),
  ...translations('characters-at-limit', options.charactersAtLimitText),
  ...translations('characters-over-limit', options.charactersOverLimitText),
  ...translations('words-under-limit', options.wordsUnderLimitText),
  ...translations('words-at-limit', options.wordsAtLimitText),
  ...translations('words-over-limit', options.wordsOverLimitText),
})
