const { parse } = require('acorn');

/** What decimal.js can besides arithmetic: nothing here takes a root, a power or an angle, writes a fraction or a number to another base. */
const LEFT_OUT = new Set(
  [
    'cos sin tan acos asin atan atan2 cosh sinh tanh acosh asinh atanh hypot',
    'cosine sine tangent inverseCosine inverseSine inverseTangent',
    'hyperbolicCosine hyperbolicSine hyperbolicTangent',
    'inverseHyperbolicCosine inverseHyperbolicSine inverseHyperbolicTangent',
    'sqrt squareRoot cbrt cubeRoot pow toPower exp naturalExponential ln naturalLogarithm log logarithm log2 log10',
    'toFraction toNearest toBinary toHexadecimal toHex toOctal random',
    // A thousand digits of each, made into numbers at every start.
    'LN10 PI',
  ].flatMap((names) => names.split(' ')),
);

/** The names that a statement such as `P.cosine = P.cos = …` or `PI = …` gives to one thing. */
function namesOf(statement) {
  const names = [];
  for (let side = statement.expression; side?.type === 'AssignmentExpression'; side = side.right)
    if (!side.left.computed) names.push((side.left.property ?? side.left).name);
  return names;
}

/** decimal.js without what nobody calls, which is a third of it; the minimizer drops what is used by nothing then. */
function plainDecimal(source) {
  const { body } = parse(source, { ecmaVersion: 2022, sourceType: 'module' });
  const clone = body.find(({ id }) => id?.name === 'clone');
  const isLeftOut = (statement) => namesOf(statement).some((name) => LEFT_OUT.has(name));
  const found = [...body, ...clone.body.body].filter(isLeftOut);
  const missing = new Set(LEFT_OUT);
  for (const name of found.flatMap(namesOf)) missing.delete(name);
  if (missing.size > 0) throw new Error(`decimal.js has no ${[...missing].join(', ')}.`);
  return found
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), source);
}

module.exports = plainDecimal;
module.exports.LEFT_OUT = LEFT_OUT;
