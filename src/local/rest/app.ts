import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Buckets, LimitName } from '../buckets.ts';
import { ApiError, notFound, refusal, unauthorised } from '../errors.ts';
import type { FaultSource, RestFault } from '../faults.ts';
import type { Uploads } from '../files.ts';
import type { LoggedRequest } from '../requests.ts';
import type { World } from '../world.ts';
import { callbackRoutes } from './callbacks.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import type { Env } from './context.ts';
import { guildRoutes } from './guilds.ts';
import { messageRoutes } from './messages.ts';
import { metaRoutes } from './meta.ts';
import { pinRoutes } from './pins.ts';
import { threadRoutes } from './threads.ts';
import { webhookRoutes } from './webhooks.ts';

export interface RestParts {
  faults: FaultSource;
  buckets: Buckets;
  record: (request: LoggedRequest) => void;
}

/** Discord's REST API (v10), to be mounted under `/api/v10`. */
export function createRest(world: World, { faults, buckets, record }: RestParts): Hono<Env> {
  const app = new Hono<Env>();
  app.use('*', async (c, next) => {
    const path = c.req.path.replace(/^\/api\/v10/, '');
    const entry: LoggedRequest = { method: c.req.method, path: withoutToken(path), body: undefined, status: 0 };
    const fault = faults.forRequest(entry.method, entry.path);
    if (fault?.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    const strikes = fault?.status !== undefined;
    if (!strikes || fault.after) {
      try {
        const { body, files } = await readBody(c);
        entry.body = body;
        c.set('body', body);
        c.set('files', files);
        admit(c, world, buckets, path);
        await next();
      } catch (error) {
        c.res = answerTo(c, error);
      }
      if (c.error) c.res = answerTo(c, c.error);
    }
    if (strikes) {
      entry.injected = true;
      c.res = faultAnswer(c, fault);
    }
    entry.status = c.res.status;
    if (entry.status >= 400) {
      entry.error = await c.res.clone().json();
      entry.code = (entry.error as { code?: number }).code ?? 0;
    }
    record(entry);
    world.emit({ type: 'request' });
  });
  for (const routes of [
    metaRoutes,
    commandRoutes,
    callbackRoutes,
    webhookRoutes,
    channelRoutes,
    pinRoutes,
    messageRoutes,
    threadRoutes,
    guildRoutes,
  ]) {
    app.route('/', routes(world, buckets));
  }
  app.all('*', (c) => answerTo(c, notFound()));
  app.onError((error, c) => answerTo(c, error));
  return app;
}

/** Reads JSON or a form with `payload_json` and `files[n]`. */
async function readBody(c: Context): Promise<{ body: unknown; files: Uploads }> {
  const type = c.req.header('content-type') ?? '';
  const files = new Map<string, File>();
  if (c.req.method === 'GET' || c.req.method === 'DELETE') return { body: undefined, files };
  if (!type.startsWith('multipart/form-data')) return { body: readJson(await c.req.text()), files };
  const form = await c.req.formData().catch(() => {
    throw refusal(50109);
  });
  for (const [name, value] of form) {
    const number = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (number !== undefined && value instanceof File) files.set(number, value);
  }
  return { body: readJson(String(form.get('payload_json') ?? '{}')), files };
}

function readJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw refusal(50109);
  }
}

/** Token and rate limits. Routes of interactions carry their token in the path and are outside the global limit. */
function admit(c: Context, world: World, buckets: Buckets, path: string): void {
  const byInteraction = /^\/(interactions|webhooks)\//.test(path);
  if (!byInteraction && c.req.header('authorization') !== `Bot ${world.token}`) throw unauthorised();
  if (path.startsWith('/interactions/')) return;
  const wait = byInteraction ? null : buckets.takeGlobal();
  if (wait !== null) throw rateLimited(wait, true);
  const [name, key] = bucketOf(c.req.method, path);
  const use = buckets.take(name, key);
  c.header('X-RateLimit-Bucket', Buffer.from(`${name} ${c.req.method}`).toString('hex').slice(0, 32));
  c.header('X-RateLimit-Limit', String(use.limit));
  c.header('X-RateLimit-Remaining', String(use.remaining));
  c.header('X-RateLimit-Reset-After', use.resetAfter.toFixed(3));
  c.header('X-RateLimit-Reset', (Date.now() / 1_000 + use.resetAfter).toFixed(3));
  if (!use.allowed) throw rateLimited(use.resetAfter, false);
}

/** The limit that a route falls under, and the bucket within it: one for each channel, server or webhook. */
function bucketOf(method: string, path: string): [LimitName, string] {
  const [, resource = '', major = '', ...rest] = path.split('/');
  const shape = `${method} ${rest.map((part) => (/^\d{17,20}$/.test(part) ? ':id' : part)).join('/')}`;
  if (resource === 'webhooks') return ['webhook-message', `webhook ${rest[0]}`];
  const named: Record<string, LimitName> = {
    'POST messages': 'message-create',
    'PATCH messages/:id': 'message-edit',
    'DELETE messages/:id': 'message-delete',
    'POST threads': 'thread-create',
    'POST messages/:id/threads': 'thread-create',
  };
  const name = (resource === 'channels' && named[shape]) || 'other';
  return [name, `${resource} ${major} ${name === 'other' ? shape : name}`];
}

/** Discord's 429; `seconds` to wait. */
export function rateLimited(seconds: number, global: boolean): ApiError {
  return new ApiError(429, 0, 'You are being rate limited.', { retry_after: seconds, global });
}

function answerTo(c: Context, error: unknown): Response {
  const known = error instanceof ApiError ? error : new ApiError(500, 0, `500: ${String(error)}`);
  const { body } = known;
  const wait = body.retry_after;
  if (typeof wait === 'number') {
    c.header('Retry-After', String(Math.ceil(wait)));
    c.header('X-RateLimit-Scope', body.global ? 'global' : known.code === 0 ? 'user' : 'shared');
    if (body.global) c.header('X-RateLimit-Global', 'true');
  }
  return c.json(body, known.status as ContentfulStatusCode);
}

function faultAnswer(c: Context, fault: RestFault): Response {
  if (fault.status === 429) {
    const seconds = fault.retryAfterSeconds ?? 1;
    const response = answerTo(c, rateLimited(seconds, false));
    // Discord rounds up to whole seconds; a fault may be shorter, so that tests need not wait.
    response.headers.set('Retry-After', String(seconds));
    return response;
  }
  const status = (fault.status ?? 500) as ContentfulStatusCode;
  return c.json({ message: `${status}: Injected fault`, code: 0 }, status);
}

/** Keeps tokens of interactions out of the log. */
const withoutToken = (path: string): string => path.replace(/^(\/(?:interactions|webhooks)\/\d+)\/[^/]+/, '$1/:token');
