const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const devices: readonly (readonly [RegExp, string])[] = [
  [/\bWindows\b/, 'Windows'],
  [/\biPhone\b/, 'an iPhone'],
  [/\biPad\b/, 'an iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bMac OS X\b/, 'a Mac'],
  [/\bCrOS\b/, 'a Chromebook'],
  [/\bLinux\b/, 'Linux'],
]

const firstOf = (kinds: typeof browsers, userAgent: string): string | undefined =>
  kinds.find(([pattern]) => pattern.test(userAgent))?.[1]

/** What a browser calls itself, in words such as `Firefox on Windows`. */
export const deviceInWords = (userAgent = ''): string => {
  const browser = firstOf(browsers, userAgent) ?? 'Unknown browser'
  const device = firstOf(devices, userAgent)
  return device ? `${browser} on ${device}` : browser
}
