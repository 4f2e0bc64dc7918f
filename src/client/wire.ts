/** What each address of the API takes and answers, read off the generated types. */
import type { components, paths } from './generated/api.ts';

export type Method = 'get' | 'put' | 'post' | 'delete';

/** Shapes of bodies by name, such as `Schemas['SummaryBody']`. */
export type Schemas = components['schemas'];

/** The addresses that know a method, written as in OpenAPI: `/v1/regions/{key}`. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends { readonly responses: unknown } ? P : never;
}[keyof paths];

type Parameters<O> = O extends { readonly parameters: infer Given } ? Given : unknown;

/** Only the kinds of parameters that the operation has, optional where the operation lets them be absent. */
type Given<O> = {
  readonly [K in keyof Parameters<O> as Parameters<O>[K] extends undefined ? never : K]: Parameters<O>[K];
};

/** A body that may be left out. */
type Maybe<Given> = [Given] extends [never]
  ? unknown
  : Given extends { readonly content: { readonly 'application/json': infer Body } }
    ? { readonly body?: Body }
    : unknown;

type Sent<O> = O extends {
  readonly requestBody: { readonly content: { readonly 'application/json': infer Body } };
}
  ? { readonly body: Body }
  : O extends { readonly requestBody: { readonly content: { readonly 'text/csv': unknown } } }
    ? { readonly body: Uint8Array }
    : O extends { readonly requestBody?: infer Given }
      ? Maybe<NonNullable<Given>>
      : unknown;

/** What a call hands over: `path`, `query` and `header` by name, and `body`; with `signal` it can be called off. */
export type Call<M extends Method, P extends PathOf<M>> = Given<paths[P][M]> &
  Sent<paths[P][M]> & { readonly signal?: AbortSignal };

/** The same as an argument, which may be left out where nothing in it is needed. */
export type CallArgument<M extends Method, P extends PathOf<M>> =
  object extends Call<M, P> ? [ask?: Call<M, P>] : [ask: Call<M, P>];

type Responses<O> = O extends { readonly responses: infer All } ? All : never;
type Success<O> = Responses<O>[keyof Responses<O> & (200 | 201 | 202 | 204)];

/** Where an answer comes in several media types, a call without `text` or `bytes` asks for its JSON. */
type JsonOf<Content> = 'application/json' extends keyof Content
  ? 'application/json'
  : Extract<keyof Content, `${string}json`>;

/** The body of a success; undefined where it has none. */
export type Answered<M extends Method, P extends PathOf<M>> =
  Success<paths[P][M]> extends { readonly content: infer Content }
    ? Content[[JsonOf<Content>] extends [never] ? keyof Content : JsonOf<Content>]
    : undefined;
