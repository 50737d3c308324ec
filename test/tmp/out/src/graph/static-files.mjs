import { readFile, readdir } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { projectPath } from '../ground/project-path.mjs';
import { sendJson, sendText } from './http-answer.mjs';
const TYPES = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.woff': 'font/woff',
    '.woff2': 'font/woff2',
    '.ttf': 'font/ttf',
    '.wasm': 'application/wasm'
};
/** Scripts and workers of this origin only; Monaco sets styles inline and starts workers from blobs. */ const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; font-src 'self' data:; img-src 'self' data:; " + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** The saved operations in schema/operations/explorer, in the order of their file names; empty when there are none. */ export async function readExamples(folder = projectPath('schema', 'operations', 'explorer')) {
    const names = await readdir(folder).catch(()=>[]);
    const files = names.filter((name)=>name.endsWith('.graphql')).toSorted();
    return Promise.all(files.map(async (file)=>({
            name: file.slice(0, -'.graphql'.length),
            query: await readFile(join(folder, file), 'utf8')
        })));
}
/** Serves the built explorer: `/` and the files below its folder. False when the path is not one of its files. */ export async function serveExplorer(response, path, folder) {
    if (path === '/explorer/examples.json') {
        sendJson(response, 200, await readExamples());
        return true;
    }
    const page = path === '/' || path === '/index.html';
    const file = folder === undefined ? undefined : fileBelow(folder, page ? 'index.html' : path);
    const content = file === undefined ? undefined : await readFile(file).catch(()=>undefined);
    if (content === undefined) {
        if (page) sendText(response, 200, NOT_BUILT, {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': POLICY
        });
        return page;
    }
    sendText(response, 200, content, {
        'content-type': TYPES[extname(file ?? '')] ?? 'application/octet-stream',
        'content-security-policy': POLICY,
        // Built files carry a hash of their content in their names; the page itself does not.
        'cache-control': page ? 'no-cache' : 'public, max-age=31536000, immutable'
    });
    return true;
}
const NOT_BUILT = '<!doctype html><meta charset="utf-8"><title>Phối Hợp</title><p>GraphQL: <code>/graphql</code>. Trang khám phá chưa được dựng: ' + '<code>node src/graph/explorer/build.mjs</code>. / The explorer is not built yet.';
/** The file that a URL path names, or undefined when it would lie outside the folder. */ function fileBelow(folder, path) {
    if (path.includes('\0') || path.includes('%')) return undefined;
    const file = normalize(join(folder, path));
    return file.startsWith(normalize(folder) + sep) ? file : undefined;
}
