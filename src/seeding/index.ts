export { seedDemo, type SeededDemo, type SeedingDemo } from './seed-demo.ts'
export {
  OrganisationInUse,
  seedVolume,
  type SeededVolume,
  type SeedingVolume,
} from '#seeding/volume/seed-volume.ts'
