import { GraphQLError } from 'graphql';
/**
 * An expected failure, shown to the caller as it is: `message` is "vi / en", `extensions` are `{ code, vi, en, ...facts }`.
 * Anything thrown that is not one of these (or a GraphQL error with a documented code) is masked as a fault.
 */ export class HubError extends GraphQLError {
    code;
    vi;
    en;
    constructor(options){
        super(`${options.vi} / ${options.en}`, {
            extensions: {
                ...options.facts,
                code: options.code,
                vi: options.vi,
                en: options.en
            }
        });
        this.name = 'HubError';
        this.code = options.code;
        this.vi = options.vi;
        this.en = options.en;
        // Set after construction: GraphQLError takes no `cause`, and `originalError` would lend it the other's extensions.
        if (options.cause !== undefined) this.cause = options.cause;
    }
}
