import { normalBase } from '../../src/dev/manifest';

test.each([
  ['https://example.com', 'https://example.com'],
  ['https://example.com/', 'https://example.com'],
  ['https://example.com:8443/team/rzrq//', 'https://example.com:8443/team/rzrq'],
])('%s is served as %s', (base, expected) => expect(normalBase(base)).toBe(expected));

test.each(['http://example.com', 'example.com/rzrq', '', 'https://example.com/?a=1', 'https://example.com/#top'])(
  '%j is refused',
  (base) => expect(() => normalBase(base)).toThrow('The base must be an address like https://host/path'),
);
