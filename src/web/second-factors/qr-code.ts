import { create } from 'qrcode'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

// the quiet zone that readers need (ISO/IEC 18004)
const margin = 4

/** Draws a text as a QR code, black on white whatever the colours around it; takes what it is called to those who hear it. */
export const qrCode = (text: string, name: string): Html => {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const whole = size + 2 * margin
  const dark = [...data.keys()].filter((at) => data[at])
  const path = dark
    .map((at) => `M${(at % size) + margin} ${Math.floor(at / size) + margin}h1v1h-1z`)
    .join('')
  return html`<svg
    class="app-qr-code"
    role="img"
    aria-label="${name}"
    viewBox="0 0 ${whole} ${whole}"
    shape-rendering="crispEdges"
  >
    <rect width="${whole}" height="${whole}" fill="#fff" />
    <path d="${path}" fill="#000" />
  </svg>`
}
