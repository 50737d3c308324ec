import type { BenchCase } from '../bench-case.ts';
import { group } from './group.ts';
import { listPage } from './list-page.ts';
import { nestedRead } from './nested-read.ts';
import { pointLookUp } from './point-look-up.ts';
import { search } from './search.ts';

/** Every case, in the order of the table. */
export const benchCases: readonly BenchCase[] = [nestedRead, listPage, pointLookUp, group, search];
