import {
  defaultLook,
  markOfLook,
  type Look,
  type Organisation,
} from '#domain/organisations/index.ts'

/** What the frame of a page needs to look as its organisation has decided. */
export type ShownLook = {
  readonly style: string
  readonly logo: string | undefined
  readonly headerColour: string
}

/** Where the look of an organisation is served; changes with what it is, so that browsers may keep it for ever. */
export const addressOfLook = (organisation: string, look: Look): string =>
  `/look/${organisation}/${markOfLook(look)}`

/** The look of an organisation, where it has one of its own. */
export const shownLook = ({
  name,
  look,
}: Pick<Organisation, 'name' | 'look'>): ShownLook | undefined => {
  if (markOfLook(look) === markOfLook(defaultLook)) return undefined
  const address = addressOfLook(name, look)
  return {
    style: `${address}/look.css`,
    logo: look.logo ? `${address}/logo` : undefined,
    headerColour: look.headerColour,
  }
}

const families: Readonly<Record<Look['typeface'], string | undefined>> = {
  device: undefined,
  arial: 'Arial,"Liberation Sans",sans-serif',
  verdana: 'Verdana,"DejaVu Sans",sans-serif',
  georgia: 'Georgia,"Liberation Serif",serif',
}

const button =
  '.govuk-button:not(.govuk-button--secondary,.govuk-button--warning,.govuk-button--inverse)'

/** The style of a look: nothing in it but colours and typefaces that were read as such. */
export const styleOf = ({ headerColour, buttonColour, typeface }: Look): string =>
  [
    `:root{--app-header-colour:${headerColour};`,
    families[typeface] && `--app-typeface:${families[typeface]};`,
    '}\n',
    buttonColour !== defaultLook.buttonColour &&
      `${button}:not(:focus:not(:active):not(:hover)){background-color:${buttonColour};` +
        `box-shadow:0 2px 0 #0b0c0c}\n${button}:hover{filter:brightness(85%)}\n`,
  ]
    .filter((part) => part)
    .join('')
