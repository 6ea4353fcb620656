const SHORTENED = 'if (num >= 1e8) return num.toExponential(2);';

/** The engine's footer shows the sum of a selection from 100 million on as 1.38e+11; a balance is read to its last digit. */
module.exports = function wholeSums(source) {
  if (!source.includes(SHORTENED)) throw new Error('The footer of the engine writes its sums in another way.');
  return source.replace(SHORTENED, '');
};
