import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allOf, criteriaToRsql, quote, rsqlToCriteria, type Criteria } from '../sdk/criteria.js';

const filters: [Criteria, string][] = [
  [{ match: 'all', conditions: [] }, ''],
  [{ match: 'all', conditions: [{ field: 'name', operator: 'contains', values: ['O"Neil; (x)'] }] }, 'name=like="O\\"Neil; (x)"'],
  [
    {
      match: 'one',
      conditions: [
        { field: 'status', operator: 'any', values: ['NEW', 'OPEN'] },
        { field: 'owner', operator: 'empty', values: [] },
      ],
    },
    'status=in=(NEW,OPEN),owner=isnull=true',
  ],
  [
    {
      match: 'all',
      conditions: [
        { field: 'id', operator: 'segment', values: ['1a'] },
        { field: 'account', operator: 'nosegment', values: ['2b', '3c'] },
      ],
    },
    'id=segment=(1a);account=nosegment=(2b,3c)',
  ],
  [{ match: 'all', conditions: [{ field: 'territory', operator: 'under', values: ['1a', '2b'] }] }, 'territory=under=(1a,2b)'],
  [
    {
      match: 'all',
      conditions: [
        { field: 'amount', operator: 'more', values: ['1000'] },
        { field: 'closeDate', operator: 'within', values: ['last-7-days'] },
        { field: 'createdAt', operator: 'past', values: [] },
        { field: 'name', operator: 'starts', values: ['Äb'] },
      ],
    },
    'amount=gt=1000;(closeDate=ge=today-7d;closeDate=lt=today+1d);createdAt=lt=today;name=starts=Äb',
  ],
];

test('writes what people built as RSQL and reads it back', () => {
  for (const [criteria, text] of filters) {
    assert.equal(criteriaToRsql(criteria), text);
    assert.deepEqual(rsqlToCriteria(text), criteria);
  }
});

test('says so when the builder cannot show a filter', () => {
  for (const text of ['a==1;b==2,c==3', '(a==1,b==2);c==3', 'a~b', 'a==']) {
    assert.equal(rsqlToCriteria(text), undefined);
  }
});

test('keeps alternatives together when filters are joined', () => {
  assert.equal(allOf('a==1,b==2', 'c==3'), '(a==1,b==2);c==3');
  assert.equal(allOf('a=="x,y"', '', 'c=in=(1,2)'), 'a=="x,y";c=in=(1,2)');
  assert.equal(allOf('a==1,b==2'), 'a==1,b==2');
});

test('quotes values that hold more than plain characters', () => {
  assert.equal(quote('today-7d'), 'today-7d');
  assert.equal(quote('a b'), '"a b"');
  assert.equal(quote(''), '""');
  assert.equal(quote('back\\slash'), '"back\\\\slash"');
});
