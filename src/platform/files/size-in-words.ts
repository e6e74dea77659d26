const thousand = 1000
const million = 1_000_000

/** Gives the size of a file as people read it: "105 MB", "4.2 MB" below ten, "12 KB", and never "0 KB". */
export const sizeInWords = (bytes: number): string => {
  const kilobytes = Math.max(1, Math.round(bytes / thousand))
  if (kilobytes < thousand) return `${kilobytes} KB`
  const megabytes = Math.round((bytes / million) * 10) / 10
  return `${megabytes < 10 ? megabytes : Math.round(bytes / million)} MB`
}
