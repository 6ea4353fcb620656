const MinimizerPlugin = require('minimizer-webpack-plugin');

// Licences are in licences.txt. The minimizer has threads of its own.
const MINIMIZER = { minify: MinimizerPlugin.swcMinify, extractComments: false, parallel: false };

/**
 * What computes: a function that is used once stays where it is. Written into its caller it would be another closure at
 * every call, and an engine would compile it at every call again, which takes longer than a table of 40,000 rows.
 */
const fast = () =>
  new MinimizerPlugin({
    ...MINIMIZER,
    test: /\.js$/,
    minimizerOptions: { compress: { passes: 3, inline: false, reduce_vars: false } },
  });

module.exports = { MINIMIZER, fast };
