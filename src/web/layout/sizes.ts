const thousand = 1000
const million = 1_000_000

/** Gives the size of a file as people read it: "4.2MB", below that "12KB", and never "0KB" (GOV.UK style guide). */
export const sizeInWords = (bytes: number): string => {
  const kilobytes = Math.max(1, Math.round(bytes / thousand))
  if (kilobytes < thousand) return `${kilobytes}KB`
  return `${Math.round((bytes / million) * 10) / 10}MB`
}
