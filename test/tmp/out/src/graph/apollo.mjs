import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError, OperationTypeNode } from 'graphql';
import { isErrorCode } from '../ground/gql/error-code.mjs';
import { LIMITS, limitError } from './limits.mjs';
import { faultMessage, maskedFault, onWire } from './mask.mjs';
import { PARSE_OPTIONS } from './validate.mjs';
/** Codes whose answer is 200 for a client that accepts plain JSON only (GraphQL over HTTP, "legacy watershed"). */ const REQUEST_CODES = new Set([
    'GRAPHQL_PARSE_FAILED',
    'GRAPHQL_VALIDATION_FAILED',
    'OPERATION_RESOLUTION_FAILURE',
    'BAD_USER_INPUT'
]);
/**
 * Apollo Server for HTTP: it reads requests, negotiates media types and stores documents. Validation is ours, because Apollo
 * would replace our codes by its own and the other transports do not pass here; execution is ours, behind its gateway interface.
 */ export function apolloServer(parts) {
    const { schema, execution, logger } = parts;
    const gateway = {
        onSchemaLoadOrUpdate (announce) {
            announce({
                apiSchema: schema,
                coreSupergraphSdl: ''
            });
            return ()=>undefined;
        },
        load: async ()=>({
                executor: ({ document, request, context })=>execution.execute({
                        document,
                        contextValue: context,
                        operationName: request.operationName ?? null,
                        variableValues: request.variables ?? {}
                    })
            }),
        stop: async ()=>undefined
    };
    return new ApolloServer({
        gateway,
        dangerouslyDisableValidation: true,
        introspection: true,
        csrfPrevention: false,
        includeStacktraceInErrorResponses: false,
        stopOnTerminationSignals: false,
        nodeEnv: 'production',
        allowBatchedHttpRequests: false,
        parseOptions: PARSE_OPTIONS,
        logger: apolloLogger(logger),
        formatError: (formatted, error)=>shown(formatted, error, logger),
        plugins: [
            ApolloServerPluginCacheControlDisabled(),
            ApolloServerPluginInlineTraceDisabled(),
            ApolloServerPluginLandingPageDisabled(),
            ApolloServerPluginUsageReportingDisabled(),
            admissionPlugin(parts.admission)
        ]
    });
}
function admissionPlugin(admission) {
    return {
        async requestDidStart () {
            return {
                async responseForOperation ({ request, document, operation, contextValue }) {
                    const asked = {
                        document,
                        operationName: request.operationName,
                        variables: request.variables
                    };
                    const refusals = admission.refusals(asked, contextValue);
                    if (refusals.length > 0) return refused(refusals);
                    return operation?.operation === OperationTypeNode.SUBSCRIPTION ? refused([
                        noSubscription()
                    ]) : null;
                },
                async willSendResponse ({ request, response }) {
                    lenient(request.http?.headers.get('accept'), response);
                }
            };
        }
    };
}
function refused(errors) {
    const closed = errors.some((error)=>error.extensions['code'] === 'INTROSPECTION_CLOSED');
    return {
        http: {
            status: closed ? 403 : 400,
            headers: new HeaderMap()
        },
        body: {
            kind: 'single',
            singleResult: {
                errors: errors.map(onWire)
            }
        }
    };
}
/** 400 becomes 200 where the client understands `application/json` only and the request itself was the fault. */ function lenient(accept, response) {
    if (response.http.status !== 400 || response.body.kind !== 'single') return;
    if (accept === undefined || !accept.includes('application/json') || accept.includes('application/graphql-response+json')) return;
    const errors = response.body.singleResult.errors ?? [];
    const all = errors.every(({ extensions })=>REQUEST_CODES.has(extensions?.['code']) && extensions?.['reason'] === undefined);
    if (all) response.http.status = 200;
}
function noSubscription() {
    return new GraphQLError('Phép đăng ký không chạy qua HTTP thường; hãy dùng WebSocket tại /graphql hoặc SSE tại /graphql/stream. / ' + 'A subscription does not run over plain HTTP; use WebSocket at /graphql or SSE at /graphql/stream.', {
        extensions: {
            code: 'BAD_REQUEST'
        }
    });
}
/** What Apollo itself reports: parse errors, malformed requests; an error of an unknown code is a fault and is masked. */ function shown(formatted, error, logger) {
    const code = formatted.extensions?.['code'];
    if (code === 'GRAPHQL_PARSE_FAILED' && formatted.message.includes('tokens. Parsing aborted')) {
        return onWire(limitError('tokens', `> ${LIMITS.tokens.value}`));
    }
    if (isErrorCode(code)) return formatted;
    const masked = maskedFault(error, logger);
    return {
        message: faultMessage(String(masked.extensions['id'])),
        extensions: masked.extensions
    };
}
function apolloLogger(logger) {
    const at = (level)=>(message)=>logger[level]({
                from: 'apollo'
            }, String(message));
    return {
        debug: at('debug'),
        info: at('debug'),
        warn: at('warn'),
        error: at('error')
    };
}
