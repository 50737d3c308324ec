import { GraphQLError } from 'graphql';
/** A new GraphQL error at the same place (path, nodes, locations) as another, which may be one of graphql-jit's. */ export function copyError(error, change) {
    const copy = new GraphQLError(change.message ?? error.message, {
        ...error.nodes === undefined ? {} : {
            nodes: error.nodes
        },
        ...error.source === undefined ? {} : {
            source: error.source
        },
        ...error.positions === undefined ? {} : {
            positions: error.positions
        },
        ...error.path === undefined ? {} : {
            path: error.path
        },
        originalError: change.cause === undefined ? error.originalError ?? null : change.cause,
        extensions: change.extensions
    });
    // graphql-jit knows locations and no nodes.
    if (error.locations !== undefined && copy.locations === undefined) {
        Object.defineProperty(copy, 'locations', {
            value: error.locations,
            enumerable: true
        });
    }
    return copy;
}
