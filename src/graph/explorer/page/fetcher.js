import { getOperationAST } from 'graphql';
import { createClient } from 'graphql-ws';

/** Headers whose value is not empty: an untouched `"Authorization": ""` is an anonymous caller, not a wrong key. */
function filled(headers) {
  return Object.fromEntries(Object.entries(headers ?? {}).filter(([, value]) => value !== ''));
}

/** GraphiQL's fetcher for the hub: queries and mutations by POST, subscriptions over WebSocket on the same path. */
export function createHubFetcher() {
  const url = new URL('/graphql', location.href);
  const socketUrl = url.href.replace(/^http/, 'ws');
  return async (parameters, options) => {
    const headers = filled(options?.headers);
    const operation = options?.documentAST && getOperationAST(options.documentAST, parameters.operationName);
    if (operation?.operation === 'subscription') return events(socketUrl, headers, parameters);
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...headers,
      },
      body: JSON.stringify(parameters),
    });
    return response.json();
  };
}

async function* events(url, connectionParams, parameters) {
  const client = createClient({ url, connectionParams, retryAttempts: 3 });
  try {
    yield* client.iterate(parameters);
  } finally {
    await client.dispose();
  }
}
