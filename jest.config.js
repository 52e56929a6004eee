/** Tests run as native ES modules; types are stripped by Node's own stripper, so that jest runs exactly what Node runs. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/scripts/strip-types.mjs' },
  testMatch: ['<rootDir>/workflows-lib/**/*.test.ts', '<rootDir>/examples/**/*.test.ts', '<rootDir>/tests/**/*.test.ts'],
  testTimeout: 60_000,
  // Real databases and servers run inside the suite; more workers than this starve one another on two cores.
  maxWorkers: 2,
};
