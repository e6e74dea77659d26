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
      const { rowsPerSecond, megabytes: _, ...rest } = results.formats[format]
      return {
        part: 'getreport',
        what: `${rows} rows in ${format}`,
        figures: { perSecond: rowsPerSecond, ...rest },
        aims: [
          atLeast('of COPY', rest.ratio, 0.333),
          atMost('MB of growth', rest.growth, 150),
          atMost('ms of pause', rest.longestPause, 50),
        ],
      }
    }),
  ]
}
