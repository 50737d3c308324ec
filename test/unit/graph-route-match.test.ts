import { describe, expect, it } from '@jest/globals';
import { matchRoute } from '../../src/graph/route-match.ts';

const ROUTES = {
  'POST /intake': 1,
  'GET /forms/:code/workbook': 2,
  'PUT /forms/:code/workbook': 3,
  'GET /forms/all/workbook': 4,
};

describe('a route', () => {
  it.each([
    ['POST', '/intake', { handler: 1, params: {} }],
    ['GET', '/forms/LDLD-01/workbook', { handler: 2, params: { code: 'LDLD-01' } }],
    ['PUT', '/forms/bi%E1%BB%83u/workbook', { handler: 3, params: { code: 'biểu' } }],
    ['GET', '/forms/%E0%A4/workbook', { handler: 2, params: { code: '%E0%A4' } }],
    ['GET', '/forms/all/workbook', { handler: 4, params: {} }],
  ])('answers %s %s', (method, path, expected) => {
    expect(matchRoute(ROUTES, method, path)).toEqual(expected);
  });

  it.each([
    ['GET', '/intake', ['POST']],
    ['DELETE', '/forms/LDLD-01/workbook', ['GET', 'PUT']],
    ['GET', '/forms//workbook', []],
    ['GET', '/forms/a/b/workbook', []],
    ['GET', '/toString', []],
  ])('does not answer %s %s; the path takes %j', (method, path, allow) => {
    expect(matchRoute(ROUTES, method, path)).toEqual({ allow });
  });
});
