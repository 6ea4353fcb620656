const { availableParallelism } = require('node:os');
const swcOptions = require('../src/dev/swc.js');

module.exports = {
  rootDir: '..',
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/browser/global-setup.ts',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', swcOptions({ target: 'es2022', module: 'commonjs' })],
  },
  testSequencer: '<rootDir>/test/support/slowest-first.js',
  reporters: ['default', '<rootDir>/test/support/closing-line.js'],
  testTimeout: process.env.RZRQ_THOROUGH === '1' ? 900_000 : 60_000,
  // One more than there are processors, as tests in a browser wait for it; on a large machine no crowd of browsers.
  maxWorkers: Math.min(availableParallelism() + 1, 4),
};
