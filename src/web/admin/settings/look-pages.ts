import { getOrganisation, typefaces } from '#domain/organisations/index.ts'
import { largestLogo, setLogo, setLook } from '#domain/settings/index.ts'
import type { UploadPage } from '#web/caseworker/documents/upload-pages.ts'
import { formPage } from '#web/layout/form-page.ts'
import { logoView } from './logo.view.ts'
import { lookAddress, lookView, typefacesInWords } from './look.view.ts'

/** The page on which the colours and the typeface of the organisation's pages are changed. */
export const lookPage = formPage({
  path: lookAddress,
  view: lookView,
  operation: setLook,
  async show(ask) {
    const { look, lookSeen } = await ask(getOrganisation, {})
    return {
      seen: lookSeen,
      headerColour: look.headerColour,
      buttonColour: look.buttonColour,
      typeface: look.typeface,
      typefaces: typefaces.map((value) => ({ value, text: typefacesInWords[value] })),
      hasLogo: look.logo !== null,
    }
  },
  next: () => '/admin',
  banner: 'Look saved',
})

/** The page on which the organisation is given a logo. */
export const logoPage: UploadPage = {
  path: `${lookAddress}/logo`,
  operation: setLogo,
  async look(ask) {
    const { look } = await ask(getOrganisation, {})
    return (form) => logoView({ hasLogo: look.logo !== null, mostBytes: largestLogo }, form)
  },
  next: () => '/admin',
}
