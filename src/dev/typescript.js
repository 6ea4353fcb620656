// Lets plain Node run our TypeScript (`node -r ./src/dev/typescript.js file.ts`): strip the types, nothing else.
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');
const swcOptions = require('./swc.js');

const options = { ...swcOptions({ target: 'es2022', module: 'commonjs' }), sourceMaps: 'inline' };

require.extensions['.ts'] = (module, filename) => {
  module._compile(transformSync(readFileSync(filename, 'utf8'), { ...options, filename }).code, filename);
};
