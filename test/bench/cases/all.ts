import type { BenchCase } from '../bench-case.ts';
import { listPage } from './list-page.ts';
import { pointLookUp } from './point-look-up.ts';

/** Every case, in the order of the table. */
export const benchCases: readonly BenchCase[] = [listPage, pointLookUp];
