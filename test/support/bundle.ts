import { basename, resolve } from 'node:path';
import webpack from 'webpack';
import { fast } from '../../src/dev/minimizer.js';
import swcOptions from '../../src/dev/swc.js';

const root = resolve(__dirname, '../..');

/** Univer takes a minute to minify, half as long again to look for what is not used, and runs no faster for it; a cache of it takes longer to read than it saves. */
const AS_IT_IS = {
  minimize: false,
  concatenateModules: false,
  usedExports: false,
  innerGraph: false,
  mangleExports: false,
};

/** Bundles a script below test/ as the add-in is bundled, and returns its path; a page finds its exports in `bundled`. */
export function bundle(script: string, target: 'node' | 'web' = 'node'): Promise<string> {
  const path = resolve(root, 'node_modules/.cache/bundles');
  const name = basename(script);
  const compiler = webpack({
    mode: 'production',
    target,
    context: root,
    entry: { [name]: resolve(root, 'test', `${script}.ts`) },
    output: {
      path,
      filename: '[name].js',
      publicPath: '',
      library: target === 'web' ? { type: 'window', name: 'bundled' } : { type: 'commonjs2' },
    },
    resolve: { extensions: ['.ts', '.js'] },
    module: {
      rules: [
        { test: /\.ts$/, loader: 'swc-loader', options: swcOptions({ target: 'es2018' }) },
        { test: /\.css$/, type: 'asset/source' },
        { parser: { dynamicImportMode: 'eager' } },
      ],
    },
    optimization: target === 'web' ? AS_IT_IS : { minimizer: [fast()] },
    performance: { hints: false },
    cache: target === 'node' && {
      type: 'filesystem',
      name: `bundle-${name}-${target}`,
      cacheDirectory: resolve(root, 'node_modules/.cache/webpack'),
      buildDependencies: { config: [__filename] },
    },
  });
  return new Promise((done, fail) => {
    compiler.run((error, stats) => {
      if (error || stats?.hasErrors()) fail(error ?? new Error(stats!.toString('errors-only')));
      else compiler.close(() => done(resolve(path, `${name}.js`)));
    });
  });
}
