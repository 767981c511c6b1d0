/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  globalSetup: '<rootDir>/test/support/run/begin-run.ts',
  globalTeardown: '<rootDir>/test/support/run/end-run.ts',
  setupFiles: ['<rootDir>/test/support/engine-setup.ts'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  maxWorkers: 2,
  // Long enough for the slowest test on a busy machine; a test that hangs still ends.
  testTimeout: 120_000,
};
