import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchPath } from '../sdk/router.js';

test('reads the names of a pattern out of a path', () => {
  assert.deepEqual(matchPath('/t/:slug/*', '/t/acme/leads/7'), { slug: 'acme', '*': 'leads/7' });
  assert.deepEqual(matchPath('/t/:slug/*', '/t/acme/'), { slug: 'acme', '*': '' });
  assert.deepEqual(matchPath('/signup/:token', '/signup/a%20b'), { token: 'a b' });
});

test('does not match paths of another shape', () => {
  assert.equal(matchPath('/t/:slug/*', '/t'), undefined);
  assert.equal(matchPath('/signup/:token', '/signup/a/b'), undefined);
  assert.equal(matchPath('/signup', '/signups'), undefined);
});
