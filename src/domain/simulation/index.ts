export { SimulationRefused } from './choose-outcome.ts'
export type { SampleEvent } from './sample-dates.ts'
export { simulate, type SampleCourse, type SimulatedStep, type Simulation } from './simulate.ts'
