import { atLeast, atMost, type Line } from './lines.ts'
import { formats, type ReportResults } from './reports.ts'

/** The report in each format beside COPY. */
export function reportLines(cases: number, results: ReportResults): readonly Line[] {
  const rows = cases.toLocaleString('en-GB')
  return [
    {
      part: 'getreport',
      what: `COPY of ${rows} rows`,
      figures: { perSecond: results.copyRowsPerSecond },
      aims: [],
    },
    ...formats.map((format): Line => {
      const { rowsPerSecond, ratio, growth, longestPause, longestWork } = results.formats[format]
      return {
        part: 'getreport',
        what: `${rows} rows in ${format}`,
        figures: { perSecond: rowsPerSecond, ratio, growth, longestPause, longestWork },
        aims: [
          atLeast('of COPY', ratio, 0.333),
          atMost('MB of growth', growth, 150),
          atMost('ms of pause', longestPause, 50),
        ],
      }
    }),
  ]
}
