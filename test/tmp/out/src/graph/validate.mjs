import { GraphQLError, Kind, parse, specifiedRules, validate } from 'graphql';
import { copyError } from './error-copy.mjs';
import { LIMITS, limitError } from './limits.mjs';
import { nodeLimitRule, pageSizeRule } from './page.rule.mjs';
import { shapeRule } from './shape.rule.mjs';
/** graphql-js helps the curious with names that it was not asked for; the explorer has the whole schema instead. */ const SUGGESTION = /\s*Did you mean [^?]*\?/g;
/** A copy of an error with a code, and without the names that graphql-js suggests. */ export function coded(error, code) {
    return copyError(error, {
        message: error.message.replace(SUGGESTION, ''),
        extensions: {
            ...error.extensions,
            code: error.extensions['code'] ?? code
        }
    });
}
/** What the parser is told: it stops at the token limit instead of reading on. */ export const PARSE_OPTIONS = {
    maxTokens: LIMITS.tokens.value
};
/** The error for a document that did not parse: TOKENS where the parser stopped at the limit, else GRAPHQL_PARSE_FAILED. */ export function parseError(error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes('tokens. Parsing aborted')) return limitError('tokens', `> ${LIMITS.tokens.value}`);
    return coded(error, 'GRAPHQL_PARSE_FAILED');
}
/** Parses a document within the token limit; the errors carry their code. */ export function parseDocument(text) {
    try {
        return parse(text, PARSE_OPTIONS);
    } catch (error) {
        return [
            parseError(error)
        ];
    }
}
/**
 * The one validation for HTTP, WebSocket and SSE: first the limits that need no schema (they are cheap, and keep the
 * standard rules from working on a bomb), then the standard rules and the limits on pages and nodes.
 * At most five errors, each with its code; an empty list means valid.
 */ export function validateDocument(schema, document) {
    const most = LIMITS.errors.value;
    const bombs = validate(schema, document, [
        shapeRule
    ]);
    if (bombs.length > 0) return bombs.slice(0, most);
    const rules = [
        pageSizeRule,
        nodeLimitRule,
        ...specifiedRules
    ];
    const errors = validate(schema, document, rules, {
        maxErrors: most
    });
    return errors.slice(0, most).map((error)=>coded(error, 'GRAPHQL_VALIDATION_FAILED'));
}
/** The refusal of a document from which no operation can be chosen: which names it has, which was asked for. */ export function unknownOperation(document, operationName) {
    const names = document.definitions.filter((node)=>node.kind === Kind.OPERATION_DEFINITION).map((node)=>node.name?.value ?? '(unnamed)');
    const asked = operationName == null ? 'none named' : `'${operationName.slice(0, 80)}'`;
    return new GraphQLError(`Expected the name of one operation of the document (${names.join(', ') || 'it has none'}), got ${asked}.`, {
        extensions: {
            code: 'OPERATION_RESOLUTION_FAILURE'
        }
    });
}
