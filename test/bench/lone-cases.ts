import type { LoneCase } from './lone-case.ts';
import { intake } from './intake.ts';
import { randomWorkbooks } from './random-workbooks.ts';

/** Every case without peers, in the order they are run. */
export const loneCases: readonly LoneCase[] = [intake, randomWorkbooks];
