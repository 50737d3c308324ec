import { execute, type GraphQLSchema } from 'graphql';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { Context } from '../ground/gql/context.ts';

/**
 * Executes a saved query or mutation in this process and answers its data as a client reads them from the wire: instants as
 * texts, plain objects. Throws what made the first error, unmasked: the caller is the hub itself.
 */
export async function operate<Data, Variables extends Record<string, unknown>>(
  schema: GraphQLSchema,
  context: Context,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const { data, errors } = await execute({ schema, document, contextValue: context, variableValues: variables });
  const [error] = errors ?? [];
  if (error) throw error.originalError ?? error;
  return JSON.parse(JSON.stringify(data)) as Data;
}
