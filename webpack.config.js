const { join } = require('node:path');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const { BannerPlugin, NormalModuleReplacementPlugin } = require('webpack');
const { MINIMIZER, fast } = require('./src/dev/minimizer.js');
const swcOptions = require('./src/dev/swc.js');
require('./src/dev/typescript.js');

const PAGES = {
  ribbon: './src/taskpane/ribbon.ts',
  taskpane: './src/taskpane/taskpane.ts',
  playground: './src/playground/playground.ts',
  reference: './src/site/reference.ts',
};

// Univer is 13 MB of source: to compress it on top of shortening its names takes thrice as long and saves 4 % of the download.
const PLAYGROUND = /^playground\.js$/;

/** Packages of the add-in that are published in a newer language than the oldest Excel's engine reads. */
const NEWER_THAN_ES2018 = /node_modules[\\/](?:@borgar[\\/]fx|uplot)[\\/].*\.js$/;

// Univer looks for these only to hyphenate words in documents; a sheet never does.
const HYPHENATION = { context: /engine-render[\\/]lib[\\/]es/, request: /^\.\/[\w-]+-[\w-]{8}\.js$/ };

// Loaded only when wanted: it brings in the whole catalogue.
const sitePlugin = ({ base, preview, perpetual, office, support }) => {
  const { SitePlugin } = require('./src/dev/site-plugin.ts');
  return new SitePlugin({ base, preview: Boolean(preview), perpetual: Boolean(perpetual), office, support });
};

const licencesPlugin = ({ office }) => {
  const { LicencesPlugin } = require('./src/dev/licences-plugin.ts');
  const { OFFICE_PACKAGE } = require('./src/dev/office-files.ts');
  return new LicencesPlugin(office === 'self' ? [join(OFFICE_PACKAGE, 'dist/office.js')] : []);
};

/** The command line, for Node: lib/ is what `npm run pack` packs. */
const commandLine = (mode) => ({
  mode,
  name: 'cli',
  target: 'node20',
  devtool: false,
  entry: { rzrq: './src/cli/main.ts' },
  output: { path: join(__dirname, 'lib'), filename: '[name].js', clean: true },
  resolve: { extensions: ['.ts', '.js'] },
  module: { rules: [{ test: /\.ts$/, loader: 'swc-loader', options: swcOptions({ target: 'es2022' }) }] },
  plugins: [new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true }), licencesPlugin({})],
  optimization: { minimizer: [new MinimizerPlugin(MINIMIZER)] },
  performance: { hints: false },
  stats: { preset: 'errors-warnings', timings: true },
});

const scripts = (mode, { local }, { name, entry, output, plugins = [], minimizers }) => ({
  mode,
  name,
  target: ['web', 'es2018'],
  devtool: mode === 'production' ? false : 'source-map',
  entry,
  output: { path: join(__dirname, 'dist'), filename: '[name].js', ...output },
  resolve: {
    extensions: ['.ts', '.js'],
    alias: { 'cjk-regex$': join(__dirname, 'src/playground/cjk-regex.ts') },
  },
  module: {
    rules: [
      { test: /\.ts$/, loader: 'swc-loader', options: swcOptions({ target: 'es2018' }) },
      {
        test: NEWER_THAN_ES2018,
        loader: 'swc-loader',
        options: swcOptions({ target: 'es2018', syntax: 'ecmascript' }),
      },
      {
        test: /node_modules[\\/]decimal\.js[\\/]decimal\.mjs$/,
        loader: join(__dirname, 'src/dev/plain-decimal.js'),
      },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
      {
        test: /@univerjs[\\/]sheets-ui[\\/]lib[\\/]es[\\/]index\.js$/,
        loader: join(__dirname, 'src/dev/whole-sums.js'),
      },
      { test: HYPHENATION.context, parser: { dynamicImportMode: 'eager' } },
    ],
  },
  plugins,
  cache: {
    type: 'filesystem',
    name: `${name}-${mode}${local ? '-local' : ''}`,
    cacheDirectory: join(__dirname, 'node_modules/.cache/webpack'),
    buildDependencies: { config: [__filename] },
  },
  // To join modules and to shorten names is 40 % of the work, for files that go no further than this machine.
  optimization: { minimize: !local, concatenateModules: !local, minimizer: minimizers },
  performance: { hints: false },
  stats: { preset: 'errors-warnings', entrypoints: true, timings: true },
});

const SMALL = new MinimizerPlugin({
  ...MINIMIZER,
  test: /\.js$/,
  exclude: PLAYGROUND,
  minimizerOptions: { compress: { passes: 3 } },
});

/** functions.js and what it loads when a table is read, built apart: on the pane's page they must not meet the pane's modules. */
const functions = (mode, env) =>
  scripts(mode, env, {
    name: 'functions',
    entry: { functions: { import: './src/excel/functions.ts', publicPath: '' } },
    output: { uniqueName: 'rzrq-functions', chunkFilename: '[name].js?[contenthash:8]' },
    minimizers: [fast()],
  });

const pages = (mode, env, parts) =>
  scripts(mode, env, {
    name: parts.join('-'),
    entry: Object.fromEntries(Object.entries(PAGES).filter(([name]) => parts.includes(name))),
    output: {
      chunkFilename: 'chunks/[name].[contenthash:8].js',
      clean: !env.only && { keep: /^(?:functions|tables)\.js$/ },
    },
    plugins: [
      new MiniCssExtractPlugin({ filename: '[name].css' }),
      new NormalModuleReplacementPlugin(HYPHENATION.request, (resource) => {
        if (HYPHENATION.context.test(resource.context)) resource.request = 'data:text/javascript,export{}';
      }),
      ...(parts.includes('site') ? [sitePlugin(env)] : []),
      // A build of some parts knows only their packages.
      ...(env.only ? [] : [licencesPlugin(env)]),
    ],
    minimizers: [SMALL, new MinimizerPlugin({ ...MINIMIZER, test: PLAYGROUND, minimizerOptions: { compress: false } })],
  });

/**
 * `npm run build -- --env base=https://host/path` puts that address into the manifest and the pages,
 * `--env preview` adds what only Excel's preview understands, `--env perpetual` is for Office that is bought once,
 * `--env office=https://host/office.js` takes office.js from there, `--env office=self` serves it with the site,
 * `--env support=mailto:…` says where to turn for help, `--env local` leaves the scripts long, for this machine alone,
 * `--env only=functions,site` builds those parts and leaves the rest of dist/ as it is; `--env only=cli` the command line.
 */
module.exports = (env, { mode = 'production' }) => {
  if (env.only === 'cli') return commandLine(mode);
  const parts = env.only ? env.only.split(',') : ['functions', ...Object.keys(PAGES), 'site'];
  const others = parts.filter((part) => part !== 'functions');
  return [
    ...(parts.includes('functions') ? [functions(mode, env)] : []),
    ...(others.length > 0 ? [pages(mode, env, others)] : []),
  ];
};
