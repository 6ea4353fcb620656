/** What swc is told, wherever it strips our types or brings a package down to an older language. */
module.exports = ({ syntax = 'typescript', target, module = 'es6' }) => ({
  swcrc: false,
  module: { type: module },
  jsc: { target, parser: { syntax } },
});
