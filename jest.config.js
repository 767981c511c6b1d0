/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  globalSetup: '<rootDir>/test/support/run/begin-run.ts',
  globalTeardown: '<rootDir>/test/support/run/end-run.ts',
  setupFiles: ['<rootDir>/test/support/engine-setup.ts'],
  testMatch: ['**/*.test.ts'],
  // The one package that is published as ES modules alone.
  transformIgnorePatterns: ['/node_modules/(?!@marcbachmann/cel-js/)'],
  transform: {
    '^.+\\.[tj]s$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  maxWorkers: 2,
  // A global of a test's context is looked up by a callback each time; given to each module, it is a local variable.
  // Not `Set` and `Boolean`: a package declares classes of these names.
  sandboxInjectedGlobals: 'Array JSON Map Math Number Object Reflect RegExp String Symbol WeakMap'.split(' '),
  // Long enough for the slowest test on a busy machine; a test that hangs still ends.
  testTimeout: 900_000,
};
