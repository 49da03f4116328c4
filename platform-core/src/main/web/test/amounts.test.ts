import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exactSum, exchangedAmount, isSameAmount } from '../shell/records/amounts.js';

test('converts amounts exactly, with the decimals of the currency', () => {
  assert.equal(exchangedAmount('100.00', 1, 0.125, 2), '800.00');
  assert.equal(exchangedAmount('9007199254740993.25', 1, 0.5, 2), '18014398509481986.50');
  assert.equal(exchangedAmount('0.1', 0.000000003, 1, 9), '0.000000000');
  assert.equal(exchangedAmount('1.00', 1, 0.0061, 0), '164');
});

test('rounds half a unit up, also below zero', () => {
  assert.equal(exchangedAmount('0.25', 1, 1, 1), '0.3');
  assert.equal(exchangedAmount('-0.25', 1, 1, 1), '-0.3');
});

test('takes amounts for the same whatever zeros they end with', () => {
  assert.ok(isSameAmount('100', '100.00'));
  assert.ok(!isSameAmount('100', '100.01'));
  assert.equal(exactSum(['0.1', '0.20', '-1']), '-0.70');
});
