/** What swc is told, wherever it strips our types or brings a package down to an older language. */
module.exports = ({ syntax = 'typescript', target, module = 'es6' }) => ({
  swcrc: false,
  module: { type: module },
  // As TypeScript itself does it for our target: shorter, and it needs no helper in every file.
  jsc: { target, parser: { syntax }, transform: { useDefineForClassFields: false } },
});
