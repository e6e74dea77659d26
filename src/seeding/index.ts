export { seedDemo, type SeededDemo, type SeedingDemo } from './seed-demo.ts'
