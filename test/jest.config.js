module.exports = {
  rootDir: '..',
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/browser/global-setup.ts',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      'ts-jest',
      {
        diagnostics: false,
        tsconfig: {
          module: 'commonjs',
          moduleResolution: 'node10',
          ignoreDeprecations: '6.0',
          target: 'ES2022',
          esModuleInterop: true,
          isolatedModules: true,
          verbatimModuleSyntax: false,
        },
      },
    ],
  },
  reporters: ['default', '<rootDir>/test/support/closing-line.js'],
  testTimeout: 60_000,
  maxWorkers: 2,
};
