import { resolve } from 'node:path';
import webpack from 'webpack';

const root = resolve(__dirname, '../..');

/** Bundles a script of this folder as the add-in is bundled, and returns its path; a page finds its exports in `bench`. */
export function bundle(name: string, target: 'node' | 'web' = 'node'): Promise<string> {
  const path = resolve(root, 'node_modules/.cache/bench');
  const compiler = webpack({
    mode: 'production',
    target,
    context: root,
    entry: { [name]: resolve(__dirname, `${name}.ts`) },
    output: {
      path,
      filename: '[name].js',
      publicPath: '',
      library: target === 'web' ? { type: 'window', name: 'bench' } : { type: 'commonjs2' },
    },
    resolve: { extensions: ['.ts', '.js'] },
    module: {
      rules: [
        { test: /\.ts$/, loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
      ],
    },
    // Univer takes a minute to minify and runs no faster for it.
    optimization: { minimize: target === 'node' },
    performance: { hints: false },
  });
  return new Promise((done, fail) => {
    compiler.run((error, stats) => {
      if (error || stats?.hasErrors()) fail(error ?? new Error(stats!.toString('errors-only')));
      else compiler.close(() => done(resolve(path, `${name}.js`)));
    });
  });
}
