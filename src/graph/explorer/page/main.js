import { GraphiQL } from 'graphiql';
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createHubFetcher } from './fetcher.js';
import './page.css';

const FALLBACK = `# Khoá (nếu có) đặt ở thẻ "Headers": { "Authorization": "Bearer …" }
# The key, if any, goes to the "Headers" tab.
{
  __typename
}
`;
/** Shown in the Headers tab, so that the place for the key is seen; an empty key is an anonymous caller. */
const HEADERS = '{\n  "Authorization": ""\n}';

async function examples() {
  try {
    const response = await fetch('/explorer/examples.json');
    return response.ok ? await response.json() : [];
  } catch {
    return [];
  }
}

const saved = await examples();
const tabs = (saved.length > 0 ? saved : [{ query: FALLBACK }]).map(({ query }) => ({ query, headers: HEADERS }));
createRoot(document.querySelector('#explorer')).render(
  createElement(GraphiQL, {
    fetcher: createHubFetcher(),
    defaultTabs: tabs,
    defaultHeaders: HEADERS,
    defaultQuery: FALLBACK,
    defaultEditorToolsVisibility: 'headers',
    inputValueDeprecation: true,
    // A key is not left behind in the browser's storage.
    shouldPersistHeaders: false,
    showPersistHeadersSettings: false,
  }),
);
