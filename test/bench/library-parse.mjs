// Parses a workbook with the library alone, in a process of its own; prints milliseconds and the memory it took, in MiB.
import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';

const bytes = readFileSync(process.argv[2] ?? '');
const began = performance.now();
read(bytes, { type: 'buffer', dense: true, cellNF: true });
const spent = performance.now() - began;
process.stdout.write(`${spent} ${process.resourceUsage().maxRSS / 1024}\n`);
