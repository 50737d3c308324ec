/** What a method and a path lead to among routes. */
export type RouteMatch<Handler> =
  | { readonly handler: Handler; readonly params: Readonly<Record<string, string>> }
  /** The methods by which the path is known; none where it is not. */
  | { readonly allow: readonly string[] };

/**
 * Finds the route of a request among those named as `POST /intake` or `GET /uploads/:id/file`, where a name behind a colon
 * stands for one segment of the path; the route with the exact name goes first.
 */
export function matchRoute<Handler>(
  routes: Readonly<Record<string, Handler>>,
  method: string,
  path: string,
): RouteMatch<Handler> {
  const exact = Object.hasOwn(routes, `${method} ${path}`) ? routes[`${method} ${path}`] : undefined;
  if (exact !== undefined) return { handler: exact, params: {} };
  const allow: string[] = [];
  for (const [name, handler] of Object.entries(routes)) {
    const [known = '', pattern = ''] = name.split(' ');
    const params = paramsOf(pattern, path);
    if (params === null) continue;
    if (known === method) return { handler, params };
    allow.push(known);
  }
  return { allow };
}

function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const came = given[at] ?? '';
    const named = part.startsWith(':');
    if (named ? came === '' : part !== came) return null;
    if (named) params[part.slice(1)] = decoded(came);
  }
  return params;
}

/** A segment as it was meant; one that is not properly escaped stands for itself. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
